// How a value reads in a cell of a grid: one line, and what kind of thing it is, so that absent, null, empty and
// zero never look alike. What an item holds is never localised.
//
// Threads: any.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <QtCore/QString>

#include "base/result.h"
#include "document/item.h"

namespace stator::ui {

enum class CellKind : unsigned char { Absent, Null, EmptyText, Text, Number, True, False, Binary, Collection };

struct CellText {
    CellKind kind = CellKind::Absent;
    QString text;     // one line; long values are cut behind what no cell can show
    QString trailing; // in second text behind it: a size, a count
    bool isCut = false;
};

CellText cellText(std::optional<document::ValueView> value);

// "S", "N", …; the codes of the service.
QString valueTypeCode(document::ValueType type);

// Line ends as ↵, tabs as →, outer spaces as ·; at most `limit` characters.
QString oneLine(std::string_view utf8, qsizetype limit, bool *isCut = nullptr);

// The whole value as people copy it: text as it is, numbers with all digits, the rest as DynamoDB JSON without
// its outer type.
QString plainText(document::ValueView value);
// The same for tooltips: never more than a screenful.
QString shortText(document::ValueView value);

// Reads what a person typed into a cell of type S, N, BOOL or B (base64). The error is a sentence's worth.
Result<document::Value> valueFromText(document::ValueType type, const QString &text);
// Types that a cell can edit in place; the others belong to the item editor.
bool isEditableInCell(document::ValueType type);

} // namespace stator::ui
