// Java with version 2 of the SDK: builders all the way down.
#include "code/code_writer.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

QString value(const Node &node);
QString attribute(const Node &node);

QString sdkBytes(const QByteArray &bytes)
{
    return u"SdkBytes.fromByteArray(Base64.getDecoder().decode(\"%1\"))"_s.arg(base64(bytes));
}

template <class Write>
QString listOf(const Node &node, Write write)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(write(child));
    return grouped(u"List.of("_s, parts, u")"_s, QString());
}

// Map.of() takes ten entries.
QString mapOf(const Node &node)
{
    QStringList parts;
    const bool isShort = node.children.size() <= 10;
    for (const Node &child : node.children) {
        const QString entry = doubleQuoted(child.key) + u", "_s + value(child);
        parts.append(isShort ? entry : u"Map.entry(%1)"_s.arg(entry));
    }
    return grouped(isShort ? u"Map.of("_s : u"Map.ofEntries("_s, parts, u")"_s, QString());
}

QString attribute(const Node &node)
{
    const auto made = [](const QString &factory, const QString &content) {
        return u"AttributeValue.from%1("_s.arg(factory) + content + u')';
    };
    if (node.type == "B"_L1)
        return made(u"B"_s, sdkBytes(node.bytes));
    if (node.type == "BOOL"_L1)
        return made(u"Bool"_s, node.isTrue ? u"true"_s : u"false"_s);
    if (node.type == "NULL"_L1)
        return made(u"Nul"_s, u"true"_s);
    if (node.type == "SS"_L1 || node.type == "NS"_L1)
        return made(node.type == "SS"_L1 ? u"Ss"_s : u"Ns"_s,
                    listOf(node, [](const Node &child) { return doubleQuoted(child.text); }));
    if (node.type == "BS"_L1)
        return made(u"Bs"_s, listOf(node, [](const Node &child) { return sdkBytes(child.bytes); }));
    if (node.type == "L"_L1)
        return made(u"L"_s, listOf(node, attribute));
    if (node.type == "M"_L1)
        return made(u"M"_s, mapOf(node));
    return made(node.type, doubleQuoted(node.text));
}

// Of an enumeration in a list, the strings' own setter is taken.
QString setter(const Node &node)
{
    const bool isListOfNames = node.kind == NodeKind::List && !node.children.empty() &&
                               node.children.front().kind == NodeKind::Enumerated;
    return u'.' + camelCase(node.key) + (isListOfNames ? u"WithStrings("_s : u"("_s) + value(node) + u')';
}

QString built(const QString &type, const Node &node)
{
    QString out = type + u".builder()"_s;
    for (const Node &child : node.children)
        out += u'\n' + indented(setter(child));
    return out + (node.children.empty() ? u".build()"_s : u"\n    .build()"_s);
}

QString value(const Node &node)
{
    switch (node.kind) {
    case NodeKind::Text:
    case NodeKind::Enumerated:
        return doubleQuoted(node.text);
    case NodeKind::Integer:
    case NodeKind::Double:
        return node.text;
    case NodeKind::Long:
        return node.text + u'L';
    case NodeKind::Boolean:
        return node.isTrue ? u"true"_s : u"false"_s;
    case NodeKind::List:
        return listOf(node, value);
    case NodeKind::Attribute:
        return attribute(node);
    case NodeKind::Structure:
        return built(node.name, node);
    default:
        return mapOf(node);
    }
}

} // namespace

QString javaCode(const Request &request)
{
    const QString client = request.isOfStreams ? u"DynamoDbStreamsClient"_s : u"DynamoDbClient"_s;
    const QString package = request.isOfStreams ? u"software.amazon.awssdk.services.dynamodb.streams"_s
                                                : u"software.amazon.awssdk.services.dynamodb"_s;
    QString options;
    if (!request.region.isEmpty())
        options += u"\n    .region(Region.of(%1))"_s.arg(doubleQuoted(request.region));
    if (!request.endpoint.isEmpty())
        options += u"\n    .endpointOverride(URI.create(%1))"_s.arg(doubleQuoted(request.endpoint));
    const QString body = built(request.operation + u"Request"_s, request.root);
    QString code = u"import java.net.URI;\nimport java.util.Base64;\nimport java.util.List;\nimport java.util.Map;\n"
                   "import software.amazon.awssdk.core.SdkBytes;\nimport software.amazon.awssdk.regions.Region;\n"_s;
    code += u"import %1.%2;\nimport software.amazon.awssdk.services.dynamodb.model.*;\n\n"_s.arg(package, client);
    code += u"%1 client = %1.builder()"_s.arg(client) + options + u"\n    .build();\n"_s;
    return code + u"%1Response response = client.%2("_s.arg(request.operation, camelCase(request.operation)) + body + u");\n"_s;
}

} // namespace stator::ui::code
