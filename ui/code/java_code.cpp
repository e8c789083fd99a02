// Java with version 2 of the SDK: builders all the way down.
#include "code/language_writer.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

class JavaWriter final : public LanguageWriter {
public:
    QString built(const QString &type, const Node &node) const
    {
        QString out = type + u".builder()"_s;
        for (const QString &setter : members(node))
            out += u'\n' + indented(setter);
        return out + (node.children.empty() ? u".build()"_s : u"\n    .build()"_s);
    }

protected:
    QString number(const Node &node) const override { return node.kind == NodeKind::Long ? node.text + u'L' : node.text; }
    QString bytes(const QByteArray &bytes) const override
    {
        return u"SdkBytes.fromByteArray(Base64.getDecoder().decode(\"%1\"))"_s.arg(base64(bytes));
    }
    QString list(const Node &node) const override { return grouped(u"List.of("_s, elements(node), u")"_s, QString()); }
    QString map(const Node &node) const override
    {
        return grouped(isShort(node) ? u"Map.of("_s : u"Map.ofEntries("_s, mapEntries(node), u")"_s, QString());
    }
    QString entry(const QString &key, const QString &value) const override { return doubleQuoted(key) + u", "_s + value; }
    QString structure(const Node &node) const override { return built(node.name, node); }
    // Of an enumeration in a list, the strings' own setter is taken.
    QString member(const Node &child) const override
    {
        const bool isListOfNames = child.kind == NodeKind::List && !child.children.empty() &&
                                   child.children.front().kind == NodeKind::Enumerated;
        return u'.' + camelCase(child.key) + (isListOfNames ? u"WithStrings("_s : u"("_s) + value(child) + u')';
    }
    // S, Ss, Bool, Nul.
    QString attribute(const Node &node, const QString &content) const override
    {
        const QString factory = node.type == "NULL"_L1 ? u"Nul"_s : node.type.left(1) + node.type.mid(1).toLower();
        return u"AttributeValue.from%1("_s.arg(factory) + content + u')';
    }

private:
    // Map.of() takes ten entries.
    static bool isShort(const Node &node) { return node.children.size() <= 10; }
    QStringList mapEntries(const Node &node) const
    {
        QStringList parts = entries(node);
        if (!isShort(node))
            for (QString &part : parts)
                part = u"Map.entry("_s + part + u')';
        return parts;
    }
};

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
    const QString body = JavaWriter().built(request.operation + u"Request"_s, request.root);
    QString code = u"import java.net.URI;\nimport java.util.Base64;\nimport java.util.List;\nimport java.util.Map;\n"
                   "import software.amazon.awssdk.core.SdkBytes;\nimport software.amazon.awssdk.regions.Region;\n"_s;
    code += u"import %1.%2;\nimport software.amazon.awssdk.services.dynamodb.model.*;\n\n"_s.arg(package, client);
    code += u"%1 client = %1.builder()"_s.arg(client) + options + u"\n    .build();\n"_s;
    return code + u"%1Response response = client.%2("_s.arg(request.operation, camelCase(request.operation)) + body + u");\n"_s;
}

} // namespace stator::ui::code
