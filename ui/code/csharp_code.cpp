// C# with the AWS SDK for .NET.
#include "code/language_writer.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

class CSharpWriter final : public TypedLanguageWriter {
public:
    QString body(const Request &request) const
    {
        return u"new %1Request {"_s.arg(request.operation) + memberLines(request.root) + u'}';
    }

protected:
    QString bytes(const QByteArray &bytes) const override
    {
        return u"new MemoryStream(Convert.FromBase64String(\"%1\"))"_s.arg(base64(bytes));
    }
    QString list(const Node &node) const override
    {
        return u"new "_s + spaced(listType(elementType(node)) + u" {"_s, elements(node), u"}"_s);
    }
    QString map(const Node &node) const override
    {
        return u"new "_s + spaced(mapType(elementType(node)) + (node.children.empty() ? u"() {"_s : u" {"_s), entries(node), u"}"_s);
    }
    QString entry(const QString &key, const QString &value) const override { return u'[' + doubleQuoted(key) + u"] = "_s + value; }
    QString structure(const Node &node) const override { return u"new "_s + spaced(node.name + u" {"_s, members(node), u"}"_s); }
    QString member(const Node &child) const override { return child.key + u" = "_s + value(child); }
    // An empty list or map is not sent unless it is said to be set.
    QString attribute(const Node &node, const QString &content) const override
    {
        if (node.children.empty() && (node.type == "L"_L1 || node.type == "M"_L1))
            return u"new AttributeValue { Is%1Set = true }"_s.arg(node.type);
        return u"new AttributeValue { %1 = "_s.arg(node.type) + content + u" }"_s;
    }

    QString scalarType(NodeKind) const override { return u"string"_s; }
    QString bytesType() const override { return u"MemoryStream"_s; }
    QString listType(const QString &element) const override { return u"List<%1>"_s.arg(element); }
    QString mapType(const QString &element) const override { return u"Dictionary<string, %1>"_s.arg(element); }
};

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
    return code + u"var response = await client.%1Async("_s.arg(request.operation) + CSharpWriter().body(request) + u");\n"_s;
}

} // namespace stator::ui::code
