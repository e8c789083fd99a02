// Python with boto3's client, which takes the request as the API has it.
#include "code/language_writer.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

class PythonWriter final : public LanguageWriter {
public:
    QString arguments(const Node &root) const
    {
        QString lines;
        for (const Node &child : root.children)
            lines += u'\n' + indented(child.key + u'=' + value(child) + u',');
        return root.children.empty() ? lines : lines + u'\n';
    }

protected:
    QString boolean(bool isTrue) const override { return isTrue ? u"True"_s : u"False"_s; }
    QString bytes(const QByteArray &bytes) const override
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
    QString list(const Node &node) const override { return grouped(u"["_s, elements(node), u"]"_s); }
    QString map(const Node &node) const override { return grouped(u"{"_s, entries(node), u"}"_s); }
    QString entry(const QString &key, const QString &value) const override { return doubleQuoted(key) + u": "_s + value; }
    QString attribute(const Node &node, const QString &content) const override
    {
        return u"{\"%1\": "_s.arg(node.type) + content + u'}';
    }
};

} // namespace

QString pythonCode(const Request &request)
{
    QStringList client{request.isOfStreams ? u"\"dynamodbstreams\""_s : u"\"dynamodb\""_s};
    if (!request.region.isEmpty())
        client.append(u"region_name="_s + doubleQuoted(request.region));
    if (!request.endpoint.isEmpty())
        client.append(u"endpoint_url="_s + doubleQuoted(request.endpoint));
    QString code = u"import boto3\n\n"_s + grouped(u"client = boto3.client("_s, client, u")"_s) + u'\n';
    return code + u"response = client.%1("_s.arg(snakeCase(request.operation)) + PythonWriter().arguments(request.root) +
           u")\nprint(response)\n"_s;
}

} // namespace stator::ui::code
