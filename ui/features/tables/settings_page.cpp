#include "features/tables/settings_page.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "api/describe_time_to_live.h"
#include "api/get_resource_policy.h"
#include "api/list_tags_of_resource.h"
#include "bridge/connections.h"
#include "bridge/error_text.h"
#include "bridge/table_directory.h"
#include "bridge/text.h"
#include "features/tables/capacity_edit.h"
#include "features/tables/delete_table_dialog.h"
#include "features/tables/encryption_edit.h"
#include "features/tables/facts_card.h"
#include "features/tables/form_row.h"
#include "features/tables/index_dialog.h"
#include "features/tables/indexes_card.h"
#include "features/tables/limits_edit.h"
#include "features/tables/tags_card.h"
#include "features/tables/time_to_live_edit.h"
#include "shell/workbench.h"
#include "theme/theme.h"
#include "widgets/labels.h"
#include "widgets/page_frame.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kContentWidth = 760;
constexpr int kWatchMs = 400;
constexpr int kPolicyHeight = 120;

const auto kStandard = QStringLiteral("standard");
const auto kInfrequent = QStringLiteral("infrequent");

// A card with a heading and one row below it.
template <class... Rows>
Card *makeCard(const QString &title, Rows *...rows)
{
    auto *card = new Card;
    card->body()->addWidget(new ThemedLabel(title, TextStyle::Section));
    (card->body()->addWidget(rows), ...);
    return card;
}

} // namespace

SettingsPage::SettingsPage(Workbench &workbench, QWidget *parent)
    : Page(workbench, parent), m_frame(new PageFrame), m_keys(new FactsCard(tr("Keys"))), m_indexes(new IndexesCard),
      m_capacity(new CapacityEdit), m_limits(new LimitsEdit), m_timeToLive(new TimeToLiveEdit),
      m_tableClass(new SegmentedSwitch), m_encryption(new EncryptionEdit), m_policy(new QPlainTextEdit),
      m_protection(new QCheckBox(tr("Protect this table from deletion"))),
      m_tagsCard(new TagsCard), m_details(new FactsCard(tr("Details"))),
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
    m_watch.setSingleShot(true);
    m_watch.setInterval(kWatchMs);
    connectParts();
    updateFooter();
}

QWidget *SettingsPage::makeContent()
{
    auto *content = new QWidget;
    content->setMaximumWidth(theme::px(kContentWidth));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    m_capacityRow = new FormRow({}, m_capacity);
    m_limitsRow = new FormRow({}, m_limits);
    m_timeToLiveRow =
        new FormRow({}, m_timeToLive, tr("The attribute holds the time as a number, in seconds since 1970."));
    m_protection->setObjectName(QStringLiteral("protection"));
    m_protectionRow = new FormRow({}, m_protection, tr("A protected table refuses DeleteTable until this is turned off."));
    m_tableClass->setSegments({{kStandard, tr("Standard")}, {kInfrequent, tr("Infrequent access")}});
    m_tableClass->setCurrent(kStandard);
    m_tableClass->setAccessibleName(tr("Table class"));
    m_tableClassRow = new FormRow({}, m_tableClass, tr("May be changed twice in 30 days."));
    m_encryptionRow = new FormRow({}, m_encryption);
    m_policy->setPlaceholderText(tr("No policy. A JSON document of at most 20 KB."));
    m_policy->setAccessibleName(tr("Resource policy"));
    m_policy->setFont(theme::monoFont());
    m_policy->setTabChangesFocus(true);
    m_policy->setFixedHeight(theme::px(kPolicyHeight));
    m_policyRow = new FormRow({}, m_policy);
    Card *const capacity = makeCard(tr("Capacity"), m_capacityRow, m_limitsRow);
    Card *const timeToLive = makeCard(tr("Time to live"), m_timeToLiveRow);
    Card *const protection = makeCard(tr("Protection"), m_protectionRow);
    Card *const tableClass = makeCard(tr("Table class"), m_tableClassRow);
    Card *const encryption = makeCard(tr("Encryption"), m_encryptionRow);
    Card *const policy = makeCard(tr("Resource policy"), m_policyRow);
    for (QWidget *card : std::initializer_list<QWidget *>{m_keys, m_indexes, capacity, timeToLive, protection, tableClass,
                                                          encryption, m_tagsCard, policy, m_details})
        column->addWidget(card);
    column->addStretch();

    auto *holder = new QWidget;
    theme::setPageSurface(holder);
    auto *sides = new QHBoxLayout(holder);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->addStretch(1);
    sides->addWidget(content, 100);
    sides->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(holder);
    return scroll;
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
    connect(&m_watch, &QTimer::timeout, this, &SettingsPage::load);
    connect(m_capacity, &CapacityEdit::changed, this, &SettingsPage::collect);
    connect(m_limits, &LimitsEdit::changed, this, &SettingsPage::collect);
    connect(m_timeToLive, &TimeToLiveEdit::changed, this, &SettingsPage::collect);
    connect(m_tableClass, &SegmentedSwitch::chosen, this, &SettingsPage::collect);
    connect(m_encryption, &EncryptionEdit::changed, this, &SettingsPage::collect);
    connect(m_policy, &QPlainTextEdit::textChanged, this, &SettingsPage::collect);
    connect(m_protection, &QCheckBox::toggled, this, &SettingsPage::collect);
    connect(m_tagsCard, &TagsCard::changed, this, &SettingsPage::collect);
    connect(m_indexes, &IndexesCard::newRequested, this, &SettingsPage::newIndex);
    connect(m_indexes, &IndexesCard::deletionToggled, this, [this](const QString &name) {
        if (!m_wanted.deletedIndexes.removeOne(name))
            m_wanted.deletedIndexes.append(name);
        fill();
        updateFooter();
    });
    connect(m_indexes, &IndexesCard::creationDropped, this, [this](const QString &name) {
        m_wanted.newIndexes.removeIf([&name](const IndexDraft &index) { return index.name == name; });
        fill();
        updateFooter();
    });
    for (FactsCard *card : {m_keys, m_details})
        connect(card, &FactsCard::copied, this, [this](const QString &name) {
            //: %1 is the name of a field: "ARN".
            workbench().say(tr("Copied %1.").arg(name));
        });
    connect(m_discard, &QPushButton::clicked, this, &SettingsPage::discard);
    connect(m_apply, &QPushButton::clicked, this, &SettingsPage::apply);
    connect(m_deleteAction, &QAction::triggered, this, &SettingsPage::deleteTable);
    connect(&workbench().tables(), &TableDirectory::changed, this, [this](const QString &connection, const QString &region) {
        if (m_table && isVisible() && connection == m_place.connection && region == m_place.region && !m_describe.isWaiting())
            load();
    });
    commands().answer(QStringLiteral("table.delete"), this, [this] { deleteTable(); });
    commands().answer(QStringLiteral("edit.commit"), this, [this] { apply(); });
}

