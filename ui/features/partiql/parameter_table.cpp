#include "features/partiql/parameter_table.h"

#include <QComboBox>
#include <QHeaderView>

#include "api/codec.h"
#include "api/execute_statement.h"
#include "bridge/text.h"
#include "models/value_text.h"
#include "theme/theme.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

const QStringList kTypes{u"S"_s, u"N"_s, u"BOOL"_s, u"NULL"_s, u"B"_s, u"JSON"_s};

std::optional<document::ValueType> typeOf(const QString &name)
{
    if (name == "S"_L1)
        return document::ValueType::S;
    if (name == "N"_L1)
        return document::ValueType::N;
    if (name == "BOOL"_L1)
        return document::ValueType::Bool;
    if (name == "B"_L1)
        return document::ValueType::B;
    return std::nullopt;
}

// The codec reads values where they stand in a request.
Result<document::Value> fromDynamoDbJson(const QString &json)
{
    auto request = api::decodeRequest<api::ExecuteStatementRequest>("{\"Statement\":\"x\",\"Parameters\":[" + toUtf8(json) + "]}");
    if (!request.ok())
        return Error::validation(toUtf8(ParameterTable::tr("This is not a value in DynamoDB JSON, such as {\"SS\": [\"a\"]}.")));
    if (!request->parameters || request->parameters->size() != 1)
        return Error::validation(toUtf8(ParameterTable::tr("One value is expected, such as {\"SS\": [\"a\"]}.")));
    document::Value value = request->parameters->front();
    if (value.fault())
        return value.fault()->error;
    return value;
}

} // namespace

Result<document::Value> valueOf(const ParameterText &parameter)
{
    if (parameter.type == "NULL"_L1)
        return document::Value();
    if (const auto type = typeOf(parameter.type))
        return valueFromText(*type, parameter.value);
    return fromDynamoDbJson(parameter.value);
}

ParameterTable::ParameterTable(QWidget *parent) : QTableWidget(parent)
{
    setColumnCount(2);
    setHorizontalHeaderLabels({tr("Type"), tr("Value")});
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    horizontalHeader()->resizeSection(0, theme::px(84));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->setDefaultSectionSize(theme::rowHeight());
    verticalHeader()->setDefaultAlignment(Qt::AlignCenter);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::AllEditTriggers);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Parameters"));
    connect(this, &QTableWidget::itemChanged, this, [this](QTableWidgetItem *item) {
        if (m_isFilling || item->column() != 1)
            return;
        m_kept[item->row()].value = item->text();
        Q_EMIT edited();
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
        verticalHeader()->setDefaultSectionSize(theme::rowHeight());
        horizontalHeader()->resizeSection(0, theme::px(84));
    });
}

void ParameterTable::setCount(int count)
{
    while (m_kept.size() < count)
        m_kept.append(ParameterText());
    const int before = rowCount();
    if (before == count)
        return;
    setRowCount(count);
    for (int row = before; row < count; ++row)
        fillRow(row);
}

void ParameterTable::fillRow(int row)
{
    m_isFilling = true;
    auto *type = new QComboBox;
    type->addItems(kTypes);
    type->setCurrentText(m_kept.at(row).type);
    type->setFrame(false);
    //: The type of a parameter; %1 is its number.
    type->setAccessibleName(tr("Type of parameter %1").arg(row + 1));
    setCellWidget(row, 0, type);
    auto *value = new QTableWidgetItem(m_kept.at(row).value);
    value->setFont(theme::monoFont());
    setItem(row, 1, value);
    m_isFilling = false;
    connect(type, &QComboBox::activated, this, [this, row, type] {
        m_kept[row].type = type->currentText();
        Q_EMIT edited();
    });
}

QList<ParameterText> ParameterTable::parameters() const
{
    return m_kept.first(rowCount());
}

void ParameterTable::setParameters(const QList<ParameterText> &parameters)
{
    const int count = rowCount();
    m_kept = parameters;
    setRowCount(0);
    setCount(count);
}

void ParameterTable::edit(int row)
{
    setCurrentCell(row, 1);
    setFocus(Qt::OtherFocusReason);
    editItem(item(row, 1));
}

} // namespace stator::ui

#include "moc_parameter_table.cpp"
