#include "features/partiql/editor/partiql_lexer.h"

#include <QFontInfo>

#include <Qsci/qsciscintilla.h>

#include "features/partiql/statement_text.h"
#include "theme/theme.h"

namespace stator::ui {

using theme::Role;

namespace {

constexpr int kStyles = static_cast<int>(TokenKind::Broken) + 1;

Role roleOf(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Comment:
        return Role::SecondText;
    case TokenKind::Keyword:
    case TokenKind::Function:
        return Role::Accent;
    case TokenKind::Text:
        return Role::Ok;
    case TokenKind::Number:
    case TokenKind::Word:
        return Role::History;
    case TokenKind::Parameter:
        return Role::Warning;
    case TokenKind::Broken:
        return Role::Error;
    default:
        return Role::Text;
    }
}

} // namespace

QFont pointFont(const QFont &font)
{
    QFont same = font;
    if (font.pointSizeF() <= 0)
        same.setPointSizeF(QFontInfo(font).pointSizeF());
    return same;
}

PartiqlLexer::PartiqlLexer(QObject *parent) : QsciLexerCustom(parent)
{
    applyTheme();
}

void PartiqlLexer::applyTheme()
{
    QFont plain = pointFont(theme::monoFont());
    QFont strong = plain;
    strong.setWeight(QFont::DemiBold);
    setDefaultFont(plain);
    setDefaultPaper(theme::color(Role::Page));
    setDefaultColor(theme::color(Role::Text));
    for (int style = 0; style < kStyles; ++style) {
        const auto kind = static_cast<TokenKind>(style);
        setColor(theme::color(roleOf(kind)), style);
        setPaper(theme::color(Role::Page), style);
        setFont(kind == TokenKind::Keyword ? strong : plain, style);
    }
}

QString PartiqlLexer::description(int style) const
{
    // QScintilla counts styles by asking until there is no description.
    return style >= 0 && style < kStyles ? QString::number(style) : QString();
}

// Quotes may span lines, so all of it is read again; statements are short (8,192 characters at most).
void PartiqlLexer::styleText(int, int)
{
    if (!editor())
        return;
    const QString text = editor()->text();
    startStyling(0);
    for (const Token &token : tokensOf(text))
        setStyling(static_cast<int>(token.of(text).toUtf8().size()), static_cast<int>(token.kind));
}

} // namespace stator::ui

#include "moc_partiql_lexer.cpp"
