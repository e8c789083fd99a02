// Text between core (UTF-8 in std::string) and the window (QString), and counts and sizes as people read
// them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <QString>

namespace stator::ui {

inline QString toQt(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}
inline QString toQt(const std::string &utf8)
{
    return toQt(std::string_view(utf8));
}
inline QString toQt(const std::optional<std::string> &utf8)
{
    return utf8 ? toQt(std::string_view(*utf8)) : QString();
}
inline std::string toUtf8(const QString &text)
{
    return text.toStdString();
}

// By the window's locale: "12,480", "1.2 MB", "61 %". Never for what items hold.
QString countText(std::int64_t count);
QString sizeText(std::int64_t bytes);
QString percentText(double share);
// How long ago: "0.2 s", "3 min", "1.5 h".
QString ageText(double seconds);

} // namespace stator::ui
