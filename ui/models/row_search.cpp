#include "models/row_search.h"

#include "bridge/text.h"
#include "model/number.h"

namespace stator::ui {

using document::ValueType;
using document::ValueView;

namespace {

bool holds(ValueView value, const QString &text)
{
    switch (value.type()) {
    case ValueType::S:
        return toQt(value.text()).contains(text, Qt::CaseInsensitive);
    case ValueType::N:
        return toQt(model::numberText(value.numberBytes())).contains(text, Qt::CaseInsensitive);
    case ValueType::Bool:
        return QString::fromLatin1(value.boolean() ? "true" : "false").contains(text, Qt::CaseInsensitive);
    case ValueType::Null:
        return QStringLiteral("null").contains(text, Qt::CaseInsensitive);
    case ValueType::B:
        return false; // bytes have no reading that a person would type
    case ValueType::M:
        for (const auto &member : value.members())
            if (holds(member.value, text))
                return true;
        return false;
    default:
        for (const ValueView element : value.elements())
            if (holds(element, text))
                return true;
        return false;
    }
}

} // namespace

std::vector<FoundCell> findText(const std::vector<SortedRow> &rows, const QString &text, const std::stop_token &stop)
{
    std::vector<FoundCell> found;
    if (text.isEmpty())
        return found;
    for (const SortedRow &row : rows) {
        if (stop.stop_requested())
            break;
        for (const auto &member : row.there.item().attributes())
            if (holds(member.value, text))
                found.push_back({row.row, std::string(member.name)});
    }
    return found;
}

} // namespace stator::ui
