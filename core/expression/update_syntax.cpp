#include "expression/update_syntax.h"

#include <array>

#include "model/limits.h"

namespace stator::expression {

namespace {

struct Section {
    std::string_view keyword;
    UpdateAction::Kind kind;
};
constexpr std::array<Section, 4> kSections = {{
    {"SET", UpdateAction::Kind::Set},
    {"REMOVE", UpdateAction::Kind::Remove},
    {"ADD", UpdateAction::Kind::Add},
    {"DELETE", UpdateAction::Kind::Delete},
}};

class UpdateParser : public SyntaxParser {
public:
    UpdateParser(std::string_view text, UpdateSyntax &syntax)
        : SyntaxParser(kUpdate, text, syntax), m_syntax(syntax)
    {}

    Result<void> run()
    {
        std::array<bool, kSections.size()> seen{};
        do {
            const std::size_t section = sectionHere();
            if (section == kSections.size())
                return syntaxError();
            if (seen[section] && !m_syntax.problems.repeatedSection)
                m_syntax.problems.repeatedSection = kSections[section].keyword;
            seen[section] = true;
            do {
                advance(); // the keyword, or a comma
                STATOR_CHECK(parseAction(kSections[section].kind));
            } while (at(Token::Kind::Comma));
        } while (!at(Token::Kind::End));
        return {};
    }

private:
    std::size_t sectionHere() const
    {
        std::size_t section = 0;
        while (section < kSections.size() && !atKeyword(kSections[section].keyword))
            ++section;
        return section;
    }

    bool atName() const
    {
        return at(Token::Kind::NameReference) ||
               (at(Token::Kind::Identifier) && sectionHere() == kSections.size());
    }

    Result<void> parseAction(UpdateAction::Kind kind)
    {
        SyntaxAction action;
        action.kind = kind;
        if (!atName())
            return syntaxError();
        STATOR_TRY(action.path, parsePath());
        if (kind == UpdateAction::Kind::Set) {
            STATOR_CHECK(expect(Token::Kind::Equal));
            STATOR_CHECK(parseValue(action));
        } else if (kind != UpdateAction::Kind::Remove) {
            action.op = position();
            STATOR_CHECK(expect(Token::Kind::ValueReference));
        }
        m_syntax.actions.push_back(action);
        return {};
    }

    // An operand, or a sum of two; a sum may stand in parentheses.
    Result<void> parseValue(SyntaxAction &action)
    {
        const std::uint32_t open = position();
        const bool isGroup = isGroupOfSum();
        if (isGroup)
            advance();
        STATOR_CHECK(parseOperand());
        action.left = popTerm();
        if (at(Token::Kind::Plus) || at(Token::Kind::Minus)) {
            noteOperator();
            action.op = position();
            advance();
            STATOR_CHECK(parseOperand());
            action.right = popTerm();
        }
        if (!isGroup)
            return {};
        const std::uint32_t close = position();
        STATOR_CHECK(expect(Token::Kind::CloseParenthesis));
        noteGroup(open, close);
        return {};
    }

    // Whether the parenthesis here holds more than an operand: the operator stands right inside it.
    bool isGroupOfSum() const
    {
        int depth = 0;
        for (std::uint32_t i = position(); m_syntax.tokens[i].kind != Token::Kind::End; ++i) {
            const Token::Kind kind = m_syntax.tokens[i].kind;
            if (kind == Token::Kind::OpenParenthesis)
                ++depth;
            else if (kind == Token::Kind::CloseParenthesis)
                --depth;
            if (depth == 0)
                return false;
            if (depth == 1 && (kind == Token::Kind::Plus || kind == Token::Kind::Minus))
                return true;
        }
        return false;
    }

    // A group or a call around the current token. Kept here and not on the machine's stack.
    struct Frame {
        bool isCall = false;
        std::uint32_t token = 0;
        std::size_t base = 0;
    };

    // One operand; it waits as the last term.
    Result<void> parseOperand()
    {
        std::vector<Frame> frames;
        do {
            STATOR_TRY(const bool isTerm, parseStart(frames));
            if (isTerm)
                STATOR_CHECK(parseEnds(frames));
        } while (!frames.empty());
        return {};
    }

    // True if a term was completed, false if a group or a call was opened.
    Result<bool> parseStart(std::vector<Frame> &frames)
    {
        if (at(Token::Kind::OpenParenthesis)) {
            frames.push_back({false, position(), waitingTerms()});
            advance();
            return false;
        }
        if (at(Token::Kind::ValueReference)) {
            pushTerm(SyntaxTerm::Kind::Value, {position(), position() + 1});
            advance();
            return true;
        }
        if (!atName())
            return syntaxError();
        if (at(Token::Kind::Identifier) && nextToken().kind == Token::Kind::OpenParenthesis) {
            noteFunction();
            frames.push_back({true, position(), waitingTerms()});
            advance();
            advance();
            return false;
        }
        STATOR_TRY(const TokenRange path, parsePath());
        pushTerm(SyntaxTerm::Kind::Path, path);
        return true;
    }

    // Behind a term: closes what ends here. Returns where another operand must follow, or all is closed.
    Result<void> parseEnds(std::vector<Frame> &frames)
    {
        while (!frames.empty()) {
            const Frame frame = frames.back();
            if (frame.isCall && at(Token::Kind::Comma)) {
                advance();
                return {};
            }
            const std::uint32_t close = position();
            STATOR_CHECK(expect(Token::Kind::CloseParenthesis));
            frames.pop_back();
            if (frame.isCall) {
                noteAppendedAppends(frame);
                pushCall(frame.token, frame.base);
            } else {
                noteGroup(frame.token, close);
            }
        }
        return {};
    }

    // A list_append may not be an argument of another (observed).
    void noteAppendedAppends(const Frame &call)
    {
        if (m_syntax.text(call.token) != "list_append")
            return;
        for (std::size_t i = call.base; i < waitingTerms(); ++i) {
            const SyntaxTerm &argument = waitingTerm(i);
            if (argument.kind == SyntaxTerm::Kind::Call &&
                m_syntax.text(argument.tokens.begin) == "list_append")
                noteMisuse("list_append");
        }
    }

    UpdateSyntax &m_syntax;
};

Result<void> checkProblems(const SyntaxProblems &problems)
{
    if (problems.hasRedundantParentheses)
        return redundantParentheses(kUpdate);
    if (problems.operatorCount > model::kExpressionOperators)
        return tooManyOperators(kUpdate);
    if (problems.reservedWord)
        return reservedWord(kUpdate, *problems.reservedWord);
    if (problems.wrongFunction)
        return *problems.wrongFunction;
    if (problems.misusedFunction)
        return misusedFunction(kUpdate, *problems.misusedFunction);
    if (problems.repeatedSection)
        return invalidExpression(kUpdate, "The \"" + *problems.repeatedSection +
                                              "\" section can only be used once in an update expression;");
    return {};
}

} // namespace

Result<UpdateSyntax> parseUpdateSyntax(std::string_view text)
{
    STATOR_CHECK(checkExpressionSize(kUpdate, text));
    UpdateSyntax syntax;
    STATOR_CHECK(UpdateParser(text, syntax).run());
    STATOR_CHECK(checkProblems(syntax.problems));
    return syntax;
}

} // namespace stator::expression
