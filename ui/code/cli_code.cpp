// The AWS CLI: simple parameters as options, everything else as JSON in single quotes, for a POSIX shell.
#include "code/code_writer.h"

#include "bridge/text.h"
#include "document/json_writer.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

QString shellQuoted(const QString &text)
{
    QString escaped = text;
    return u'\'' + escaped.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString jsonQuoted(const QString &text)
{
    std::string out;
    document::writeJsonString(toUtf8(text), out);
    return toQt(out);
}

QString json(const Node &node);

QString object(const Node &node)
{
    QStringList members;
    for (const Node &child : node.children)
        members.append(jsonQuoted(child.key) + u": "_s + json(child));
    return u'{' + members.join(u", "_s) + u'}';
}

template <class Write>
QString array(const Node &node, Write write)
{
    QStringList elements;
    for (const Node &child : node.children)
        elements.append(write(child));
    return u'[' + elements.join(u", "_s) + u']';
}

QString attributeJson(const Node &node)
{
    const auto typed = [&node](const QString &content) { return u"{\"%1\": "_s.arg(node.type) + content + u'}'; };
    if (node.type == "B"_L1)
        return typed(jsonQuoted(base64(node.bytes)));
    if (node.type == "BOOL"_L1)
        return typed(node.isTrue ? u"true"_s : u"false"_s);
    if (node.type == "NULL"_L1)
        return typed(u"true"_s);
    if (node.type == "SS"_L1 || node.type == "NS"_L1)
        return typed(array(node, [](const Node &child) { return jsonQuoted(child.text); }));
    if (node.type == "BS"_L1)
        return typed(array(node, [](const Node &child) { return jsonQuoted(base64(child.bytes)); }));
    if (node.type == "L"_L1)
        return typed(array(node, attributeJson));
    if (node.type == "M"_L1)
        return typed(object(node));
    return typed(jsonQuoted(node.text));
}

QString json(const Node &node)
{
    switch (node.kind) {
    case NodeKind::Text:
    case NodeKind::Enumerated:
        return jsonQuoted(node.text);
    case NodeKind::Integer:
    case NodeKind::Long:
    case NodeKind::Double:
        return node.text;
    case NodeKind::Boolean:
        return node.isTrue ? u"true"_s : u"false"_s;
    case NodeKind::List:
        return array(node, json);
    case NodeKind::Attribute:
        return attributeJson(node);
    default:
        return object(node);
    }
}

// Words that need no quotes in any shell.
bool isPlain(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar letter) {
        return letter.isLetterOrNumber() ? letter.unicode() < 0x80 : QStringView(u"_-.:/").contains(letter);
    });
}

QString option(const Node &node)
{
    const QString name = u"--"_s + hyphenated(node.key);
    switch (node.kind) {
    case NodeKind::Boolean:
        return node.isTrue ? name : u"--no-"_s + hyphenated(node.key);
    case NodeKind::Text:
        return name + u' ' + (isPlain(node.text) ? node.text : shellQuoted(node.text));
    case NodeKind::Enumerated:
    case NodeKind::Integer:
    case NodeKind::Long:
    case NodeKind::Double:
        return name + u' ' + node.text;
    default:
        return name + u' ' + shellQuoted(json(node));
    }
}

} // namespace

QString cliCode(const Request &request)
{
    QStringList parts{(request.isOfStreams ? u"aws dynamodbstreams "_s : u"aws dynamodb "_s) + hyphenated(request.operation)};
    if (!request.endpoint.isEmpty())
        parts.append(u"--endpoint-url "_s + request.endpoint);
    if (!request.region.isEmpty())
        parts.append(u"--region "_s + request.region);
    for (const Node &child : request.root.children)
        parts.append(option(child));
    return parts.join(u" \\\n    "_s);
}

} // namespace stator::ui::code
