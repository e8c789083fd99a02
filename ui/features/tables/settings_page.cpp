#include "features/tables/settings_page.h"

#include <QAction>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "features/tables/delete_table_dialog.h"
#include "features/tables/facts_card.h"
#include "features/tables/index_dialog.h"
#include "features/tables/index_requests.h"
#include "features/tables/index_settings_dialog.h"
#include "features/tables/indexes_card.h"
#include "features/tables/options_form.h"
#include "features/tables/settings_state.h"
#include "shell/workbench.h"
#include "theme/theme.h"
#include "widgets/labels.h"
#include "widgets/page_frame.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kContentWidth = 760;

} // namespace

SettingsPage::SettingsPage(Workbench &workbench, QWidget *parent)
    : Page(workbench, parent), m_session(new TableSession(workbench, this)), m_frame(new PageFrame),
      m_scroll(new QScrollArea), m_keys(new FactsCard(tr("Keys"))), m_indexes(new IndexesCard),
      m_options(new OptionsForm), m_details(new FactsCard(tr("Details"))),
      m_count(new ThemedLabel({}, TextStyle::Body, Role::SecondText)), m_discard(new QPushButton(tr("Discard"))),
      m_apply(new QPushButton(tr("Apply"))), m_deleteAction(new QAction(tr("Delete Table…"), this))
{
    m_frame->setContent(makeContent());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_frame, 1);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addWidget(makeFooter());
    connectParts();
    connectIndexes();
    connectSession();
    updateFooter();
}

QWidget *SettingsPage::makeContent()
{
    auto *content = new QWidget;
    content->setMaximumWidth(theme::px(kContentWidth));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    for (QWidget *part : std::initializer_list<QWidget *>{m_keys, m_indexes, m_options, m_details})
        column->addWidget(part);
    column->addStretch();

    auto *holder = new QWidget;
    theme::setPageSurface(holder);
    auto *sides = new QHBoxLayout(holder);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->addStretch(1);
    sides->addWidget(content, 100);
    sides->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(holder);
    return m_scroll;
}

QWidget *SettingsPage::makeFooter()
{
    auto *footer = new QWidget;
    theme::setWindowSurface(footer);
    theme::setPrimary(m_apply);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_count, 1);
    row->addWidget(m_discard);
    row->addWidget(m_apply);
    return footer;
}

void SettingsPage::connectParts()
{
    connect(m_options, &OptionsForm::changed, this, &SettingsPage::collect);
    for (FactsCard *card : {m_keys, m_details})
        connect(card, &FactsCard::copied, this, [this](const QString &name) {
            //: %1 is the name of a field: "ARN".
            workbench().say(tr("Copied %1.").arg(name));
        });
    connect(m_discard, &QPushButton::clicked, this, [this] {
        clearFaults();
        m_options->forgetDrafts();
        m_session->discard();
    });
    connect(m_apply, &QPushButton::clicked, this, &SettingsPage::apply);
    connect(m_deleteAction, &QAction::triggered, this, &SettingsPage::deleteTable);
    connect(&workbench().tables(), &TableDirectory::changed, this, [this](const QString &connection, const QString &region) {
        if (m_session->table() && isVisible() && connection == m_place.connection && region == m_place.region)
            m_session->poll();
    });
    commands().answer(QStringLiteral("table.delete"), this, [this] { deleteTable(); });
    commands().answer(QStringLiteral("edit.commit"), this, [this] { apply(); });
}

void SettingsPage::connectIndexes()
{
    connect(m_indexes, &IndexesCard::newRequested, this, &SettingsPage::newIndex);
    connect(m_indexes, &IndexesCard::settingsRequested, this, &SettingsPage::editIndex);
    connect(m_indexes, &IndexesCard::deletionToggled, this, [this](const QString &name) {
        m_indexes->setFault({});
        want([&name](TableSettings &wanted) {
            if (!wanted.deletedIndexes.removeOne(name))
                wanted.deletedIndexes.append(name);
        });
    });
    connect(m_indexes, &IndexesCard::creationDropped, this, [this](const QString &name) {
        m_indexes->setFault({});
        want([&name](TableSettings &wanted) {
            wanted.newIndexes.removeIf([&name](const IndexDraft &index) { return index.name == name; });
        });
    });
}

void SettingsPage::connectSession()
{
    connect(m_session, &TableSession::changed, this, [this] {
        if (m_session->table()) {
            fill();
            m_frame->showContent();
        }
        updateFooter();
    });
    connect(m_session, &TableSession::lost, this, [this](const ErrorText &why) {
        m_frame->showError(why, tr("Try Again"), [this] {
            m_frame->showLoading();
            m_session->reload();
        });
    });
    connect(m_session, &TableSession::refused, this, &SettingsPage::showRefusal);
    connect(m_session, &TableSession::applied, this, [this] {
        workbench().say(tr("The settings of %1 are applied.").arg(m_place.table));
        workbench().tables().refresh();
    });
}

