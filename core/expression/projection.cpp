#include "expression/projection.h"

#include "expression/syntax.h"

namespace stator::expression {

namespace {

constexpr ExpressionKind kKind = ExpressionKind::Projection;

Result<std::vector<TokenRange>> parsePaths(std::string_view text, Syntax &syntax)
{
    SyntaxParser parser(kKind, text, syntax);
    std::vector<TokenRange> ranges;
    for (;;) {
        STATOR_TRY(const TokenRange range, parser.parsePath());
        ranges.push_back(range);
        if (parser.at(Token::Kind::End))
            return ranges;
        STATOR_CHECK(parser.expect(Token::Kind::Comma));
    }
}

} // namespace

Result<Projection> parseProjection(std::string_view text, Placeholders &placeholders)
{
    STATOR_CHECK(checkExpressionSize(kKind, text));
    Syntax syntax;
    STATOR_TRY(const std::vector<TokenRange> ranges, parsePaths(text, syntax));
    if (syntax.problems.reservedWord)
        return reservedWord(kKind, *syntax.problems.reservedWord);
    std::vector<document::Path> paths;
    for (const TokenRange range : ranges) {
        STATOR_TRY(document::Path path, resolvePath(kKind, syntax, range, placeholders));
        paths.push_back(std::move(path));
    }
    Projection projection;
    if (const auto inserted = projection.paths.insertAll(paths); !inserted.ok())
        return invalidExpression(kKind, inserted.error().message);
    for (const document::Path &path : paths)
        addUse(projection.attributes, path);
    return projection;
}

} // namespace stator::expression
