// JSON as the editor reads it: every value with its place in the text, numbers with all their digits, objects
// in the order they were typed. Made for pointing at what is wrong, not for speed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QtCore/QString>

namespace stator::ui {

struct JsonNode {
    enum class Kind { Null, Bool, Number, String, Array, Object };

    Kind kind = Kind::Null;
    bool boolean = false;
    std::string text;            // String: decoded UTF-8; Number: as typed
    std::vector<JsonNode> items; // Array: elements; Object: values
    std::vector<std::string> names;
    std::vector<int> nameOffsets;
    int offset = 0; // in bytes
};

// Something wrong with a text, and where.
struct TextFault {
    int offset = 0; // in bytes of UTF-8
    QString sentence;
};

struct JsonParse {
    std::optional<JsonNode> node;
    TextFault fault; // where there is no node
};

// One value, with nothing but white space around it.
JsonParse parseJson(std::string_view text);

// A JSON string with its quotes. Escapes beside what JSON asks for: control characters, and those that
// text widgets swallow or show as nothing (U+00A0, U+2028, U+FEFF, …).
void appendJsonString(std::string_view utf8, std::string &out);
// Whether a text widget shows `utf8` and gives it back unchanged.
bool isPlainText(std::string_view utf8);

} // namespace stator::ui