void SettingsPage::open(const Place &place)
{
    Place resolved = place;
    resolved.connection = workbench().connections().resolvedId(place.connection);
    resolved.region = workbench().connections().resolvedRegion(resolved.connection, place.region);
    const bool isOther = resolved.table != m_place.table || resolved.region != m_place.region
        || resolved.connection != m_place.connection;
    m_place = resolved;
    if (!isOther && m_session->table())
        return;
    clearFaults();
    m_frame->showLoading();
    m_session->open(m_place);
    updateFooter();
    Q_EMIT titleChanged();
}

void SettingsPage::refresh()
{
    m_session->reload();
}

void SettingsPage::focusContent()
{
    m_options->setFocus();
}

void SettingsPage::fill()
{
    const api::TableDescription &table = *m_session->table();
    m_keys->setFacts(FactsCard::keysOf(table));
    m_details->setFacts(FactsCard::detailsOf(table));
    m_indexes->show(table, m_session->now(), m_session->wanted());
    m_options->show(m_session->wanted(), m_session->now());
}

void SettingsPage::collect()
{
    if (m_session->table())
        want([this](TableSettings &wanted) { m_options->putInto(wanted); });
}

void SettingsPage::want(const std::function<void(TableSettings &)> &change)
{
    TableSettings wanted = m_session->wanted();
    change(wanted);
    m_session->want(wanted);
    if (hasUnsavedText())
        Q_EMIT kept();
}

void SettingsPage::updateFooter()
{
    const int count = m_session->changes();
    const ConnectionInfo *connection = workbench().connections().find(m_place.connection);
    const bool isDangerous = connection && connection->isDangerous;
    m_count->setText(m_session->isWaitingForTable() ? tr("Waiting for the table to settle…")
                     : m_session->isApplying()      ? tr("Applying…")
                     : count == 0                   ? tr("No changes")
                                                    //: Settings of a table that were changed and not applied.
                                                    : tr("%Ln changed", nullptr, count));
    //: %1 is a connection: the button names where it writes.
    m_apply->setText(isDangerous ? tr("Apply to %1").arg(connection->title) : tr("Apply"));
    m_apply->setEnabled(count > 0 && !m_session->isApplying());
    m_discard->setEnabled(count > 0 && !m_session->isApplying());
}

void SettingsPage::apply()
{
    if (m_session->isApplying() || m_session->changes() == 0)
        return;
    clearFaults();
    if (QWidget *faulty = m_options->judge()) {
        reveal(faulty);
        faulty->setFocus();
        return;
    }
    m_session->apply();
}

void SettingsPage::showRefusal(SettingsField field, const QString &sentence)
{
    if (field == SettingsField::Indexes)
        m_indexes->setFault(sentence);
    else
        m_options->setFault(field, sentence);
    if (QWidget *row = field == SettingsField::Indexes ? m_indexes : m_options->widgetOf(field))
        reveal(row);
}

void SettingsPage::reveal(QWidget *widget)
{
    // It has its height only after what was said was laid out.
    QTimer::singleShot(0, widget, [this, widget] { m_scroll->ensureWidgetVisible(widget, 0, theme::px(24)); });
}

void SettingsPage::clearFaults()
{
    m_indexes->setFault({});
    m_options->clearFaults();
}

void SettingsPage::newIndex()
{
    if (!m_session->table())
        return;
    TableDraft draft = draftOf(*m_session->table());
    draft.settings.newIndexes += m_session->wanted().newIndexes;
    draft.settings.isProvisioned = m_session->wanted().isProvisioned;
    QStringList names;
    for (const IndexDraft &index : std::as_const(draft.settings.newIndexes))
        names.append(index.name);
    auto *dialog = new IndexDialog(draft, names, window());
    connect(dialog, &IndexDialog::chosen, this, [this](const IndexDraft &index) {
        want([&index](TableSettings &wanted) { wanted.newIndexes.append(index); });
    });
    dialog->open();
}

void SettingsPage::editIndex(const QString &name)
{
    auto *dialog = new IndexSettingsDialog(name, m_session->wanted(), m_session->now(), window());
    connect(dialog, &IndexSettingsDialog::chosen, this,
            [this, name](const ThroughputSettings &throughput, Insights insights) {
                want([&](TableSettings &wanted) {
                    wanted.indexes.insert(name, throughput);
                    wanted.insights.insert(name, insights);
                });
            });
    dialog->open();
}

void SettingsPage::deleteTable()
{
    (new DeleteTableDialog(workbench(), m_place, window()))->open();
}

} // namespace stator::ui

#include "moc_settings_page.cpp"
