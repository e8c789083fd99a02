// JSON in tests, written with single quotes: moc of Qt 6.4 loses its place in raw string literals.
#pragma once

#include <algorithm>
#include <string>

namespace stator::tests {

// jsonText("{'a':1}") is {"a":1}.
inline std::string jsonText(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

} // namespace stator::tests
