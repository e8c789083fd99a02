// JavaScript with version 3 of the SDK and its client of plain requests.
#include "code/code_writer.h"

#include <QtCore/QRegularExpression>

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

QString value(const Node &node);

QString propertyName(const QString &name)
{
    static const QRegularExpression identifier(u"^[A-Za-z_$][A-Za-z0-9_$]*$"_s);
    // __proto__ without brackets would set the prototype.
    if (name == "__proto__"_L1)
        return u"[\"__proto__\"]"_s;
    return identifier.match(name).hasMatch() ? name : doubleQuoted(name);
}

QString object(const Node &node)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(propertyName(child.key) + u": "_s + value(child));
    return spaced(u"{"_s, parts, u"}"_s);
}

template <class Write>
QString array(const Node &node, Write write)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(write(child));
    return grouped(u"["_s, parts, u"]"_s);
}

QString buffer(const QByteArray &bytes)
{
    return u"Buffer.from(\"%1\", \"base64\")"_s.arg(base64(bytes));
}

QString attribute(const Node &node)
{
    const auto typed = [&node](const QString &content) { return u"{ %1: "_s.arg(node.type) + content + u" }"_s; };
    if (node.type == "B"_L1)
        return typed(buffer(node.bytes));
    if (node.type == "BOOL"_L1)
        return typed(node.isTrue ? u"true"_s : u"false"_s);
    if (node.type == "NULL"_L1)
        return typed(u"true"_s);
    if (node.type == "SS"_L1 || node.type == "NS"_L1)
        return typed(array(node, [](const Node &child) { return doubleQuoted(child.text); }));
    if (node.type == "BS"_L1)
        return typed(array(node, [](const Node &child) { return buffer(child.bytes); }));
    if (node.type == "L"_L1)
        return typed(array(node, attribute));
    if (node.type == "M"_L1)
        return typed(object(node));
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
        return node.isTrue ? u"true"_s : u"false"_s;
    case NodeKind::List:
        return array(node, value);
    case NodeKind::Attribute:
        return attribute(node);
    default:
        return object(node);
    }
}

} // namespace

QString javaScriptCode(const Request &request)
{
    const QString client = request.isOfStreams ? u"DynamoDBStreamsClient"_s : u"DynamoDBClient"_s;
    const QString package = request.isOfStreams ? u"client-dynamodb-streams"_s : u"client-dynamodb"_s;
    QStringList options;
    if (!request.region.isEmpty())
        options.append(u"region: "_s + doubleQuoted(request.region));
    if (!request.endpoint.isEmpty())
        options.append(u"endpoint: "_s + doubleQuoted(request.endpoint));
    const QString command = request.operation + u"Command"_s;
    // A line for each member reads best, however short they are.
    QString input = u"{"_s;
    for (const Node &child : request.root.children)
        input += u'\n' + indented(propertyName(child.key) + u": "_s + value(child) + u',');
    input += request.root.children.empty() ? u"}"_s : u"\n}"_s;
    return u"import { %1, %2 } from \"@aws-sdk/%3\";\n\n"_s.arg(client, command, package) +
           u"const client = new %1("_s.arg(client) + spaced(u"{"_s, options, u"}"_s) + u");\n"_s +
           u"const response = await client.send(new %1("_s.arg(command) + input + u"));\nconsole.log(response);\n"_s;
}

} // namespace stator::ui::code
