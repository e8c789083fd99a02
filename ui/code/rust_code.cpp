// Rust: the fluent client. Maps and lists of a request are given entry by entry.
#include "code/code_writer.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

QString value(const Node &node);
QString attribute(const Node &node);

QString owned(const QString &text)
{
    return rustQuoted(text) + u".to_string()"_s;
}

QString hashMap(const Node &node)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(u'(' + owned(child.key) + u", "_s + value(child) + u')');
    return parts.isEmpty() ? u"HashMap::new()"_s : grouped(u"HashMap::from(["_s, parts, u"])"_s);
}

template <class Write>
QString vec(const Node &node, Write write)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(write(child));
    return grouped(u"vec!["_s, parts, u"]"_s);
}

QString blob(const QByteArray &bytes)
{
    return u"Blob::new(vec![%1])"_s.arg(hexList(bytes));
}

QString attribute(const Node &node)
{
    const auto made = [](const QString &variant, const QString &content) {
        return u"AttributeValue::%1("_s.arg(variant) + content + u')';
    };
    if (node.type == "B"_L1)
        return made(u"B"_s, blob(node.bytes));
    if (node.type == "BOOL"_L1)
        return made(u"Bool"_s, node.isTrue ? u"true"_s : u"false"_s);
    if (node.type == "NULL"_L1)
        return made(u"Null"_s, u"true"_s);
    if (node.type == "SS"_L1 || node.type == "NS"_L1)
        return made(node.type == "SS"_L1 ? u"Ss"_s : u"Ns"_s, vec(node, [](const Node &child) { return owned(child.text); }));
    if (node.type == "BS"_L1)
        return made(u"Bs"_s, vec(node, [](const Node &child) { return blob(child.bytes); }));
    if (node.type == "L"_L1)
        return made(u"L"_s, vec(node, attribute));
    if (node.type == "M"_L1)
        return made(u"M"_s, hashMap(node));
    return made(node.type, owned(node.text));
}

// A member may share its name with a word of the language.
QString methodName(const QString &name)
{
    const QString snake = snakeCase(name);
    return snake == "type"_L1 || snake == "match"_L1 || snake == "use"_L1 ? u"r#"_s + snake : snake;
}

// One call for each scalar, and for each entry of a list or map.
QString calls(const Node &node)
{
    QString out;
    for (const Node &child : node.children) {
        const QString method = u"\n."_s + methodName(child.key);
        if (child.kind == NodeKind::Map || child.kind == NodeKind::Item) {
            for (const Node &entry : child.children)
                out += method + u'(' + rustQuoted(entry.key) + u", "_s + value(entry) + u')';
        } else if (child.kind == NodeKind::List) {
            for (const Node &element : child.children)
                out += method + u'(' + value(element) + u')';
        } else {
            out += method + u'(' + (child.kind == NodeKind::Text ? rustQuoted(child.text) : value(child)) + u')';
        }
    }
    return indented(out).mid(4);
}

QString built(const Node &node)
{
    return pascalCase(node.name) + u"::builder()"_s + calls(node) + (node.needsAll ? u"\n    .build()?"_s : u"\n    .build()"_s);
}

QString value(const Node &node)
{
    switch (node.kind) {
    case NodeKind::Text:
        return owned(node.text);
    case NodeKind::Enumerated:
        return rustQuoted(node.text) + u".into()"_s;
    case NodeKind::Integer:
    case NodeKind::Long:
    case NodeKind::Double:
        return node.text;
    case NodeKind::Boolean:
        return node.isTrue ? u"true"_s : u"false"_s;
    case NodeKind::List:
        return vec(node, value);
    case NodeKind::Attribute:
        return attribute(node);
    case NodeKind::Structure:
        return built(node);
    default:
        return hashMap(node);
    }
}

} // namespace

QString rustCode(const Request &request)
{
    const QString crate = request.isOfStreams ? u"aws_sdk_dynamodbstreams"_s : u"aws_sdk_dynamodb"_s;
    QString code = u"let config = aws_config::defaults(aws_config::BehaviorVersion::latest())"_s;
    if (!request.region.isEmpty())
        code += u"\n    .region(aws_config::Region::new(%1))"_s.arg(rustQuoted(request.region));
    if (!request.endpoint.isEmpty())
        code += u"\n    .endpoint_url(%1)"_s.arg(rustQuoted(request.endpoint));
    code += u"\n    .load()\n    .await;\nlet client = %1::Client::new(&config);\n"_s.arg(crate);
    code += u"let response = client\n    .%1()"_s.arg(snakeCase(request.operation)) + calls(request.root);
    return u"use std::collections::HashMap;\nuse %1::{primitives::Blob, types::*};\n\n"_s.arg(crate) + code +
           u"\n    .send()\n    .await?;\n"_s;
}

} // namespace stator::ui::code
