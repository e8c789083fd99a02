#include "partiql/value_parser.h"

#include "model/limits.h"

namespace stator::partiql {

namespace {

using document::ValueType;
using document::ValueView;

Error nestedTooDeep()
{
    return Error::validation("Nesting Levels have exceeded supported limits: Attributes in the item have "
                             "nested levels beyond supported limit");
}

// That sets in statements are refused in the words for sets in requests is unverified.
Error emptySet()
{
    return Error::invalidParameter("An string set  may not be empty");
}

Error mixedSet()
{
    return Error::invalidParameter("All elements of a set must be strings, numbers or binaries alike");
}

ValueType setTypeOf(ValueType element)
{
    return element == ValueType::S ? ValueType::SS : element == ValueType::N ? ValueType::NS : ValueType::BS;
}

} // namespace

ValueParser::ValueParser(std::string_view text, std::vector<document::Value> parameters)
    : TokenReader(text), m_literals(std::make_shared<Literals>())
{
    m_literals->parameters = std::move(parameters);
}

bool ValueParser::atValue() const
{
    switch (token().kind) {
    case Token::Kind::String:
    case Token::Kind::Number:
    case Token::Kind::Parameter:
    case Token::Kind::OpenBrace:
    case Token::Kind::OpenBracket:
    case Token::Kind::OpenSet:
    case Token::Kind::Plus:
    case Token::Kind::Minus:
        return true;
    default:
        return at(Keyword::True) || at(Keyword::False) || at(Keyword::Null);
    }
}

Result<ValueView> ValueParser::takeNested(std::uint32_t level)
{
    if (at(Token::Kind::Parameter))
        return takeParameter();
    STATOR_CHECK(write(level));
    return m_literals->written.emplace_front(m_writer.finish()).view();
}

Result<void> ValueParser::checkParameterCount() const
{
    if (m_usedParameters != m_literals->parameters.size()) // the text is unverified
        return Error::validation("Number of parameters in request and statement don't match.");
    return {};
}

Result<void> ValueParser::write(std::uint32_t level)
{
    if (level > model::kNestingLevels)
        return nestedTooDeep();
    switch (token().kind) {
    case Token::Kind::String:
        m_writer.string(token().hasDoubledQuotes ? std::string_view(unquoted(token())) : token().text);
        advance();
        return {};
    case Token::Kind::Number:
    case Token::Kind::Plus:
    case Token::Kind::Minus: {
        STATOR_TRY(const model::Number number, takeNumber());
        m_writer.numberBytes(number.bytes());
        return {};
    }
    case Token::Kind::Parameter: {
        const ValueView value = takeParameter();
        if (level + value.levels() - 1 > model::kNestingLevels)
            return nestedTooDeep();
        m_writer.value(value);
        return {};
    }
    case Token::Kind::OpenBrace:
        return writeTuple(level);
    case Token::Kind::OpenBracket:
        return writeList(level);
    case Token::Kind::OpenSet:
        return writeSet();
    default:
        return writeWord();
    }
}

Result<void> ValueParser::writeWord()
{
    if (at(Keyword::Null))
        m_writer.null();
    else if (at(Keyword::True) || at(Keyword::False))
        m_writer.boolean(at(Keyword::True));
    else
        return unexpected();
    advance();
    return {};
}

Result<void> ValueParser::writeTuple(std::uint32_t level)
{
    advance();
    m_writer.beginMap();
    while (!at(Token::Kind::CloseBrace)) {
        if (!at(Token::Kind::String))
            return unexpected();
        if (token().text.empty())
            return Error::invalidParameter("Empty attribute name");
        m_writer.name(unquoted(token()));
        advance();
        STATOR_CHECK(expect(Token::Kind::Colon, "COLON"));
        STATOR_CHECK(write(level + 1));
        if (!skip(Token::Kind::Comma))
            break;
        if (!at(Token::Kind::String))
            return unexpected();
    }
    STATOR_CHECK(expect(Token::Kind::CloseBrace, "RIGHT_CURLY"));
    m_writer.endMap();
    return {};
}

Result<void> ValueParser::writeList(std::uint32_t level)
{
    advance();
    m_writer.beginList();
    if (!at(Token::Kind::CloseBracket)) {
        do
            STATOR_CHECK(write(level + 1));
        while (skip(Token::Kind::Comma));
    }
    STATOR_CHECK(expect(Token::Kind::CloseBracket, "RIGHT_BRACKET"));
    m_writer.endList();
    return {};
}

Result<ValueType> ValueParser::setElementType() const
{
    switch (token().kind) {
    case Token::Kind::CloseSet:
        return emptySet();
    case Token::Kind::String:
        return ValueType::S;
    case Token::Kind::Number:
    case Token::Kind::Plus:
    case Token::Kind::Minus:
        return ValueType::N;
    case Token::Kind::Parameter: {
        if (m_usedParameters >= m_literals->parameters.size())
            return ValueType::S; // refused when parameters are counted
        const ValueType type = m_literals->parameters[m_usedParameters].view().type();
        if (!model::isKeyType(type))
            return mixedSet();
        return type;
    }
    default:
        return token().keyword == Keyword::None ? mixedSet() : unexpected();
    }
}

Result<void> ValueParser::writeSet()
{
    advance();
    STATOR_TRY(const ValueType type, setElementType());
    m_writer.beginSet(setTypeOf(type));
    STATOR_CHECK(writeSetElements(type));
    STATOR_CHECK(expect(Token::Kind::CloseSet, "RIGHT_DOUBLE_ANGLE_BRACKET"));
    if (!m_writer.endSet())
        return Error::invalidParameter("Input collection contains duplicates");
    return {};
}

Result<void> ValueParser::writeSetElements(ValueType type)
{
    do {
        STATOR_TRY(const ValueType elementType, setElementType());
        if (m_usedParameters >= m_literals->parameters.size() && at(Token::Kind::Parameter)) {
            takeParameter();
            continue;
        }
        if (elementType != type)
            return mixedSet();
        STATOR_CHECK(write(1));
    } while (skip(Token::Kind::Comma));
    return {};
}

Result<model::Number> ValueParser::takeNumber()
{
    std::string text;
    if (at(Token::Kind::Minus) || at(Token::Kind::Plus)) {
        if (at(Token::Kind::Minus))
            text = '-';
        advance();
    }
    if (!at(Token::Kind::Number))
        return unexpected();
    text += token().text;
    advance();
    return model::Number::parse(text);
}

ValueView ValueParser::takeParameter()
{
    static const document::Value missing; // stands in until the count is refused
    advance();
    const std::size_t number = m_usedParameters++;
    return number < m_literals->parameters.size() ? m_literals->parameters[number].view() : missing.view();
}

} // namespace stator::partiql
