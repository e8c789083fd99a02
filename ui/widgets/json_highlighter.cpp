#include "widgets/json_highlighter.h"

#include "theme/theme.h"

namespace stator::ui {

using theme::Role;

JsonHighlighter::JsonHighlighter(QTextDocument *document) : QSyntaxHighlighter(document)
{
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    const auto format = [this](qsizetype from, qsizetype to, Role role, bool isStrong = false) {
        QTextCharFormat look;
        look.setForeground(theme::color(role));
        if (isStrong)
            look.setFontWeight(QFont::DemiBold);
        setFormat(static_cast<int>(from), static_cast<int>(to - from), look);
    };
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text.at(at);
        const qsizetype begin = at;
        if (c == u'"') {
            // Strings do not go over lines: a backslash hides the quote behind it.
            for (++at; at < text.size() && text.at(at) != u'"'; ++at)
                if (text.at(at) == u'\\')
                    ++at;
            at = std::min(at + 1, text.size());
            qsizetype next = at;
            while (next < text.size() && text.at(next).isSpace())
                ++next;
            const bool isName = next < text.size() && text.at(next) == u':';
            format(begin, at, isName ? Role::Text : Role::Ok, isName);
        } else if (c.isDigit() || c == u'-') {
            while (at < text.size() && (text.at(at).isLetterOrNumber() || QStringView(u"+-.").contains(text.at(at))))
                ++at;
            format(begin, at, Role::Accent);
        } else if (c.isLetter()) {
            while (at < text.size() && text.at(at).isLetter())
                ++at;
            format(begin, at, Role::History);
        } else {
            ++at;
            if (!c.isSpace())
                format(begin, at, Role::SecondText);
        }
    }
}

} // namespace stator::ui

#include "moc_json_highlighter.cpp"
