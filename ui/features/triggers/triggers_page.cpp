#include "features/triggers/triggers_page.h"

#include <QHeaderView>
#include <QMessageBox>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include "api/delete_trigger.h"
#include "api/put_trigger.h"
#include "bridge/error_text.h"
#include "bridge/text.h"
#include "features/triggers/trigger_replay_dialog.h"
#include "features/triggers/trigger_details.h"
#include "features/triggers/trigger_dialog.h"
#include "shell/page_registry.h"
#include "shell/workbench.h"
#include "theme/theme.h"
#include "widgets/page_frame.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;

namespace {

constexpr int kPollMs = 1000;

class TriggerDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, theme::color(isSelected ? Role::Selection : Role::Page));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          theme::mix(theme::color(Role::Page), theme::color(Role::Hairline), 0.6));
        painter->setFont(index.column() == TriggerModel::Calls ? theme::monoFont() : theme::font(theme::TextStyle::Body));
        painter->setPen(theme::color(static_cast<Role>(index.data(TriggerModel::RoleRole).toInt())));
        const QRect area = option.rect.adjusted(theme::px(8), 0, -theme::px(8), 0);
        const auto along = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
        painter->drawText(area, static_cast<int>(along) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }
};

} // namespace

TriggersPage::TriggersPage(Workbench &workbench, QWidget *parent)
    : Page(workbench, parent), m_model(new TriggerModel(this)), m_frame(new PageFrame), m_view(new QTableView),
      m_new(new QAction(tr("New Trigger"), this)), m_pause(new QAction(tr("Pause"), this)),
      m_replay(new QAction(tr("Replay…"), this)), m_delete(new QAction(tr("Delete Trigger…"), this))
{
    setUpView();
    m_frame->setContent(m_view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    connect(m_new, &QAction::triggered, this, &TriggersPage::makeNew);
    connect(m_pause, &QAction::triggered, this, &TriggersPage::pauseOrResume);
    connect(m_replay, &QAction::triggered, this, &TriggersPage::askReplay);
    connect(m_delete, &QAction::triggered, this, &TriggersPage::askDelete);
    connect(&m_timer, &QTimer::timeout, this, &TriggersPage::poll);
    m_timer.setInterval(kPollMs);
    showSelected();
}

void TriggersPage::setUpView()
{
    QHeaderView *header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(theme::rowHeight());
    m_view->setItemDelegate(new TriggerDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->setAccessibleName(tr("Triggers"));
    m_view->setModel(m_model);
    constexpr int kWidths[] = {140, 110, 130, 150, 190, 150, 200};
    for (int i = 0; i < TriggerModel::ColumnCount; ++i)
        header->resizeSection(i, theme::px(kWidths[i]));
    header->setStretchLastSection(true);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_selected = m_model->at(current.row()).name;
        showSelected();
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, m_view,
            [this] { m_view->verticalHeader()->setDefaultSectionSize(theme::rowHeight()); });
}

void TriggersPage::open(const Place &place)
{
    m_place = place;
    m_frame->showLoading();
    poll();
}

void TriggersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_timer.start();
}

void TriggersPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_timer.stop();
}

void TriggersPage::poll()
{
    if (m_slot.isWaiting())
        return;
    workbench().client(m_place).run(this, m_slot, api::ListTriggersRequest(), [this](Result<api::ListTriggersResponse> reply) {
        if (reply.ok())
            take(std::move(reply->triggers));
        else if (m_model->rowCount() == 0)
            m_frame->showError(describe(reply.error()), tr("Try Again"), [this] { poll(); });
    });
}

void TriggersPage::take(std::vector<api::TriggerDescription> triggers)
{
    m_model->setTriggers(std::move(triggers));
    if (m_model->rowCount() == 0) {
        if (m_frame->state() != PageFrame::State::Empty)
            showEmpty();
    } else if (m_frame->state() != PageFrame::State::Content) {
        m_frame->showContent();
    }
    if (const int row = m_model->rowOf(m_selected); row >= 0 && m_view->currentIndex().row() != row)
        m_view->selectRow(row);
    showSelected();
}

void TriggersPage::showEmpty()
{
    EmptyText text;
    text.icon = u"trigger"_s;
    text.title = tr("No trigger yet");
    text.sentence = tr("A trigger hands the changes of a table to a function, in batches and in order. The function is a program on "
                       "this computer, which gets the event on standard input; a webhook, which gets it as a POST; or a Lambda "
                       "runtime endpoint, as AWS's runtime emulator and SAM serve it.");
    m_frame->showEmpty(text);
}