void SettingsPage::open(const Place &place)
{
    Place resolved = place;
    resolved.connection = workbench().connections().resolvedId(place.connection);
    resolved.region = workbench().connections().resolvedRegion(resolved.connection, place.region);
    const bool isOther = resolved.table != m_place.table || resolved.region != m_place.region
        || resolved.connection != m_place.connection;
    m_place = resolved;
    if (!isOther && m_table)
        return;
    m_table.reset();
    m_now = m_wanted = {};
    m_isApartKnown = false;
    m_frame->showLoading();
    Q_EMIT titleChanged();
    load();
}

void SettingsPage::refresh()
{
    m_isApartKnown = false;
    load();
}

void SettingsPage::focusContent() { m_capacity->setFocus(); }

void SettingsPage::load()
{
    api::DescribeTableRequest request;
    request.tableName = toUtf8(m_place.table);
    workbench().client(m_place).run(this, m_describe, request, [this](Result<api::DescribeTableResponse> result) {
        if (result.ok() && result->table) {
            show(*result->table);
            return;
        }
        m_isApplying = false;
        const ErrorText why = result.ok() ? ErrorText{tr("The service did not describe the table."), {}, {}, {}}
                                          : describe(result.error());
        m_frame->showError(why, tr("Try Again"), [this] {
            m_frame->showLoading();
            load();
        });
        updateFooter();
    });
}

void SettingsPage::loadTags()
{
    if (!m_table || !m_table->tableArn)
        return;
    api::ListTagsOfResourceRequest request;
    request.resourceArn = *m_table->tableArn;
    workbench().client(m_place).run(this, m_tags, request, [this](Result<api::ListTagsOfResourceResponse> result) {
        if (!result.ok()) {
            setFault(SettingsField::Tags, describe(result.error()).sentence);
            return;
        }
        TableSettings now = m_now;
        now.tags.clear();
        if (result->tags)
            for (const auto &tag : *result->tags)
                now.tags.insert_or_assign(tag.key, tag.value);
        nowIs(std::move(now));
    });
}

void SettingsPage::loadTimeToLive()
{
    api::DescribeTimeToLiveRequest request;
    request.tableName = toUtf8(m_place.table);
    workbench().client(m_place).run(this, m_timeToLiveSlot, request, [this](Result<api::DescribeTimeToLiveResponse> result) {
        if (!result.ok()) {
            setFault(SettingsField::TimeToLive, describe(result.error()).sentence);
            return;
        }
        TableSettings now = m_now;
        now.timeToLive.clear();
        const auto &found = result->timeToLiveDescription;
        const bool isOn = found && (found->timeToLiveStatus == api::TimeToLiveStatus::Enabled
                                    || found->timeToLiveStatus == api::TimeToLiveStatus::Enabling);
        if (isOn)
            now.timeToLive = toQt(found->attributeName);
        nowIs(std::move(now));
    });
}

