// The AWS CLI: simple parameters as options, everything else as JSON in single quotes, for a POSIX shell.
#include "code/language_writer.h"

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

// Words that need no quotes in any shell.
bool isPlain(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar letter) {
        return letter.isLetterOrNumber() ? letter.unicode() < 0x80 : QStringView(u"_-.:/").contains(letter);
    });
}

class CliWriter final : public LanguageWriter {
public:
    QString option(const Node &node) const
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
            return name + u' ' + shellQuoted(value(node));
        }
    }

protected:
    QString text(const QString &text) const override { return jsonQuoted(text); }
    QString bytes(const QByteArray &bytes) const override { return jsonQuoted(base64(bytes)); }
    QString list(const Node &node) const override { return u'[' + elements(node).join(u", "_s) + u']'; }
    QString map(const Node &node) const override { return u'{' + entries(node).join(u", "_s) + u'}'; }
    QString entry(const QString &key, const QString &value) const override { return jsonQuoted(key) + u": "_s + value; }
    QString attribute(const Node &node, const QString &content) const override
    {
        return u"{\"%1\": "_s.arg(node.type) + content + u'}';
    }
};

} // namespace

QString cliCode(const Request &request)
{
    QStringList parts{(request.isOfStreams ? u"aws dynamodbstreams "_s : u"aws dynamodb "_s) + hyphenated(request.operation)};
    if (!request.endpoint.isEmpty())
        parts.append(u"--endpoint-url "_s + request.endpoint);
    if (!request.region.isEmpty())
        parts.append(u"--region "_s + request.region);
    const CliWriter writer;
    for (const Node &child : request.root.children)
        parts.append(writer.option(child));
    return parts.join(u" \\\n    "_s);
}

} // namespace stator::ui::code
