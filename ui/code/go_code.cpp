// Go with version 2 of the SDK.
#include "code/language_writer.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

// Members of a structure are pointers; elements of lists and maps are values whose type goes without saying.
class GoWriter final : public TypedLanguageWriter {
public:
    QString input(const Request &request, const QString &package) const
    {
        return u"&%1.%2Input{"_s.arg(package, request.operation) + memberLines(request.root) + u'}';
    }

protected:
    QString bytes(const QByteArray &bytes) const override { return u"[]byte{%1}"_s.arg(hexList(bytes)); }
    QString list(const Node &node) const override
    {
        if (node.type != "BS"_L1)
            return grouped(u"{"_s, elements(node), u"}"_s);
        QStringList parts;
        for (const Node &child : node.children)
            parts.append(u"{%1}"_s.arg(hexList(child.bytes)));
        return grouped(u"{"_s, parts, u"}"_s);
    }
    QString map(const Node &node) const override { return grouped(u"{"_s, entries(node), u"}"_s); }
    QString entry(const QString &key, const QString &value) const override { return doubleQuoted(key) + u": "_s + value; }
    QString structure(const Node &node) const override { return grouped(u"{"_s, members(node), u"}"_s); }
    QString member(const Node &child) const override { return child.key + u": "_s + pointer(child); }
    QString attribute(const Node &node, const QString &content) const override
    {
        QString type;
        if (isListOrSet(node))
            type = listType(elementType(node));
        else if (node.type == "M"_L1)
            type = mapType(elementType(node));
        return u"&types.AttributeValueMember%1{Value: "_s.arg(node.type) + type + content + u'}';
    }

    QString scalarType(NodeKind kind) const override
    {
        switch (kind) {
        case NodeKind::Integer:
            return u"int32"_s;
        case NodeKind::Long:
            return u"int64"_s;
        case NodeKind::Double:
            return u"float64"_s;
        case NodeKind::Boolean:
            return u"bool"_s;
        default:
            return u"string"_s;
        }
    }
    QString bytesType() const override { return u"[]byte"_s; }
    QString structureType(const QString &name) const override { return u"types."_s + name; }
    QString listType(const QString &element) const override { return u"[]"_s + element; }
    QString mapType(const QString &element) const override { return u"map[string]"_s + element; }

private:
    QString pointer(const Node &node) const
    {
        switch (node.kind) {
        case NodeKind::Text:
            return u"aws.String("_s + value(node) + u')';
        case NodeKind::Integer:
            return u"aws.Int32("_s + value(node) + u')';
        case NodeKind::Long:
            return u"aws.Int64("_s + value(node) + u')';
        case NodeKind::Double:
            return u"aws.Float64("_s + value(node) + u')';
        case NodeKind::Boolean:
            return u"aws.Bool("_s + value(node) + u')';
        case NodeKind::Structure:
            return u'&' + typeOf(node) + value(node);
        case NodeKind::List:
        case NodeKind::Map:
        case NodeKind::Item:
            return typeOf(node) + value(node);
        default:
            return value(node);
        }
    }
};

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
    return code + u"output, err := client.%1(ctx, "_s.arg(request.operation) + GoWriter().input(request, package) + u")\n"_s;
}

} // namespace stator::ui::code
