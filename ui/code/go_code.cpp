// Go with version 2 of the SDK.
#include "code/code_writer.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

QString value(const Node &node, bool isElement);
QString attribute(const Node &node);

QString typeOf(const Node &node)
{
    switch (node.kind) {
    case NodeKind::Integer:
        return u"int32"_s;
    case NodeKind::Long:
        return u"int64"_s;
    case NodeKind::Double:
        return u"float64"_s;
    case NodeKind::Boolean:
        return u"bool"_s;
    case NodeKind::Structure:
        return u"types."_s + node.name;
    case NodeKind::List:
        return u"[]"_s + (node.children.empty() ? u"string"_s : typeOf(node.children.front()));
    case NodeKind::Map:
        return u"map[string]"_s + (node.children.empty() ? u"string"_s : typeOf(node.children.front()));
    case NodeKind::Item:
        return u"map[string]types.AttributeValue"_s;
    case NodeKind::Attribute:
        return u"types.AttributeValue"_s;
    default:
        return u"string"_s;
    }
}

QString fields(const Node &node)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(child.key + u": "_s + value(child, false));
    return grouped(u"{"_s, parts, u"}"_s);
}

QString entries(const Node &node)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(doubleQuoted(child.key) + u": "_s + value(child, true));
    return grouped(u"{"_s, parts, u"}"_s);
}

template <class Write>
QString elements(const Node &node, Write write)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(write(child));
    return grouped(u"{"_s, parts, u"}"_s);
}

QString byteSlice(const QByteArray &bytes)
{
    return u"[]byte{%1}"_s.arg(hexList(bytes));
}

QString attribute(const Node &node)
{
    const auto member = [&node](const QString &content) {
        return u"&types.AttributeValueMember%1{Value: "_s.arg(node.type) + content + u'}';
    };
    if (node.type == "B"_L1)
        return member(byteSlice(node.bytes));
    if (node.type == "BOOL"_L1)
        return member(node.isTrue ? u"true"_s : u"false"_s);
    if (node.type == "NULL"_L1)
        return member(u"true"_s);
    if (node.type == "SS"_L1 || node.type == "NS"_L1)
        return member(u"[]string"_s + elements(node, [](const Node &child) { return doubleQuoted(child.text); }));
    if (node.type == "BS"_L1)
        return member(u"[][]byte"_s + elements(node, [](const Node &child) { return u"{%1}"_s.arg(hexList(child.bytes)); }));
    if (node.type == "L"_L1)
        return member(u"[]types.AttributeValue"_s + elements(node, attribute));
    if (node.type == "M"_L1)
        return member(u"map[string]types.AttributeValue"_s + entries(node));
    return member(doubleQuoted(node.text));
}

// Members of a structure are pointers; elements of lists and maps are values whose type goes without saying.
QString value(const Node &node, bool isElement)
{
    const auto pointer = [isElement](const QString &function, const QString &text) {
        return isElement ? text : u"aws.%1(%2)"_s.arg(function, text);
    };
    switch (node.kind) {
    case NodeKind::Text:
        return pointer(u"String"_s, doubleQuoted(node.text));
    case NodeKind::Enumerated:
        return doubleQuoted(node.text);
    case NodeKind::Integer:
        return pointer(u"Int32"_s, node.text);
    case NodeKind::Long:
        return pointer(u"Int64"_s, node.text);
    case NodeKind::Double:
        return pointer(u"Float64"_s, node.text);
    case NodeKind::Boolean:
        return pointer(u"Bool"_s, node.isTrue ? u"true"_s : u"false"_s);
    case NodeKind::Structure:
        return (isElement ? QString() : u"&types."_s + node.name) + fields(node);
    case NodeKind::List:
        return (isElement ? QString() : typeOf(node)) + elements(node, [](const Node &child) { return value(child, true); });
    case NodeKind::Attribute:
        return attribute(node);
    default:
        return (isElement ? QString() : typeOf(node)) + entries(node);
    }
}

} // namespace

QString goCode(const Request &request)
{
    const QString package = request.isOfStreams ? u"dynamodbstreams"_s : u"dynamodb"_s;
    QString code = u"cfg, err := config.LoadDefaultConfig(ctx"_s;
    if (!request.region.isEmpty())
        code += u", config.WithRegion(%1)"_s.arg(doubleQuoted(request.region));
    code += u")\nif err != nil {\n    return err\n}\n"_s;
    code += u"client := %1.NewFromConfig(cfg"_s.arg(package);
    if (!request.endpoint.isEmpty())
        code += u", func(o *%1.Options) {\n    o.BaseEndpoint = aws.String(%2)\n}"_s.arg(package, doubleQuoted(request.endpoint));
    code += u")\n"_s;
    QString input = u"&%1.%2Input{"_s.arg(package, request.operation);
    for (const Node &child : request.root.children)
        input += u'\n' + indented(child.key + u": "_s + value(child, false) + u',');
    input += request.root.children.empty() ? u"}"_s : u"\n}"_s;
    return code + u"output, err := client.%1(ctx, "_s.arg(request.operation) + input + u")\n"_s;
}

} // namespace stator::ui::code
