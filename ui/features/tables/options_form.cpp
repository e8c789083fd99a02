#include "features/tables/options_form.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "features/tables/capacity_edit.h"
#include "features/tables/choice_box.h"
#include "features/tables/encryption_edit.h"
#include "features/tables/form_row.h"
#include "features/tables/table_rules.h"
#include "features/tables/tags_card.h"
#include "features/tables/time_to_live_edit.h"
#include "widgets/labels.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using theme::TextStyle;

namespace {

constexpr int kPolicyHeight = 96;

const auto kStandard = QStringLiteral("standard");
const auto kInfrequent = QStringLiteral("infrequent");

} // namespace

OptionsForm::OptionsForm(QWidget *parent)
    : QWidget(parent), m_capacity(new CapacityEdit), m_protection(new QCheckBox(tr("Refuse to delete this table"))),
      m_timeToLive(new TimeToLiveEdit), m_stream(makeStreamBox()), m_tableClass(new SegmentedSwitch),
      m_encryption(new EncryptionEdit), m_insights(makeInsightsBox()), m_policy(new QPlainTextEdit),
      m_tags(new TagsCard), m_capacityRow(new FormRow({}, m_capacity))
{
    auto *capacity = new Card;
    capacity->body()->addWidget(new ThemedLabel(tr("Capacity"), TextStyle::Section));
    capacity->body()->addWidget(m_capacityRow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(capacity);
    column->addWidget(makeOptions());
    column->addWidget(m_tags);
    setFocusProxy(m_capacity);
    connectParts();
}

QWidget *OptionsForm::makeOptions()
{
    m_protection->setObjectName(QStringLiteral("protection"));
    m_tableClass->setSegments({{kStandard, tr("Standard")}, {kInfrequent, tr("Infrequent access")}});
    m_tableClass->setCurrent(kStandard);
    m_policy->setPlaceholderText(tr("None. A JSON document of at most 20 KB."));
    m_policy->setFont(theme::monoFont());
    m_policy->setTabChangesFocus(true);
    m_policy->setFixedHeight(theme::px(kPolicyHeight));
    const auto row = [](const QString &label, QWidget *field, const QString &hint) {
        return new FormRow(label, field, hint, FormRow::Label::Before);
    };
    m_protectionRow = row(tr("Deletion protection"), m_protection, {});
    m_timeToLiveRow = row(tr("Time to live"), m_timeToLive,
                          tr("The attribute holds a number: seconds since 1970. Half an hour has to pass between "
                             "two changes."));
    m_streamRow = row(tr("Stream"), m_stream, tr("What a record of the stream holds of a changed item. Another choice begins a new stream."));
    m_tableClassRow = row(tr("Table class"), m_tableClass, tr("Two changes in 30 days."));
    m_encryptionRow = row(tr("Encryption"), m_encryption, {});
    m_insightsRow = row(tr("Contributor Insights"), m_insights, tr("Told to clients that ask; the counting is CloudWatch's."));
    m_policyRow = row(tr("Resource policy"), m_policy, {});
    auto *card = new Card;
    card->body()->setSpacing(12);
    card->body()->addWidget(new ThemedLabel(tr("Options"), TextStyle::Section));
    bool isFirst = true;
    for (FormRow *each : {m_protectionRow, m_timeToLiveRow, m_streamRow, m_tableClassRow, m_encryptionRow, m_insightsRow,
                          m_policyRow}) {
        if (!isFirst)
            card->body()->addWidget(makeLine(Qt::Horizontal));
        isFirst = false;
        card->body()->addWidget(each);
    }
    return card;
}

// A field that is changed is not yet refused again.
void OptionsForm::connectParts()
{
    const auto follow = [this](auto *part, auto signal, SettingsField field) {
        connect(part, signal, this, [this, field] {
            if (m_isFilling)
                return;
            setFault(field, field == SettingsField::Policy ? policyFault(m_policy->toPlainText()) : QString());
            Q_EMIT changed();
        });
    };
    follow(m_capacity, &CapacityEdit::changed, SettingsField::Capacity);
    follow(m_protection, &QCheckBox::toggled, SettingsField::Protection);
    follow(m_timeToLive, &TimeToLiveEdit::changed, SettingsField::TimeToLive);
    follow(m_stream, &QComboBox::currentIndexChanged, SettingsField::Stream);
    follow(m_tableClass, &SegmentedSwitch::chosen, SettingsField::TableClass);
    follow(m_encryption, &EncryptionEdit::changed, SettingsField::Encryption);
    follow(m_insights, &QComboBox::currentIndexChanged, SettingsField::Insights);
    follow(m_policy, &QPlainTextEdit::textChanged, SettingsField::Policy);
    // Tags say what is wrong with them by themselves.
    connect(m_tags, &TagsCard::changed, this, &OptionsForm::changed);
}

void OptionsForm::show(const TableSettings &wanted, const TableSettings &now)
{
    m_isFilling = true;
    m_capacity->setValue(wanted, now);
    m_protection->setChecked(wanted.isDeletionProtected);
    m_timeToLive->setAttribute(wanted.timeToLive);
    setStream(*m_stream, wanted.stream);
    m_tableClass->setCurrent(wanted.isInfrequentAccess ? kInfrequent : kStandard);
    m_encryption->setValue(wanted.isKms, wanted.keyId);
    setInsights(*m_insights, wanted.insights.value({}, Insights::Off));
    // Setting the same text would take the cursor away.
    if (m_policy->toPlainText() != wanted.policy)
        m_policy->setPlainText(wanted.policy);
    m_tags->setTags(wanted.tags);
    m_isFilling = false;
}

void OptionsForm::putInto(TableSettings &settings) const
{
    m_capacity->putInto(settings);
    settings.isDeletionProtected = m_protection->isChecked();
    settings.timeToLive = m_timeToLive->attribute();
    settings.stream = streamOf(*m_stream);
    settings.isInfrequentAccess = m_tableClass->current() == kInfrequent;
    settings.isKms = m_encryption->isKms();
    settings.keyId = m_encryption->key();
    settings.policy = m_policy->toPlainText();
    settings.tags = m_tags->tags();
    if (const Insights insights = insightsOf(*m_insights); insights == Insights::Off)
        settings.insights.remove({});
    else
        settings.insights.insert({}, insights);
}

FormRow *OptionsForm::rowOf(SettingsField field) const
{
    switch (field) {
    case SettingsField::Capacity: return m_capacityRow;
    case SettingsField::Protection: return m_protectionRow;
    case SettingsField::TimeToLive: return m_timeToLiveRow;
    case SettingsField::Stream: return m_streamRow;
    case SettingsField::TableClass: return m_tableClassRow;
    case SettingsField::Encryption: return m_encryptionRow;
    case SettingsField::Insights: return m_insightsRow;
    case SettingsField::Policy: return m_policyRow;
    case SettingsField::Tags:
    case SettingsField::Indexes: break;
    }
    return nullptr;
}

QWidget *OptionsForm::widgetOf(SettingsField field) const
{
    if (field == SettingsField::Tags)
        return m_tags;
    return rowOf(field);
}

void OptionsForm::setFault(SettingsField field, const QString &sentence)
{
    if (FormRow *row = rowOf(field))
        row->setFault(sentence);
    else if (field == SettingsField::Tags)
        m_tags->setFault(sentence);
}

void OptionsForm::forgetDrafts()
{
    m_timeToLive->forgetDraft();
}

void OptionsForm::clearFaults()
{
    for (const SettingsField field : {SettingsField::Capacity, SettingsField::Protection, SettingsField::TimeToLive,
                                      SettingsField::Stream, SettingsField::TableClass, SettingsField::Encryption,
                                      SettingsField::Insights, SettingsField::Policy, SettingsField::Tags})
        setFault(field, {});
}

QWidget *OptionsForm::judge()
{
    clearFaults();
    QWidget *first = nullptr;
    const auto say = [&](SettingsField field, QWidget *widget, const QString &sentence) {
        setFault(field, sentence);
        if (!sentence.isEmpty() && !first)
            first = widget;
    };
    say(SettingsField::TimeToLive, m_timeToLive,
        m_timeToLive->lacksAttribute() ? tr("Name the attribute that holds the time.") : QString());
    say(SettingsField::Policy, m_policy, policyFault(m_policy->toPlainText()));
    say(SettingsField::Tags, m_tags, m_tags->ruleFault());
    return first;
}

} // namespace stator::ui

#include "moc_options_form.cpp"
