#include "features/items/query/query_library.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QMenu>

#include "features/items/query/query_words.h"
#include "shell/saved_queries.h"
#include "shell/workbench.h"
#include "theme/icons.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostShown = 12;
constexpr qsizetype kLongestTitle = 80;

class LibraryWords {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::QueryLibrary)
};

bool isOfTable(const Place &place, const Place &current)
{
    return place.page == current.page && place.connection == current.connection && place.region == current.region
           && place.table == current.table;
}

// An ampersand in data is no mnemonic.
QString menuText(const QString &text)
{
    QString cut = text.size() > kLongestTitle ? text.left(kLongestTitle) + u'…' : text;
    return cut.replace(u'&', u"&&"_s);
}

void askForName(Workbench &workbench, const Place &place, const QString &proposal)
{
    auto *dialog = new QInputDialog(workbench.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(LibraryWords::tr("Save Query"));
    dialog->setLabelText(LibraryWords::tr("Name of the query; one of the same name is replaced."));
    dialog->setTextValue(proposal);
    dialog->setOkButtonText(LibraryWords::tr("Save Query"));
    QObject::connect(dialog, &QInputDialog::textValueSelected, &workbench, [&workbench, place](const QString &text) {
        const QString name = text.trimmed();
        if (name.isEmpty())
            return;
        SavedQueries(workbench.settings()).save({name, place});
        workbench.say(LibraryWords::tr("The query “%1” is saved. The palette finds it with #.").arg(name));
    });
    dialog->open();
}

} // namespace

void showQueryLibrary(Workbench &workbench, const Place &current, const TableShape &table, QWidget *anchor,
                      const std::function<void(const Place &)> &open)
{
    SavedQueries library(workbench.settings());
    const auto titleOf = [&table](const Place &place) { return queryTitle(table, QueryState::fromText(place.query)); };
    auto *menu = new QMenu(anchor);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addAction(theme::icon(u"star"_s), LibraryWords::tr("&Save This Query…"), anchor,
                    [&workbench, current, proposal = titleOf(current)] { askForName(workbench, current, proposal); });
    QList<SavedQuery> saved = library.saved();
    saved.removeIf([&current](const SavedQuery &query) { return !isOfTable(query.place, current); });
    if (!saved.isEmpty()) {
        menu->addSection(LibraryWords::tr("Saved Queries"));
        for (const SavedQuery &query : std::as_const(saved))
            menu->addAction(menuText(query.name), anchor, [open, place = query.place] { open(place); })->setToolTip(titleOf(query.place));
        QMenu *removal = menu->addMenu(LibraryWords::tr("&Remove Saved Query"));
        for (const SavedQuery &query : std::as_const(saved))
            removal->addAction(menuText(query.name), anchor,
                               [&workbench, name = query.name] { SavedQueries(workbench.settings()).remove(name); });
    }
    QList<Place> history = library.history();
    history.removeIf([&current](const Place &place) { return !isOfTable(place, current); });
    if (!history.isEmpty())
        menu->addSection(LibraryWords::tr("History"));
    for (const Place &place : history.first(std::min(history.size(), kMostShown)))
        menu->addAction(menuText(titleOf(place)), anchor, [open, place] { open(place); });
    menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height())));
}

} // namespace stator::ui
