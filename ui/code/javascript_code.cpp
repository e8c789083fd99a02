// JavaScript with version 3 of the SDK and its client of plain requests.
#include "code/language_writer.h"

#include <QtCore/QRegularExpression>

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

QString propertyName(const QString &name)
{
    static const QRegularExpression identifier(u"^[A-Za-z_$][A-Za-z0-9_$]*$"_s);
    // __proto__ without brackets would set the prototype.
    if (name == "__proto__"_L1)
        return u"[\"__proto__\"]"_s;
    return identifier.match(name).hasMatch() ? name : doubleQuoted(name);
}

class JavaScriptWriter final : public LanguageWriter {
public:
    QString input(const Node &root) const { return u'{' + memberLines(root) + u'}'; }

protected:
    QString bytes(const QByteArray &bytes) const override { return u"Buffer.from(\"%1\", \"base64\")"_s.arg(base64(bytes)); }
    QString list(const Node &node) const override { return grouped(u"["_s, elements(node), u"]"_s); }
    QString map(const Node &node) const override { return spaced(u"{"_s, entries(node), u"}"_s); }
    QString entry(const QString &key, const QString &value) const override { return propertyName(key) + u": "_s + value; }
    QString attribute(const Node &node, const QString &content) const override
    {
        return u"{ %1: "_s.arg(node.type) + content + u" }"_s;
    }
};

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
    return u"import { %1, %2 } from \"@aws-sdk/%3\";\n\n"_s.arg(client, command, package) +
           u"const client = new %1("_s.arg(client) + spaced(u"{"_s, options, u"}"_s) + u");\n"_s +
           u"const response = await client.send(new %1("_s.arg(command) + JavaScriptWriter().input(request.root) +
           u"));\nconsole.log(response);\n"_s;
}

} // namespace stator::ui::code
