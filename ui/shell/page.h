// A Page is what a tab shows: one feature's widget, and what the window may ask of it.
//
// The window owns pages. Pages reach each other only by asking the Workbench to
// open a Place. Everything runs on the GUI thread.
#pragma once

#include <QList>
#include <QString>
#include <QVariantMap>
#include <QWidget>

#include "shell/command_set.h"
#include "shell/place.h"

class QAction;
class QUndoStack;

namespace stator::ui {

class Workbench;

struct PageView {
    QString id;
    QString title;
};

// The one line between head and content; the page's most serious one is shown first.
struct Banner {
    enum class Kind { Dangerous, AsOf, Drill, ReadOnly, Branch };
    Kind kind = Kind::ReadOnly;
    QString text;
    QString buttonText; // or empty
    std::function<void()> action = {};
};

class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(Workbench &workbench, QWidget *parent = nullptr);

    // Goes to a place of this page. Called once after construction, and again for another view, query, time
    // or key of the same page and table. The widget may be filled later.
    virtual void open(const Place &place) = 0;
    // Where it stands now; announce changes with placeChanged().
    virtual Place place() const = 0;
    // What the tab says.
    virtual QString title() const = 0;

    // Views of a page that has a tab of its own (a table's pages are its views already).
    virtual QList<PageView> views() const { return {}; }
    // At most three; the rest belongs to moreActions(), behind "⋯". At most one primaryAction(), filled.
    virtual QList<QAction *> headActions() const { return {}; }
    virtual QList<QAction *> moreActions() const { return {}; }
    virtual QAction *primaryAction() const { return nullptr; }
    virtual QList<Banner> banners() const { return {}; }
    // Shown in the Inspector while this page is current; the Inspector takes it over and deletes it with the
    // page. The same widget every time; nullptr: none.
    virtual QWidget *inspector() { return nullptr; }
    virtual QString inspectorTitle() const { return {}; }
    virtual QUndoStack *undoStack() const { return nullptr; }
    // "3 selected" in the status bar.
    virtual QString selectionText() const { return {}; }
    // F5.
    virtual void refresh() {}
    // Esc, where nothing in the page took it: ends what is being read. False: nothing is.
    virtual bool cancel() { return false; }
    // Where the keyboard goes when the tab becomes current.
    virtual void focusContent();
    // What comes back at the next start, beside the place: columns, scroll position, text not yet run.
    virtual QVariantMap saveState() const { return {}; }
    virtual void restoreState(const QVariantMap &) {}
    // Something a person typed that closing would lose; a kept draft is not.
    virtual bool hasUnsavedText() const { return false; }

    CommandSet &commands() { return *m_commands; }
    Workbench &workbench() const { return m_workbench; }

Q_SIGNALS:
    void placeChanged();
    void titleChanged();
    void headChanged(); // views, actions, banners
    void kept();        // an edit turns a preview tab into one that stays
    void busyChanged(bool isBusy);
    void selectionChanged();
    void inspectRequested(); // show the Inspector, now

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Workbench &m_workbench;
    CommandSet *m_commands;
};

} // namespace stator::ui
