#include "features/items/query/vector_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "bridge/text.h"
#include "document/json_reader.h"
#include "models/value_text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using document::ValueType;

namespace {

class VectorWords {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::QueryPlan)
};

} // namespace

Result<std::vector<document::Value>> vectorFromText(const QString &text, int dimensions)
{
    std::vector<document::Value> values;
    const QString trimmed = text.trimmed();
    if (trimmed.contains(u'{')) {
        const auto list = document::parseValue(toUtf8(u"{\"L\":"_s + trimmed + u'}'));
        if (!list.ok())
            return Error::validation(toUtf8(VectorWords::tr("Not a list of numbers in DynamoDB JSON.")));
        for (const document::ValueView element : list->view().elements())
            values.emplace_back(element);
    } else {
        QString numbers = trimmed;
        if (numbers.startsWith(u'[') && numbers.endsWith(u']'))
            numbers = numbers.mid(1, numbers.size() - 2);
        static const QRegularExpression kBetween(u"[\\s,;]+"_s);
        for (const QString &number : numbers.split(kBetween, Qt::SkipEmptyParts)) {
            auto value = valueFromText(ValueType::N, number);
            if (!value.ok())
                return Error::validation(toUtf8(VectorWords::tr("“%1” is not a number.").arg(number.left(40))));
            values.push_back(std::move(*value));
        }
    }
    if (static_cast<int>(values.size()) != dimensions)
        return Error::validation(toUtf8(VectorWords::tr("The index has %1 dimensions, the vector has %2 numbers.")
                                            .arg(countText(dimensions), countText(static_cast<std::int64_t>(values.size())))));
    return values;
}

std::optional<QString> vectorText(document::ValueView value, int dimensions)
{
    if (value.type() != ValueType::L || static_cast<int>(value.count()) != dimensions)
        return std::nullopt;
    QStringList numbers;
    for (const document::ValueView element : value.elements()) {
        if (element.type() != ValueType::N)
            return std::nullopt;
        numbers.append(plainText(element));
    }
    return u'[' + numbers.join(u", "_s) + u']';
}

} // namespace stator::ui