void SettingsPage::loadPolicy()
{
    if (!m_table || !m_table->tableArn)
        return;
    api::GetResourcePolicyRequest request;
    request.resourceArn = *m_table->tableArn;
    workbench().client(m_place).run(this, m_policySlot, request, [this](Result<api::GetResourcePolicyResponse> result) {
        if (!result.ok() && result.error().code != ErrorCode::PolicyNotFound) {
            setFault(SettingsField::Policy, describe(result.error()).sentence);
            return;
        }
        TableSettings now = m_now;
        now.policy = result.ok() ? toQt(result->policy) : QString();
        nowIs(std::move(now));
    });
}

void SettingsPage::nowIs(TableSettings now)
{
    if (!m_table)
        return;
    m_wanted = merged(m_now, now, m_wanted, *m_table);
    m_now = std::move(now);
    fill();
    updateFooter();
}

void SettingsPage::show(const api::TableDescription &table)
{
    m_table = table;
    TableSettings now = settingsOf(table);
    now.tags = m_now.tags;
    now.timeToLive = m_now.timeToLive;
    now.policy = m_now.policy;
    nowIs(std::move(now));
    m_frame->showContent();
    if (!m_isApartKnown) {
        m_isApartKnown = true;
        loadTags();
        loadTimeToLive();
        loadPolicy();
    }
    if (!isSettled(table))
        m_watch.start();
    else if (m_isApplying && !m_send.isWaiting())
        sendNext();
}

void SettingsPage::fill()
{
    m_isFilling = true;
    m_keys->setFacts(FactsCard::keysOf(*m_table));
    m_details->setFacts(FactsCard::detailsOf(*m_table));
    m_indexes->show(*m_table, m_wanted);
    m_capacity->setValue(m_wanted.isProvisioned, m_wanted.readUnits, m_wanted.writeUnits);
    m_limits->setValue(m_wanted, m_now);
    m_timeToLive->setAttribute(m_wanted.timeToLive);
    m_tableClass->setCurrent(m_wanted.isInfrequentAccess ? kInfrequent : kStandard);
    m_encryption->setValue(m_wanted.isKms, m_wanted.keyId);
    // Setting the same text would take the cursor away.
    if (m_policy->toPlainText() != m_wanted.policy)
        m_policy->setPlainText(m_wanted.policy);
    m_protection->setChecked(m_wanted.isDeletionProtected);
    m_tagsCard->setTags(m_wanted.tags);
    m_isFilling = false;
}

void SettingsPage::collect()
{
    if (m_isFilling || !m_table)
        return;
    m_wanted.isProvisioned = m_capacity->isProvisioned();
    // On demand, the units of the past mean nothing; they must not look like a change.
    m_wanted.readUnits = m_wanted.isProvisioned ? m_capacity->readUnits() : m_now.readUnits;
    m_wanted.writeUnits = m_wanted.isProvisioned ? m_capacity->writeUnits() : m_now.writeUnits;
    m_limits->putInto(m_wanted);
    m_limits->setValue(m_wanted, m_now);
    m_wanted.timeToLive = m_timeToLive->attribute();
    m_wanted.isInfrequentAccess = m_tableClass->current() == kInfrequent;
    m_wanted.isKms = m_encryption->isKms();
    m_wanted.keyId = m_encryption->key();
    m_wanted.policy = m_policy->toPlainText();
    m_wanted.isDeletionProtected = m_protection->isChecked();
    m_wanted.tags = m_tagsCard->tags();
    m_indexes->show(*m_table, m_wanted);
    if (hasUnsavedText())
        Q_EMIT kept();
    updateFooter();
}

void SettingsPage::updateFooter()
{
    const int count = m_table ? changeCount(m_now, m_wanted) : 0;
    const ConnectionInfo *connection = workbench().connections().find(m_place.connection);
    const bool isDangerous = connection && connection->isDangerous;
    m_count->setText(m_isApplying  ? (m_table && !isSettled(*m_table) ? tr("Waiting for the table to settle…") : tr("Applying…"))
                     : count == 0  ? tr("No changes")
                                   //: Settings of a table that were changed and not applied.
                                   : tr("%Ln changed", nullptr, count));
    //: %1 is a connection: the button names where it writes.
    m_apply->setText(isDangerous ? tr("Apply to %1").arg(connection->title) : tr("Apply"));
    m_apply->setEnabled(count > 0 && !m_isApplying);
    m_discard->setEnabled(count > 0 && !m_isApplying);
}

