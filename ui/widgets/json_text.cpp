#include "widgets/json_text.h"

namespace stator::ui {

namespace {

constexpr qsizetype kShort = 56; // characters of what stays on one line
constexpr int kStep = 2;

bool isSpace(QChar letter)
{
    return letter == u' ' || letter == u'\n' || letter == u'\r' || letter == u'\t';
}

// Behind the string that begins at `at`.
qsizetype endOfString(QStringView json, qsizetype at)
{
    for (++at; at < json.size(); ++at) {
        if (json.at(at) == u'\\')
            ++at;
        else if (json.at(at) == u'"')
            return at + 1;
    }
    return json.size();
}

// Behind the bracket that closes the one at `at`, if it is near; else -1.
qsizetype nearEnd(QStringView json, qsizetype at)
{
    int depth = 0;
    for (qsizetype i = at; i < json.size() && i - at < kShort;) {
        const QChar letter = json.at(i);
        if (letter == u'"') {
            i = endOfString(json, i);
            continue;
        }
        if (letter == u'{' || letter == u'[')
            ++depth;
        if ((letter == u'}' || letter == u']') && --depth == 0)
            return i + 1;
        ++i;
    }
    return -1;
}

QString oneLineOf(QStringView json)
{
    QString out;
    for (qsizetype i = 0; i < json.size();) {
        const QChar letter = json.at(i);
        if (letter == u'"') {
            const qsizetype end = endOfString(json, i);
            out += json.mid(i, end - i);
            i = end;
            continue;
        }
        if (!isSpace(letter))
            out += letter;
        if (letter == u':' || letter == u',')
            out += u' ';
        ++i;
    }
    return out;
}

} // namespace

QString indentedJson(const QString &text)
{
    const QStringView json(text);
    QString out;
    int depth = 0;
    const auto newLine = [&out, &depth] {
        out += u'\n';
        out += QString(depth * kStep, u' ');
    };
    for (qsizetype i = 0; i < json.size();) {
        const QChar letter = json.at(i);
        if (isSpace(letter)) {
            ++i;
        } else if (letter == u'"') {
            const qsizetype end = endOfString(json, i);
            out += json.mid(i, end - i);
            i = end;
        } else if (letter == u'{' || letter == u'[') {
            if (const qsizetype end = nearEnd(json, i); end > 0 && depth > 0) {
                out += oneLineOf(json.mid(i, end - i));
                i = end;
                continue;
            }
            out += letter;
            ++i;
            while (i < json.size() && isSpace(json.at(i)))
                ++i;
            if (i < json.size() && (json.at(i) == u'}' || json.at(i) == u']')) {
                out += json.at(i++);
                continue;
            }
            ++depth;
            newLine();
        } else if (letter == u'}' || letter == u']') {
            depth = std::max(0, depth - 1);
            newLine();
            out += letter;
            ++i;
        } else {
            out += letter;
            ++i;
            if (letter == u',')
                newLine();
            else if (letter == u':')
                out += u' ';
        }
    }
    return out;
}

} // namespace stator::ui
