// The command palette: a field and a list over the window; it never stops other work.
#pragma once

#include <QList>
#include <QPointer>
#include <QStringList>
#include <QWidget>

#include "window/palette_index.h"

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace stator::ui {

class CommandPalette : public QWidget {
    Q_OBJECT
public:
    // A child of the window it lies over.
    explicit CommandPalette(QWidget *window);

    // `text` is what the field begins with: "", ">", "#".
    void open(const QList<PaletteEntry> &entries, const QString &text, const QString &prompt);
    // Entries made for what is typed; they come before all others.
    void setTypedEntries(std::function<QList<PaletteEntry>(const QString &typed)> make) { m_typedEntries = std::move(make); }
    QStringList recentIds() const { return m_recent; }
    void setRecentIds(const QStringList &ids) { m_recent = ids; }

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void choose(int row);
    void place();
    void leave();

    QLineEdit *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    QList<PaletteEntry> m_entries; // first those of open(), then the typed ones
    qsizetype m_fixedEntries = 0;
    std::function<QList<PaletteEntry>(const QString &)> m_typedEntries;
    QList<PaletteMatch> m_matches;
    QStringList m_recent;
    QPointer<QWidget> m_focusBefore;
};

} // namespace stator::ui
