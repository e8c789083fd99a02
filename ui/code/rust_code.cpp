// Rust: the fluent client. Maps and lists of a request are given entry by entry.
#include "code/language_writer.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

// A member may share its name with a word of the language.
QString methodName(const QString &name)
{
    const QString snake = snakeCase(name);
    return snake == "type"_L1 || snake == "match"_L1 || snake == "use"_L1 ? u"r#"_s + snake : snake;
}

class RustWriter final : public LanguageWriter {
public:
    // One call for each scalar, and for each entry of a list or map.
    QString calls(const Node &node) const
    {
        QString out;
        for (const Node &child : node.children) {
            const QString method = u"\n."_s + methodName(child.key);
            if (child.kind == NodeKind::Map || child.kind == NodeKind::Item) {
                for (const Node &entry : child.children)
                    out += method + u'(' + rustQuoted(entry.key) + u", "_s + value(entry) + u')';
            } else if (child.kind == NodeKind::List) {
                for (const QString &element : elements(child))
                    out += method + u'(' + element + u')';
            } else {
                out += method + u'(' + (child.kind == NodeKind::Text ? rustQuoted(child.text) : value(child)) + u')';
            }
        }
        return indented(out).mid(4);
    }

protected:
    QString text(const QString &text) const override { return rustQuoted(text) + u".to_string()"_s; }
    QString enumerated(const Node &node) const override { return rustQuoted(node.text) + u".into()"_s; }
    QString bytes(const QByteArray &bytes) const override { return u"Blob::new(vec![%1])"_s.arg(hexList(bytes)); }
    QString list(const Node &node) const override { return grouped(u"vec!["_s, elements(node), u"]"_s); }
    QString map(const Node &node) const override
    {
        return node.children.empty() ? u"HashMap::new()"_s : grouped(u"HashMap::from(["_s, entries(node), u"])"_s);
    }
    QString entry(const QString &key, const QString &value) const override { return u'(' + text(key) + u", "_s + value + u')'; }
    QString structure(const Node &node) const override
    {
        return pascalCase(node.name) + u"::builder()"_s + calls(node) +
               (node.needsAll ? u"\n    .build()?"_s : u"\n    .build()"_s);
    }
    // S, Ss, Bool, Null.
    QString attribute(const Node &node, const QString &content) const override
    {
        if (node.type == "NULL"_L1)
            return u"AttributeValue::Null(true)"_s;
        return u"AttributeValue::"_s + node.type.left(1) + node.type.mid(1).toLower() + u'(' + content + u')';
    }
};

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
    code += u"let response = client\n    .%1()"_s.arg(snakeCase(request.operation)) + RustWriter().calls(request.root);
    return u"use std::collections::HashMap;\nuse %1::{primitives::Blob, types::*};\n\n"_s.arg(crate) + code +
           u"\n    .send()\n    .await?;\n"_s;
}

} // namespace stator::ui::code
