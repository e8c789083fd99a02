#include "features/items/query/sort_field.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>

#include "models/value_text.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::px;

namespace {

constexpr std::array kComparisons{Comparison::Equal,       Comparison::BeginsWith, Comparison::Less,   Comparison::LessOrEqual,
                                  Comparison::Greater,     Comparison::GreaterOrEqual, Comparison::Between};
constexpr int kUsefulValue = 120;

} // namespace

QLineEdit *makeKeyField(const QString &attribute, document::ValueType type)
{
    auto *field = new QLineEdit;
    field->setFont(theme::monoFont());
    //: Placeholder of a key's field: the type of the key's value.
    field->setPlaceholderText(QCoreApplication::translate("stator::ui::QueryBar", "any (%1)").arg(valueTypeCode(type)));
    field->setAccessibleName(attribute);
    field->setMinimumWidth(px(64));
    return field;
}

SortField::SortField(const QString &attribute, document::ValueType type, QWidget *parent)
    : QWidget(parent), m_comparison(new QComboBox), m_value(makeKeyField(attribute, type)), m_upper(makeKeyField(attribute, type))
{
    auto *name = new ThemedLabel(attribute, theme::TextStyle::Body, theme::Role::SecondText);
    name->setMono(true);
    for (const Comparison comparison : kComparisons)
        m_comparison->addItem(comparisonText(comparison), static_cast<int>(comparison));
    m_comparison->setMinimumContentsLength(6);
    m_comparison->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_comparison->setAccessibleName(tr("Condition on %1").arg(attribute));
    m_upper->setPlaceholderText(tr("and"));
    m_upper->setAccessibleName(tr("Upper value of %1").arg(attribute));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(4));
    row->addWidget(name);
    row->addWidget(m_comparison);
    row->addWidget(m_value, 1);
    row->addWidget(m_upper, 1);
    connect(m_comparison, &QComboBox::currentIndexChanged, this, [this] {
        followComparison();
        Q_EMIT changed();
    });
    for (QLineEdit *field : {m_value, m_upper}) {
        connect(field, &QLineEdit::textChanged, this, &SortField::changed);
        connect(field, &QLineEdit::returnPressed, this, &SortField::runRequested);
    }
    followComparison();
}

Comparison SortField::comparison() const { return static_cast<Comparison>(m_comparison->currentData().toInt()); }
void SortField::followComparison() { m_upper->setVisible(comparison() == Comparison::Between); }
bool SortField::isEmpty() const { return m_value->text().isEmpty(); }
void SortField::focusField(bool isUpper) { (isUpper ? m_upper : m_value)->setFocus(); }

void SortField::setCondition(const SortCondition &condition)
{
    m_comparison->setCurrentIndex(std::max(0, m_comparison->findData(static_cast<int>(condition.comparison))));
    m_value->setText(condition.value);
    m_upper->setText(condition.upper);
}

SortCondition SortField::condition() const
{
    if (isEmpty())
        return {};
    return {comparison(), m_value->text(), comparison() == Comparison::Between ? m_upper->text() : QString()};
}

int SortField::usefulWidth() const
{
    const int fields = comparison() == Comparison::Between ? 2 : 1;
    return sizeHint().width() - fields * (m_value->sizeHint().width() - px(kUsefulValue));
}

} // namespace stator::ui

#include "moc_sort_field.cpp"
