#include "features/requests/requests.h"

#include "features/requests/replay_dialog.h"
#include "features/requests/requests_page.h"
#include "shell/action_catalog.h"
#include "shell/page_registry.h"
#include "shell/workbench.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

void registerRequests(PageRegistry &registry)
{
    PageInfo info;
    info.id = u"requests"_s;
    info.title = RequestsPage::tr("Requests");
    info.icon = u"requests"_s;
    info.order = 20;
    info.factory = [](Workbench &workbench, QWidget *parent) { return new RequestsPage(workbench, parent); };
    registry.add(info);
    // On an engine with nothing in it, so that the answers differ.
    registry.addDialog({u"replay"_s, [](Workbench &workbench) -> QDialog * {
                            auto recording = std::make_shared<Recording>();
                            recording->push_back({0, u"us-east-1"_s, u"ListTables"_s, 200, "{}", R"({"TableNames":["Orders"]})", false, false});
                            auto *dialog = new ReplayDialog(workbench, Place::ofPage(u"requests"_s), u"requests.jsonl"_s,
                                                            std::move(recording), workbench.window());
                            dialog->replay();
                            return dialog;
                        }});
}

void addRequestCommands(Workbench &workbench)
{
    ActionCatalog &actions = workbench.actions();
    if (!actions.action(u"page.freeze"_s)) {
        Command freeze;
        freeze.id = u"page.freeze"_s;
        freeze.text = RequestsPage::tr("Freeze or Fo&llow");
        freeze.icon = u"pause"_s;
        freeze.shortcuts = {Qt::CTRL | Qt::Key_Period};
        freeze.menu = MenuId::View;
        freeze.group = 20;
        actions.add(freeze);
    }
    if (!actions.action(u"edit.find"_s)) {
        Command find;
        find.id = u"edit.find"_s;
        find.text = RequestsPage::tr("&Find");
        find.icon = u"search"_s;
        find.shortcuts = {Qt::CTRL | Qt::Key_F};
        find.menu = MenuId::Edit;
        find.group = 30;
        actions.add(find);
    }
    Command record;
    record.id = u"requests.record"_s;
    record.text = RequestsPage::tr("&Record Requests…");
    record.menu = MenuId::Tools;
    record.group = 20;
    actions.add(record);
    Command replay;
    replay.id = u"requests.replay"_s;
    replay.text = RequestsPage::tr("Re&play Recording…");
    replay.menu = MenuId::Tools;
    replay.group = 20;
    actions.add(replay);
}

} // namespace stator::ui
