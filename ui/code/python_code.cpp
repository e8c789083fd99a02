// Python with boto3's client, which takes the request as the API has it.
#include "code/code_writer.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

QString bytesLiteral(const QByteArray &bytes)
{
    QString out = u"b\""_s;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        if (code == '"' || code == '\\')
            out += QStringLiteral("\\") + QLatin1Char(byte);
        else if (code < 0x20 || code >= 0x7f)
            out += u"\\x%1"_s.arg(uint(code), 2, 16, QLatin1Char('0'));
        else
            out += QLatin1Char(byte);
    }
    return out + u'"';
}

QString value(const Node &node);

QString dictionary(const Node &node)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(doubleQuoted(child.key) + u": "_s + value(child));
    return grouped(u"{"_s, parts, u"}"_s);
}

template <class Write>
QString list(const Node &node, Write write)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(write(child));
    return grouped(u"["_s, parts, u"]"_s);
}

QString attribute(const Node &node)
{
    const auto typed = [&node](const QString &content) { return u"{\"%1\": "_s.arg(node.type) + content + u'}'; };
    if (node.type == "B"_L1)
        return typed(bytesLiteral(node.bytes));
    if (node.type == "BOOL"_L1)
        return typed(node.isTrue ? u"True"_s : u"False"_s);
    if (node.type == "NULL"_L1)
        return typed(u"True"_s);
    if (node.type == "SS"_L1 || node.type == "NS"_L1)
        return typed(list(node, [](const Node &child) { return doubleQuoted(child.text); }));
    if (node.type == "BS"_L1)
        return typed(list(node, [](const Node &child) { return bytesLiteral(child.bytes); }));
    if (node.type == "L"_L1)
        return typed(list(node, attribute));
    if (node.type == "M"_L1)
        return typed(dictionary(node));
    return typed(doubleQuoted(node.text));
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
        return node.isTrue ? u"True"_s : u"False"_s;
    case NodeKind::List:
        return list(node, value);
    case NodeKind::Attribute:
        return attribute(node);
    default:
        return dictionary(node);
    }
}

} // namespace

QString pythonCode(const Request &request)
{
    QStringList client{request.isOfStreams ? u"\"dynamodbstreams\""_s : u"\"dynamodb\""_s};
    if (!request.region.isEmpty())
        client.append(u"region_name="_s + doubleQuoted(request.region));
    if (!request.endpoint.isEmpty())
        client.append(u"endpoint_url="_s + doubleQuoted(request.endpoint));
    QString code = u"import boto3\n\n"_s + grouped(u"client = boto3.client("_s, client, u")"_s) + u'\n';
    code += u"response = client.%1("_s.arg(snakeCase(request.operation));
    if (request.root.children.empty())
        return code + u")\nprint(response)\n"_s;
    for (const Node &child : request.root.children)
        code += u'\n' + indented(child.key + u'=' + value(child) + u',');
    return code + u"\n)\nprint(response)\n"_s;
}

} // namespace stator::ui::code
