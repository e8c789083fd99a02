#include "expression/condition_syntax.h"

#include <algorithm>
#include <array>

#include "model/limits.h"

namespace stator::expression {

namespace {

constexpr std::array<std::string_view, 5> kKeywords = {"AND", "OR", "NOT", "IN", "BETWEEN"};

bool isAnyKeyword(const Token &token)
{
    return std::any_of(kKeywords.begin(), kKeywords.end(),
                       [&](std::string_view keyword) { return isKeyword(token, keyword); });
}

bool isComparator(Token::Kind kind)
{
    return kind >= Token::Kind::Equal && kind <= Token::Kind::GreaterOrEqual;
}

// What is open around the current token, innermost last.
struct Frame {
    enum class Kind : std::uint8_t { Group, Call, Compare, BetweenLow, BetweenHigh, InList, Not, And, Or };
    Kind kind = Kind::Group;
    std::uint32_t token = 0;    // that opened it
    std::size_t base = 0;       // where its terms begin on the stack of waiting terms
    bool takesOperands = false; // Group: it stands where only an operand may
    std::uint32_t jump = 0;     // And, Or: the instruction to be given its target
};

// A table of three states over an explicit stack of frames, so that depth costs heap and not stack.
class ConditionParser : public SyntaxParser {
public:
    ConditionParser(ExpressionKind kind, std::string_view text, ConditionSyntax &syntax)
        : SyntaxParser(kind, text, syntax), m_syntax(syntax)
    {}

    Result<void> run()
    {
        State state = State::Start;
        while (state != State::Done) {
            STATOR_TRY(state, step(state));
        }
        return {};
    }

private:
    enum class State : std::uint8_t { Start, AfterTerm, AfterCondition, Done };

    Result<State> step(State state)
    {
        if (state == State::Start)
            return start();
        return state == State::AfterTerm ? afterTerm() : afterCondition();
    }

    bool isTop(Frame::Kind kind) const { return !m_frames.empty() && m_frames.back().kind == kind; }

    // Whether only an operand may stand here, not a condition.
    bool takesOperand() const
    {
        if (m_frames.empty())
            return false;
        switch (m_frames.back().kind) {
        case Frame::Kind::Call:
        case Frame::Kind::Compare:
        case Frame::Kind::BetweenLow:
        case Frame::Kind::BetweenHigh:
        case Frame::Kind::InList:
            return true;
        case Frame::Kind::Group:
            return m_frames.back().takesOperands;
        default:
            return false;
        }
    }

    void open(Frame::Kind kind, std::size_t base)
    {
        m_frames.push_back({kind, position(), base, takesOperand(), 0});
        advance();
    }

    Result<State> start()
    {
        if (at(Token::Kind::OpenParenthesis)) {
            open(Frame::Kind::Group, waitingTerms());
            return State::Start;
        }
        if (atKeyword("NOT") && !takesOperand()) {
            noteOperator();
            m_syntax.connectives.push_back(position());
            open(Frame::Kind::Not, waitingTerms());
            return State::Start;
        }
        if (at(Token::Kind::ValueReference)) {
            pushTerm(SyntaxTerm::Kind::Value, {position(), position() + 1});
            advance();
            return State::AfterTerm;
        }
        const bool isName = at(Token::Kind::Identifier) && !isAnyKeyword(token());
        if (isName && nextToken().kind == Token::Kind::OpenParenthesis) {
            noteFunction();
            open(Frame::Kind::Call, waitingTerms());
            advance();
            return State::Start;
        }
        if (!isName && !at(Token::Kind::NameReference))
            return syntaxError();
        STATOR_TRY(const TokenRange path, parsePath());
        pushTerm(SyntaxTerm::Kind::Path, path);
        return State::AfterTerm;
    }

    Result<State> afterTerm()
    {
        if (m_frames.empty())
            return beginPredicate();
        const Frame frame = m_frames.back();
        switch (frame.kind) {
        case Frame::Kind::Compare:
            return endPredicate(SyntaxPredicate::Kind::Compare);
        case Frame::Kind::BetweenLow:
            if (!atKeyword("AND"))
                return syntaxError();
            noteOperand();
            m_frames.back().kind = Frame::Kind::BetweenHigh;
            advance();
            return State::Start;
        case Frame::Kind::BetweenHigh:
            return endPredicate(SyntaxPredicate::Kind::Between);
        case Frame::Kind::InList:
        case Frame::Kind::Call:
            return afterListed(frame);
        case Frame::Kind::Group:
            if (at(Token::Kind::CloseParenthesis)) {
                closeGroup();
                return State::AfterTerm;
            }
            if (frame.takesOperands)
                return syntaxError();
            return beginPredicate();
        default:
            return beginPredicate();
        }
    }

    Result<State> afterListed(const Frame &frame)
    {
        noteOperand();
        if (at(Token::Kind::Comma)) {
            advance();
            return State::Start;
        }
        STATOR_CHECK(expect(Token::Kind::CloseParenthesis));
        if (frame.kind == Frame::Kind::InList)
            return endPredicate(SyntaxPredicate::Kind::In);
        m_frames.pop_back();
        pushCall(frame.token, frame.base);
        return State::AfterTerm;
    }

