// C# with the AWS SDK for .NET.
#include "code/code_writer.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

QString value(const Node &node);
QString attribute(const Node &node);

QString typeOf(const Node &node)
{
    switch (node.kind) {
    case NodeKind::Structure:
        return node.name;
    case NodeKind::List:
        return u"List<%1>"_s.arg(node.children.empty() ? u"string"_s : typeOf(node.children.front()));
    case NodeKind::Item:
        return u"Dictionary<string, AttributeValue>"_s;
    case NodeKind::Attribute:
        return u"AttributeValue"_s;
    case NodeKind::Map:
        return u"Dictionary<string, %1>"_s.arg(node.children.empty() ? u"string"_s : typeOf(node.children.front()));
    default:
        return u"string"_s;
    }
}

QString dictionary(const QString &type, const Node &node)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(u'[' + doubleQuoted(child.key) + u"] = "_s + value(child));
    return u"new "_s + spaced(type + (parts.isEmpty() ? u"() {"_s : u" {"_s), parts, u"}"_s);
}

template <class Write>
QString list(const QString &type, const Node &node, Write write)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(write(child));
    return u"new "_s + spaced(u"List<%1> {"_s.arg(type), parts, u"}"_s);
}

QString stream(const QByteArray &bytes)
{
    return u"new MemoryStream(Convert.FromBase64String(\"%1\"))"_s.arg(base64(bytes));
}

QString attribute(const Node &node)
{
    const auto made = [&node](const QString &content) { return u"new AttributeValue { %1 = "_s.arg(node.type) + content + u" }"_s; };
    if (node.type == "B"_L1)
        return made(stream(node.bytes));
    if (node.type == "BOOL"_L1)
        return made(node.isTrue ? u"true"_s : u"false"_s);
    if (node.type == "NULL"_L1)
        return made(u"true"_s);
    if (node.type == "SS"_L1 || node.type == "NS"_L1)
        return made(list(u"string"_s, node, [](const Node &child) { return doubleQuoted(child.text); }));
    if (node.type == "BS"_L1)
        return made(list(u"MemoryStream"_s, node, [](const Node &child) { return stream(child.bytes); }));
    // An empty list or map is not sent unless it is said to be set.
    if (node.type == "L"_L1)
        return node.children.empty() ? u"new AttributeValue { IsLSet = true }"_s
                                     : made(list(u"AttributeValue"_s, node, attribute));
    if (node.type == "M"_L1)
        return node.children.empty() ? u"new AttributeValue { IsMSet = true }"_s
                                     : made(dictionary(u"Dictionary<string, AttributeValue>"_s, node));
    return made(doubleQuoted(node.text));
}

QString object(const QString &type, const Node &node)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(child.key + u" = "_s + value(child));
    return u"new "_s + spaced(type + u" {"_s, parts, u"}"_s);
}

QString value(const Node &node)
{
    switch (node.kind) {
    case NodeKind::Text:
    case NodeKind::Enumerated:
        return doubleQuoted(node.text);
    case NodeKind::Integer:
    case NodeKind::Long:
    case NodeKind::Double:
        return node.text;
    case NodeKind::Boolean:
        return node.isTrue ? u"true"_s : u"false"_s;
    case NodeKind::List:
        return list(node.children.empty() ? u"string"_s : typeOf(node.children.front()), node, value);
    case NodeKind::Attribute:
        return attribute(node);
    case NodeKind::Structure:
        return object(node.name, node);
    default:
        return dictionary(typeOf(node), node);
    }
}

} // namespace

QString csharpCode(const Request &request)
{
    const QString module = request.isOfStreams ? u"AmazonDynamoDBStreams"_s : u"AmazonDynamoDB"_s;
    QStringList options;
    if (!request.endpoint.isEmpty()) {
        // With a URL of its own the region serves the signature alone.
        options.append(u"ServiceURL = "_s + doubleQuoted(request.endpoint));
        if (!request.region.isEmpty())
            options.append(u"AuthenticationRegion = "_s + doubleQuoted(request.region));
    } else if (!request.region.isEmpty()) {
        options.append(u"RegionEndpoint = RegionEndpoint.GetBySystemName(%1)"_s.arg(doubleQuoted(request.region)));
    }
    QString code = u"using Amazon;\nusing Amazon.DynamoDBv2;\nusing Amazon.DynamoDBv2.Model;\n\n"_s;
    code += u"var client = new %1Client("_s.arg(module) + spaced(u"new %1Config {"_s.arg(module), options, u"}"_s) + u");\n"_s;
    QString body = u"new %1Request {"_s.arg(request.operation);
    for (const Node &child : request.root.children)
        body += u'\n' + indented(child.key + u" = "_s + value(child) + u',');
    body += request.root.children.empty() ? u"}"_s : u"\n}"_s;
    return code + u"var response = await client.%1Async("_s.arg(request.operation) + body + u");\n"_s;
}

} // namespace stator::ui::code
