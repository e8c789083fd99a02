// C++ with the AWS SDK: a request object and its setters.
#include "code/code_writer.h"

#include <QtCore/QRegularExpression>

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

QString value(const Node &node);
QString attribute(const Node &node);

// \u names no control character in C++, so those are octal, which ends after three digits by itself.
QString cppQuoted(const QString &text)
{
    static const QRegularExpression escape(u"\\\\u00([01][0-9a-f]|7f)"_s);
    QString out = doubleQuoted(text);
    for (qsizetype at = 0; (at = out.indexOf(u'\\', at)) >= 0;) {
        const auto found = escape.match(out, at, QRegularExpression::NormalMatch,
                                        QRegularExpression::AnchorAtOffsetMatchOption);
        if (!found.hasMatch()) {
            at += 2;
            continue;
        }
        const uint code = found.captured(1).toUInt(nullptr, 16);
        out.replace(at, 6, u"\\%1"_s.arg(code, 3, 8, QLatin1Char('0')));
        at += 4;
    }
    return out;
}

// What macros and keywords took has an underscore.
QString enumerator(const QString &name)
{
    static const QStringList taken{u"DELETE"_s, u"NULL"_s, u"IN"_s, u"OPTIONAL"_s};
    return name != "IN"_L1 && taken.contains(name) ? name + u'_' : name;
}

// Most members are called as their type is.
QString enumerationName(const QString &member)
{
    if (member == "ReturnValues"_L1)
        return u"ReturnValue"_s;
    if (member == "AttributeType"_L1)
        return u"ScalarAttributeType"_s;
    if (member == "Action"_L1)
        return u"AttributeAction"_s;
    if (member == "SSEType"_L1 || member == "SseType"_L1)
        return u"SSEType"_s;
    return member;
}

QString typeOf(const Node &node)
{
    switch (node.kind) {
    case NodeKind::Structure:
        return node.name;
    case NodeKind::List:
        return u"Aws::Vector<%1>"_s.arg(node.children.empty() ? u"Aws::String"_s : typeOf(node.children.front()));
    case NodeKind::Item:
        return u"Aws::Map<Aws::String, AttributeValue>"_s;
    case NodeKind::Attribute:
        return u"AttributeValue"_s;
    case NodeKind::Map:
        return u"Aws::Map<Aws::String, %1>"_s.arg(node.children.empty() ? u"Aws::String"_s : typeOf(node.children.front()));
    default:
        return u"Aws::String"_s;
    }
}

QString mapOf(const Node &node)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(u'{' + cppQuoted(child.key) + u", "_s + value(child) + u'}');
    return grouped(typeOf(node) + u'{', parts, u"}"_s);
}

QString byteBuffer(const QByteArray &bytes)
{
    return u"Aws::Utils::HashingUtils::Base64Decode(\"%1\")"_s.arg(base64(bytes));
}

QString shared(const Node &node)
{
    return u"Aws::MakeShared<AttributeValue>(\"\", "_s + attribute(node) + u')';
}

QString attribute(const Node &node)
{
    const QString made = u"AttributeValue()"_s;
    if (node.type == "B"_L1)
        return made + u".SetB("_s + byteBuffer(node.bytes) + u')';
    if (node.type == "BOOL"_L1)
        return made + (node.isTrue ? u".SetBool(true)"_s : u".SetBool(false)"_s);
    if (node.type == "NULL"_L1)
        return made + u".SetNull(true)"_s;
    if (node.type == "S"_L1 || node.type == "N"_L1)
        return made + u".Set%1("_s.arg(node.type) + cppQuoted(node.text) + u')';
    QStringList parts;
    for (const Node &child : node.children) {
        if (node.type == "BS"_L1)
            parts.append(byteBuffer(child.bytes));
        else if (node.type == "L"_L1)
            parts.append(shared(child));
        else if (node.type == "M"_L1)
            parts.append(u'{' + cppQuoted(child.key) + u", "_s + shared(child) + u'}');
        else
            parts.append(cppQuoted(child.text));
    }
    return grouped(made + u".Set%1({"_s.arg(node.type), parts, u"})"_s);
}

QString built(const Node &node)
{
    QString out = node.name + u"()"_s;
    for (const Node &child : node.children)
        out += u"\n    .With"_s + child.key + u'(' + indented(value(child)).mid(4) + u')';
    return out;
}

QString value(const Node &node)
{
    switch (node.kind) {
    case NodeKind::Text:
        return cppQuoted(node.text);
    case NodeKind::Enumerated:
        return enumerationName(node.key) + u"::"_s + enumerator(node.text);
    case NodeKind::Integer:
    case NodeKind::Long:
    case NodeKind::Double:
        return node.text;
    case NodeKind::Boolean:
        return node.isTrue ? u"true"_s : u"false"_s;
    case NodeKind::List: {
        QStringList parts;
        for (const Node &child : node.children)
            parts.append(value(child));
        return grouped(typeOf(node) + u'{', parts, u"}"_s);
    }
    case NodeKind::Attribute:
        return attribute(node);
    case NodeKind::Structure:
        return built(node);
    default:
        return mapOf(node);
    }
}

} // namespace

QString cppCode(const Request &request)
{
    const QString module = request.isOfStreams ? u"DynamoDBStreams"_s : u"DynamoDB"_s;
    QString code = u"using namespace Aws::%1::Model;\n\n"_s.arg(module);
    code += u"Aws::%1::%1ClientConfiguration config;\n"_s.arg(module);
    if (!request.region.isEmpty())
        code += u"config.region = %1;\n"_s.arg(cppQuoted(request.region));
    if (!request.endpoint.isEmpty())
        code += u"config.endpointOverride = %1;\n"_s.arg(cppQuoted(request.endpoint));
    code += u"Aws::%1::%1Client client(config);\n\n%2Request request;\n"_s.arg(module, request.operation);
    for (const Node &child : request.root.children)
        code += u"request.Set%1("_s.arg(child.key) + value(child) + u");\n"_s;
    return code + u"auto outcome = client.%1(request);\n"_s.arg(request.operation);
}

} // namespace stator::ui::code
