// The line below the grid: what was found, what was read for it, and what to do next.
#pragma once

#include <QWidget>

#include "models/item_source.h"

class QPushButton;
class QToolButton;

namespace stator::ui {

class ElidedLabel;

class ResultLine : public QWidget {
    Q_OBJECT
public:
    explicit ResultLine(QWidget *parent = nullptr);

    // `estimatedItems`: of what is read, for a scan under way. `sorted`: how many rows are shown sorted, or -1.
    void show(const ItemSource &source, bool isWholeScan, std::int64_t estimatedItems, std::int64_t sorted = -1);
    // Of a statement: the service does not tell how much it read.
    void showStatement(const ItemSource &source);
    void clear();
    // "14 new · Show": items that came into the table since it was read; 0: nothing.
    void setNew(std::int64_t count);

Q_SIGNALS:
    void cancelRequested();
    void nextPageRequested();
    void codeRequested();
    void clearSortRequested();
    void whyRequested();
    void showNewRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void sayNext(const ReadTotals &totals, bool isSearching);

    ElidedLabel *m_text;
    QPushButton *m_new;
    QPushButton *m_cancel;
    QPushButton *m_next;
    QPushButton *m_clearSort;
    QToolButton *m_why;
    QToolButton *m_code;
};

} // namespace stator::ui
