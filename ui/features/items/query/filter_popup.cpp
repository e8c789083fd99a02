#include "features/items/query/filter_popup.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>

#include "models/value_text.h"
#include "theme/theme.h"

namespace stator::ui {

using document::ValueType;

namespace {

constexpr std::array kComparisons{Comparison::Equal,       Comparison::NotEqual,   Comparison::Less,
                                  Comparison::LessOrEqual, Comparison::Greater,    Comparison::GreaterOrEqual,
                                  Comparison::Between,     Comparison::BeginsWith, Comparison::Contains,
                                  Comparison::NotContains, Comparison::In,         Comparison::Exists,
                                  Comparison::NotExists,   Comparison::IsType};
constexpr std::array kTypes{ValueType::S, ValueType::N, ValueType::Bool, ValueType::B, ValueType::Null};

} // namespace

FilterPopup::FilterPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_path(new QLineEdit), m_comparison(new QComboBox), m_type(new QComboBox),
      m_value(new QLineEdit), m_upper(new QLineEdit), m_apply(new QPushButton)
{
    setFrameShape(QFrame::StyledPanel);
    theme::setPageSurface(this);
    m_path->setPlaceholderText(tr("Path: total, address.city, lines[0].sku"));
    m_path->setAccessibleName(tr("Path"));
    m_path->setMinimumWidth(theme::px(220));
    m_path->setFont(theme::monoFont());
    auto *completer = new QCompleter(this);
    completer->setModel(new QStringListModel(completer));
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_path->setCompleter(completer);
    for (const Comparison comparison : kComparisons)
        m_comparison->addItem(comparisonText(comparison), static_cast<int>(comparison));
    m_comparison->setAccessibleName(tr("Comparison"));
    for (const ValueType type : kTypes)
        m_type->addItem(valueTypeCode(type), static_cast<int>(type));
    m_type->setAccessibleName(tr("Type of the value"));
    m_value->setMinimumWidth(theme::px(180));
    m_value->setAccessibleName(tr("Value"));
    m_upper->setPlaceholderText(tr("and"));
    m_upper->setAccessibleName(tr("Upper value"));
    m_apply->setAutoDefault(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 8, 8, 8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_path, m_comparison, m_type, m_value, m_upper, m_apply})
        row->addWidget(widget);
    connect(m_path, &QLineEdit::textChanged, this, &FilterPopup::followPath);
    connect(m_type, &QComboBox::activated, this, [this] { m_isTypeChosen = true; });
    connect(m_comparison, &QComboBox::currentIndexChanged, this, &FilterPopup::followComparison);
    connect(m_apply, &QPushButton::clicked, this, &FilterPopup::accept);
    for (QLineEdit *field : {m_path, m_value, m_upper})
        connect(field, &QLineEdit::returnPressed, this, &FilterPopup::accept);
}

void FilterPopup::setAttributes(const QList<KnownAttribute> &attributes)
{
    m_attributes = attributes;
    QStringList names;
    for (const KnownAttribute &attribute : attributes)
        names.append(attribute.name);
    static_cast<QStringListModel *>(m_path->completer()->model())->setStringList(names);
}

void FilterPopup::open(QWidget *anchor, const FilterToken &filter, int number)
{
    m_number = number;
    m_isTypeChosen = number >= 0;
    m_path->setText(filter.path);
    m_comparison->setCurrentIndex(m_comparison->findData(static_cast<int>(filter.comparison)));
    m_type->setCurrentIndex(m_type->findData(static_cast<int>(filter.type)));
    m_value->setText(filter.value);
    m_upper->setText(filter.upper);
    m_apply->setText(number < 0 ? tr("Add Filter") : tr("Change Filter"));
    followComparison();
    adjustSize();
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + theme::px(4)));
    const QWidget *window = anchor->window();
    at.setX(std::min(at.x(), window->mapToGlobal(QPoint(window->width() - width() - theme::px(8), 0)).x()));
    move(at);
    show();
    (filter.path.isEmpty() ? m_path : m_value)->setFocus();
}

// The type that values at this path have, unless the person has chosen another.
void FilterPopup::followPath()
{
    if (m_isTypeChosen)
        return;
    for (const KnownAttribute &attribute : m_attributes) {
        if (attribute.name != m_path->text())
            continue;
        const int at = m_type->findData(static_cast<int>(attribute.type));
        if (at >= 0)
            m_type->setCurrentIndex(at);
    }
}

void FilterPopup::followComparison()
{
    const auto comparison = static_cast<Comparison>(m_comparison->currentData().toInt());
    m_value->setVisible(takesValue(comparison));
    m_type->setVisible(takesValue(comparison) && comparison != Comparison::IsType);
    m_upper->setVisible(comparison == Comparison::Between);
    m_value->setPlaceholderText(comparison == Comparison::In       ? tr("Values, with commas")
                                : comparison == Comparison::IsType ? tr("S, N, B, BOOL, NULL, SS, NS, BS, L or M")
                                                                   : tr("Value"));
}

void FilterPopup::accept()
{
    FilterToken filter;
    filter.path = m_path->text().trimmed();
    if (filter.path.isEmpty()) {
        m_path->setFocus();
        return;
    }
    filter.comparison = static_cast<Comparison>(m_comparison->currentData().toInt());
    filter.type = static_cast<ValueType>(m_type->currentData().toInt());
    filter.value = m_value->text();
    filter.upper = m_upper->text();
    hide();
    Q_EMIT accepted(m_number, filter);
}

} // namespace stator::ui

#include "moc_filter_popup.cpp"