void SettingsPage::apply()
{
    if (!m_table || m_isApplying || changeCount(m_now, m_wanted) == 0)
        return;
    clearFaults();
    const QString fault = m_tagsCard->ruleFault();
    if (!fault.isEmpty()) {
        m_tagsCard->setFault(fault);
        return;
    }
    if (m_timeToLive->lacksAttribute()) {
        setFault(SettingsField::TimeToLive, tr("Name the attribute that holds the time."));
        return;
    }
    m_isApplying = true;
    sendNext();
}

void SettingsPage::sendNext()
{
    const std::vector<SettingsStep> steps = stepsFrom(m_now, m_wanted, *m_table);
    if (steps.empty()) {
        m_isApplying = false;
        updateFooter();
        workbench().say(tr("The settings of %1 are applied.").arg(m_place.table));
        workbench().tables().refresh();
        return;
    }
    // The service takes one update at a time; show() goes on when this one is through.
    if (!isSettled(*m_table)) {
        updateFooter();
        m_watch.start();
        return;
    }
    const SettingsStep step = steps.front();
    const ServiceClient client = workbench().client(m_place);
    std::visit(
        [&](const auto &request) {
            client.run(this, m_send, request, [this, step](auto result) {
                sent(step, result.ok() ? Result<void>() : Result<void>(result.error()));
            });
        },
        step.request);
    updateFooter();
}

void SettingsPage::sent(const SettingsStep &step, const Result<void> &result)
{
    if (!result.ok()) {
        m_isApplying = false;
        const ErrorText why = describe(result.error());
        setFault(step.field, why.advice.isEmpty() ? why.sentence : why.sentence + u' ' + why.advice);
        updateFooter();
        load();
        return;
    }
    // The description tells nothing of these, or names them otherwise than a person does.
    if (step.field == SettingsField::Tags) {
        if (const auto *set = std::get_if<api::TagResourceRequest>(&step.request))
            for (const auto &tag : set->tags)
                m_now.tags.insert_or_assign(tag.key, tag.value);
        if (const auto *gone = std::get_if<api::UntagResourceRequest>(&step.request))
            for (const auto &key : gone->tagKeys)
                m_now.tags.erase(key);
    }
    if (const auto *timeToLive = std::get_if<api::UpdateTimeToLiveRequest>(&step.request)) {
        const auto &set = timeToLive->timeToLiveSpecification;
        m_now.timeToLive = set.enabled ? toQt(set.attributeName) : QString();
    }
    if (step.field == SettingsField::Policy)
        m_now.policy = m_wanted.policy;
    if (step.field == SettingsField::Encryption) {
        m_now.isKms = m_wanted.isKms;
        m_now.keyId = m_wanted.keyId;
    }
    load();
}

void SettingsPage::setFault(SettingsField field, const QString &sentence)
{
    switch (field) {
    case SettingsField::Capacity:
        m_capacityRow->setFault(sentence);
        break;
    case SettingsField::Protection:
        m_protectionRow->setFault(sentence);
        break;
    case SettingsField::Limits:
        m_limitsRow->setFault(sentence);
        break;
    case SettingsField::TableClass:
        m_tableClassRow->setFault(sentence);
        break;
    case SettingsField::Encryption:
        m_encryptionRow->setFault(sentence);
        break;
    case SettingsField::TimeToLive:
        m_timeToLiveRow->setFault(sentence);
        break;
    case SettingsField::Policy:
        m_policyRow->setFault(sentence);
        break;
    case SettingsField::Tags:
        m_tagsCard->setFault(sentence);
        break;
    case SettingsField::Indexes:
        m_indexes->setFault(sentence);
        break;
    }
}

void SettingsPage::clearFaults()
{
    for (const SettingsField field :
         {SettingsField::Capacity, SettingsField::Limits, SettingsField::Protection, SettingsField::TableClass,
          SettingsField::Encryption, SettingsField::TimeToLive, SettingsField::Policy, SettingsField::Tags,
          SettingsField::Indexes})
        setFault(field, {});
}

void SettingsPage::discard()
{
    m_wanted = m_now;
    clearFaults();
    fill();
    updateFooter();
}

void SettingsPage::newIndex()
{
    if (!m_table)
        return;
    TableDraft draft = draftOf(*m_table);
    QStringList names = indexNames(*m_table);
    for (const IndexDraft &index : std::as_const(m_wanted.newIndexes)) {
        draft.indexes.append(index);
        names.append(index.name);
    }
    auto *dialog = new IndexDialog(draft, names, window());
    connect(dialog, &IndexDialog::chosen, this, [this](const IndexDraft &index) {
        m_wanted.newIndexes.append(index);
        fill();
        updateFooter();
        Q_EMIT kept();
    });
    dialog->open();
}

void SettingsPage::deleteTable()
{
    auto *dialog = new DeleteTableDialog(workbench(), m_place, window());
    dialog->open();
}

} // namespace stator::ui
