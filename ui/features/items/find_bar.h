// Finds a text in the loaded items: a bar below the grid that comes with Ctrl+F and goes with Esc.
//
// Threads: the GUI thread; the searching happens on the core's.
#pragma once

#include <QTimer>
#include <QWidget>

#include "bridge/service_client.h"
#include "models/row_search.h"

class QLineEdit;
class QToolButton;

namespace stator::ui {

class ElidedLabel;
class GridView;
class ItemGridModel;

class FindBar : public QWidget {
    Q_OBJECT
public:
    FindBar(ItemGridModel &model, GridView &grid, QWidget *parent = nullptr);

    void setClient(const ServiceClient &client) { m_client = client; }
    // Shows the bar and takes the keyboard.
    void open();
    void close();
    // To the next cell that holds the text, or the one before; over the end it starts again.
    void step(bool isForward);
    QString status() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void found(std::vector<FoundCell> cells, std::int64_t rows);
    void go(bool isForward, bool staysIfHere);
    void showCell(std::size_t number);
    void say(const QString &text);
    int columnOf(const FoundCell &cell) const;

    ItemGridModel &m_model;
    GridView &m_grid;
    ServiceClient m_client;
    QLineEdit *m_field;
    ElidedLabel *m_status;
    QToolButton *m_previous;
    QToolButton *m_next;
    QTimer m_delay;
    RequestSlot m_slot;
    std::vector<FoundCell> m_found;
    std::int64_t m_searched = 0;
    bool m_isStale = true; // rows have come or changed since the search
    int m_stepWanted = 0;  // after the search that runs: -1, 0 (stay if here) or 1
};

} // namespace stator::ui
