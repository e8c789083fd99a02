#include "partiql/value_parser.h"

#include "model/limits.h"

namespace stator::partiql {

namespace {

using document::ValueType;
using document::ValueView;

Error emptySet()
{
    return Error::validation("Empty bags are not supported");
}

Error mixedSet()
{
    return Error::validation(
        "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags");
}

// `elements` as the statement writes them.
Error repeatedElements(ValueType type, const std::string &elements, const std::string &path)
{
    return Error::invalidParameter("Input collection [" + elements + "] contains duplicates" +
                                   (type == ValueType::S ? "." : "! under " + path));
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
    m_path = "root";
    STATOR_CHECK(write(level));
    return m_literals->written.emplace_front(m_writer.finish()).view();
}

ValueView ValueParser::writtenTrue()
{
    m_writer.boolean(true);
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
        return Error::validation("Nesting Levels have exceeded supported limits under " + m_path);
    switch (token().kind) {
    case Token::Kind::String:
        m_writer.string(token().hasDoubledQuotes ? std::string_view(unquoted(token())) : token().text);
        advance();
        return {};
    case Token::Kind::Number:
    case Token::Kind::Plus:
    case Token::Kind::Minus: {
        STATOR_TRY(const std::string text, takeNumberText());
        STATOR_TRY(const model::Number number, model::Number::parse(text));
        m_writer.numberBytes(number.bytes());
        return {};
    }
    case Token::Kind::Parameter:
        if (level > 1) // inside a list or a map
            return parameterInside();
        m_writer.value(takeParameter());
        return {};
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
        const std::string name = unquoted(token());
        m_writer.name(name);
        advance();
        STATOR_CHECK(expect(Token::Kind::Colon, "COLON"));
        // The attributes of an item are roots of their own.
        STATOR_CHECK(writeMember(level == 0 ? std::string() : "." + name, level + 1));
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
    std::size_t index = 0;
    if (!at(Token::Kind::CloseBracket)) {
        do
            STATOR_CHECK(writeMember("[" + std::to_string(index++) + "]", level + 1));
        while (skip(Token::Kind::Comma));
    }
    STATOR_CHECK(expect(Token::Kind::CloseBracket, "RIGHT_BRACKET"));
    m_writer.endList();
    return {};
}

// `step` leads from what is being written to the value here.
Result<void> ValueParser::writeMember(const std::string &step, std::uint32_t level)
{
    const std::size_t length = m_path.size();
    m_path += step;
    STATOR_CHECK(write(level));
    m_path.resize(length);
    return {};
}

Error ValueParser::parameterInside() const
{
    return Error::validation("Unsupported data type: Parameter under key " + m_path + placeOf(token()));
}

// S or N: the syntax has no binary values.
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
    case Token::Kind::Parameter:
        return parameterInside();
    default:
        return token().keyword == Keyword::None ? mixedSet() : unexpected();
    }
}

// A string or a number; its text.
Result<std::string> ValueParser::writeSetElement()
{
    if (!at(Token::Kind::String)) {
        STATOR_TRY(std::string text, takeNumberText());
        STATOR_TRY(const model::Number number, model::Number::parse(text));
        m_writer.numberBytes(number.bytes());
        return text;
    }
    std::string text = unquoted(token());
    advance();
    m_writer.string(text);
    return text;
}

Result<void> ValueParser::writeSet()
{
    advance();
    STATOR_TRY(const ValueType type, setElementType());
    m_writer.beginSet(type == ValueType::S ? ValueType::SS : ValueType::NS);
    std::string elements;
    do {
        STATOR_TRY(const ValueType elementType, setElementType());
        if (elementType != type)
            return mixedSet();
        if (!elements.empty())
            elements += ", ";
        STATOR_TRY(const std::string element, writeSetElement());
        elements += element;
    } while (skip(Token::Kind::Comma));
    STATOR_CHECK(expect(Token::Kind::CloseSet, "RIGHT_DOUBLE_ANGLE_BRACKET"));
    if (!m_writer.endSet())
        return repeatedElements(type, elements, m_path);
    return {};
}

Result<std::string> ValueParser::takeNumberText()
{
    bool isNegative = false;
    for (; at(Token::Kind::Minus) || at(Token::Kind::Plus); advance())
        isNegative = isNegative != at(Token::Kind::Minus);
    if (!at(Token::Kind::Number))
        return unexpected();
    std::string text = isNegative ? "-" : "";
    text += token().text;
    advance();
    return text;
}

ValueView ValueParser::takeParameter()
{
    static const document::Value missing; // stands in until the count is refused
    advance();
    const std::size_t number = m_usedParameters++;
    return number < m_literals->parameters.size() ? m_literals->parameters[number].view() : missing.view();
}

} // namespace stator::partiql
