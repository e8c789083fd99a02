#include "expression/projection.h"

#include "expression/syntax.h"

namespace stator::expression {

namespace {

constexpr ExpressionKind kProjection = ExpressionKind::Projection;

Result<std::vector<TokenRange>> parsePaths(std::string_view text, Syntax &syntax)
{
    SyntaxParser parser(kProjection, text, syntax);
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
    STATOR_CHECK(checkExpressionSize(kProjection, text));
    Syntax syntax;
    STATOR_TRY(const std::vector<TokenRange> ranges, parsePaths(text, syntax));
    if (syntax.problems.reservedWord)
        return reservedWord(kProjection, *syntax.problems.reservedWord);
    std::vector<document::Path> paths;
    for (const TokenRange range : ranges) {
        STATOR_TRY(document::Path path, resolvePath(kProjection, syntax, range, placeholders));
        paths.push_back(std::move(path));
    }
    Projection projection;
    if (const auto inserted = projection.paths.insertAll(paths); !inserted.ok())
        return invalidExpression(kProjection, inserted.error().message);
    for (const document::Path &path : paths)
        addUse(projection.attributes, path);
    return projection;
}

} // namespace stator::expression