    // A term stands where a condition is wanted: an operator makes it one, or it is a function that is one.
    Result<State> beginPredicate()
    {
        const std::size_t base = waitingTerms() - 1;
        const bool isBetween = atKeyword("BETWEEN");
        if (isComparator(token().kind) || isBetween) {
            noteOperand();
            noteOperator();
            open(isBetween ? Frame::Kind::BetweenLow : Frame::Kind::Compare, base);
            return State::Start;
        }
        if (atKeyword("IN")) {
            noteOperand();
            noteOperator();
            open(Frame::Kind::InList, base);
            STATOR_CHECK(expect(Token::Kind::OpenParenthesis));
            return State::Start;
        }
        const SyntaxTerm call = m_syntax.terms[lastTerm()];
        if (call.kind != SyntaxTerm::Kind::Call)
            return syntaxError();
        popTerm();
        if (m_syntax.text(call.tokens.begin) == "size")
            noteMisuse("size");
        addPredicate({SyntaxPredicate::Kind::Call, call.tokens.begin, call.tokens, call.firstArgument,
                      call.argumentCount});
        return State::AfterCondition;
    }

    Result<State> endPredicate(SyntaxPredicate::Kind kind)
    {
        noteOperand();
        const Frame frame = m_frames.back();
        m_frames.pop_back();
        const auto count = static_cast<std::uint32_t>(waitingTerms() - frame.base);
        const std::uint32_t first = takeArguments(frame.base);
        const std::uint32_t begin = m_syntax.argument(first).tokens.begin;
        addPredicate({kind, frame.token, {begin, position()}, first, count});
        return State::AfterCondition;
    }

    Result<State> afterCondition()
    {
        closeNot();
        if (atKeyword("AND")) {
            closeConnective(Frame::Kind::And);
            openConnective(Frame::Kind::And, Instruction::Kind::JumpIfFalse);
            return State::Start;
        }
        if (atKeyword("OR")) {
            closeConnective(Frame::Kind::And);
            closeConnective(Frame::Kind::Or);
            m_syntax.connectives.push_back(position());
            openConnective(Frame::Kind::Or, Instruction::Kind::JumpIfTrue);
            return State::Start;
        }
        closeConnective(Frame::Kind::And);
        closeConnective(Frame::Kind::Or);
        if (at(Token::Kind::CloseParenthesis) && isTop(Frame::Kind::Group)) {
            closeGroup();
            return State::AfterCondition;
        }
        if (at(Token::Kind::End) && m_frames.empty())
            return State::Done;
        return syntaxError();
    }

    void closeGroup()
    {
        noteGroup(m_frames.back().token, position());
        m_frames.pop_back();
        advance();
    }

    void closeNot()
    {
        while (isTop(Frame::Kind::Not)) {
            m_syntax.program.push_back({Instruction::Kind::Not, 0});
            m_frames.pop_back();
        }
    }

    void openConnective(Frame::Kind kind, Instruction::Kind jump)
    {
        noteOperator();
        const std::uint32_t instruction = programSize();
        m_syntax.program.push_back({jump, 0});
        open(kind, waitingTerms());
        m_frames.back().jump = instruction;
    }

    // Its right side is complete: the jump over it leads here.
    void closeConnective(Frame::Kind kind)
    {
        if (!isTop(kind))
            return;
        m_syntax.program[m_frames.back().jump].argument = programSize();
        m_frames.pop_back();
    }

    std::uint32_t programSize() const { return static_cast<std::uint32_t>(m_syntax.program.size()); }

    void addPredicate(SyntaxPredicate predicate)
    {
        m_syntax.program.push_back(
            {Instruction::Kind::Test, static_cast<std::uint32_t>(m_syntax.predicates.size())});
        m_syntax.predicates.push_back(predicate);
    }

    // The last term is used as an operand; of the functions only size may be.
    void noteOperand()
    {
        const SyntaxTerm &term = m_syntax.terms[lastTerm()];
        if (term.kind == SyntaxTerm::Kind::Call && m_syntax.text(term.tokens.begin) != "size")
            noteMisuse(m_syntax.text(term.tokens.begin));
    }

    ConditionSyntax &m_syntax;
    std::vector<Frame> m_frames;
};

Result<void> checkProblems(ExpressionKind kind, const SyntaxProblems &problems)
{
    if (problems.hasRedundantParentheses)
        return redundantParentheses(kind);
    if (problems.operatorCount > model::kExpressionOperators)
        return tooManyOperators(kind);
    if (problems.wrongFunction)
        return *problems.wrongFunction;
    if (problems.misusedFunction)
        return misusedFunction(kind, *problems.misusedFunction);
    if (problems.reservedWord)
        return reservedWord(kind, *problems.reservedWord);
    return {};
}

} // namespace

Result<ConditionSyntax> parseConditionSyntax(std::string_view text, ExpressionKind kind)
{
    STATOR_CHECK(checkExpressionSize(kind, text));
    ConditionSyntax syntax;
    STATOR_CHECK(ConditionParser(kind, text, syntax).run());
    STATOR_CHECK(checkProblems(kind, syntax.problems));
    return syntax;
}

} // namespace stator::expression
