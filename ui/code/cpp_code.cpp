// C++ with the AWS SDK: a request object and its setters.
#include "code/language_writer.h"

#include <QtCore/QRegularExpression>

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

// \u names no control character in C++, so those are octal, which ends after three digits by itself.
QString cppQuoted(const QString &text)
{
    static const QRegularExpression escape(u"\\\\u00([01][0-9a-f]|7f)"_s);
    QString out = doubleQuoted(text);
    for (qsizetype at = 0; (at = out.indexOf(u'\\', at)) >= 0;) {
        const auto found = escape.match(out, at, QRegularExpression::NormalMatch,
                                        QRegularExpression::AnchorAtOffsetMatchOption);
        if (!found.hasMatch()) {
            at += 2;
            continue;
        }
        const uint code = found.captured(1).toUInt(nullptr, 16);
        out.replace(at, 6, u"\\%1"_s.arg(code, 3, 8, QLatin1Char('0')));
        at += 4;
    }
    return out;
}

// What macros and keywords took has an underscore.
QString enumerator(const QString &name)
{
    static const QStringList taken{u"DELETE"_s, u"NULL"_s, u"IN"_s, u"OPTIONAL"_s};
    return name != "IN"_L1 && taken.contains(name) ? name + u'_' : name;
}

// Most members are called as their type is.
QString enumerationName(const QString &member)
{
    if (member == "ReturnValues"_L1)
        return u"ReturnValue"_s;
    if (member == "AttributeType"_L1)
        return u"ScalarAttributeType"_s;
    if (member == "Action"_L1)
        return u"AttributeAction"_s;
    if (member == "SSEType"_L1 || member == "SseType"_L1)
        return u"SSEType"_s;
    return member;
}

class CppWriter final : public TypedLanguageWriter {
public:
    QString setters(const Node &root) const
    {
        QString out;
        for (const Node &child : root.children)
            out += u"request.Set%1("_s.arg(child.key) + value(child) + u");\n"_s;
        return out;
    }

protected:
    QString text(const QString &text) const override { return cppQuoted(text); }
    QString enumerated(const Node &node) const override { return enumerationName(node.key) + u"::"_s + enumerator(node.text); }
    QString bytes(const QByteArray &bytes) const override
    {
        return u"Aws::Utils::HashingUtils::Base64Decode(\"%1\")"_s.arg(base64(bytes));
    }
    QString list(const Node &node) const override { return braced(node, listType(elementType(node)), elements(node)); }
    QString map(const Node &node) const override { return braced(node, mapType(elementType(node)), entries(node)); }
    QString entry(const QString &key, const QString &value) const override { return u'{' + cppQuoted(key) + u", "_s + value + u'}'; }
    QString structure(const Node &node) const override
    {
        QString out = node.name + u"()"_s;
        for (const QString &part : members(node))
            out += u"\n    ."_s + indented(part).mid(4);
        return out;
    }
    QString member(const Node &child) const override { return u"With"_s + child.key + u'(' + value(child) + u')'; }
    QString attribute(const Node &node, const QString &content) const override
    {
        if (node.type == "NULL"_L1)
            return u"AttributeValue().SetNull(true)"_s;
        const QString setter = node.type == "BOOL"_L1 ? u"Bool"_s : node.type;
        return u"AttributeValue().Set"_s + setter + u'(' + content + u')';
    }
    QString nested(const Node &node) const override { return u"Aws::MakeShared<AttributeValue>(\"\", "_s + value(node) + u')'; }

    QString scalarType(NodeKind) const override { return u"Aws::String"_s; }
    QString listType(const QString &element) const override { return u"Aws::Vector<%1>"_s.arg(element); }
    QString mapType(const QString &element) const override { return u"Aws::Map<Aws::String, %1>"_s.arg(element); }

private:
    // What an attribute value holds has its type from the setter.
    static QString braced(const Node &node, const QString &type, const QStringList &parts)
    {
        return grouped(node.kind == NodeKind::Attribute ? u"{"_s : type + u'{', parts, u"}"_s);
    }
};

} // namespace

QString cppCode(const Request &request)
{
    const QString module = request.isOfStreams ? u"DynamoDBStreams"_s : u"DynamoDB"_s;
    QString code = u"using namespace Aws::%1::Model;\n\n"_s.arg(module);
    code += u"Aws::%1::%1ClientConfiguration config;\n"_s.arg(module);
    if (!request.region.isEmpty())
        code += u"config.region = %1;\n"_s.arg(cppQuoted(request.region));
    if (!request.endpoint.isEmpty())
        code += u"config.endpointOverride = %1;\n"_s.arg(cppQuoted(request.endpoint));
    code += u"Aws::%1::%1Client client(config);\n\n%2Request request;\n"_s.arg(module, request.operation);
    return code + CppWriter().setters(request.root) + u"auto outcome = client.%1(request);\n"_s.arg(request.operation);
}

} // namespace stator::ui::code