const api::TriggerDescription *TriggersPage::selected() const
{
    const int row = m_view->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->at(row) : nullptr;
}

void TriggersPage::showSelected()
{
    const api::TriggerDescription *trigger = selected();
    m_pause->setEnabled(trigger);
    m_replay->setEnabled(trigger);
    m_delete->setEnabled(trigger);
    m_pause->setText(trigger && trigger->state == api::TriggerState::Disabled ? tr("Resume") : tr("Pause"));
    if (m_details && trigger)
        m_details->show(*trigger);
    else if (m_details)
        m_details->clear();
    Q_EMIT selectionChanged();
}

QWidget *TriggersPage::inspector()
{
    if (!m_details) {
        m_details = new TriggerDetails;
        showSelected();
    }
    return m_details;
}

QString TriggersPage::selectionText() const
{
    return m_model->rowCount() == 0 ? QString() : tr("%Ln trigger(s)", nullptr, m_model->rowCount());
}

void TriggersPage::focusContent()
{
    if (m_frame->state() == PageFrame::State::Content)
        m_view->setFocus(Qt::OtherFocusReason);
    else
        Page::focusContent();
}

void TriggersPage::put(api::PutTriggerRequest request, const QString &said)
{
    workbench().client(m_place).run(this, m_writeSlot, std::move(request), [this, said](Result<api::PutTriggerResponse> reply) {
        if (reply.ok())
            workbench().say(said);
        else
            workbench().say(describe(reply.error()).sentence + u' ' + toQt(reply.error().message), MessageKind::Error);
        poll();
    });
}

void TriggersPage::makeNew()
{
    auto *dialog = new TriggerDialog(workbench(), m_place, workbench().window());
    connect(dialog, &QDialog::accepted, this, &TriggersPage::poll);
    dialog->open();
}

void TriggersPage::pauseOrResume()
{
    const api::TriggerDescription *trigger = selected();
    if (!trigger)
        return;
    const bool isPaused = trigger->state == api::TriggerState::Disabled;
    api::PutTriggerRequest request;
    request.name = trigger->name;
    request.state = isPaused ? api::TriggerState::Enabled : api::TriggerState::Disabled;
    const QString name = toQt(trigger->name);
    put(std::move(request), isPaused ? tr("%1 goes on.").arg(name) : tr("%1 is paused; its place in the stream is kept.").arg(name));
}

void TriggersPage::askReplay()
{
    const api::TriggerDescription *trigger = selected();
    if (!trigger)
        return;
    auto *dialog = new TriggerReplayDialog(*trigger, workbench().window());
    connect(dialog, &TriggerReplayDialog::chosen, this, [this, name = toQt(trigger->name)](const api::PutTriggerRequest &request) {
        put(request, tr("%1 replays.").arg(name));
    });
    dialog->open();
}

void TriggersPage::askDelete()
{
    const api::TriggerDescription *trigger = selected();
    if (!trigger)
        return;
    const QString name = toQt(trigger->name);
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Delete Trigger"),
                                     tr("Delete %1? Its place in the stream is forgotten.").arg(name), QMessageBox::Cancel,
                                     workbench().window());
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *remove = question->addButton(tr("Delete 1 Trigger"), QMessageBox::DestructiveRole);
    theme::setDestructive(remove);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, name] {
        api::DeleteTriggerRequest request;
        request.name = toUtf8(name);
        workbench().client(m_place).run(this, m_writeSlot, std::move(request), [this, name](Result<api::DeleteTriggerResponse> reply) {
            if (reply.ok())
                workbench().say(tr("Deleted %1.").arg(name));
            else
                workbench().say(describe(reply.error()).sentence, MessageKind::Error);
            poll();
        });
    });
    question->open();
}

void registerTriggers(PageRegistry &registry)
{
    PageInfo info;
    info.id = u"triggers"_s;
    info.title = TriggersPage::tr("Triggers");
    info.icon = u"trigger"_s;
    info.order = 100;
    info.factory = [](Workbench &workbench, QWidget *parent) { return new TriggersPage(workbench, parent); };
    registry.add(info);
    registry.addDialog({u"new-trigger"_s, [](Workbench &workbench) -> QDialog * {
                            return new TriggerDialog(workbench, Place::ofPage(u"triggers"_s), workbench.window());
                        }});
}

} // namespace stator::ui

#include "moc_triggers_page.cpp"
