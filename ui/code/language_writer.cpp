#include "code/language_writer.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;

bool isListOrSet(const Node &node)
{
    return node.kind == NodeKind::List || (node.kind == NodeKind::Attribute &&
                                           (node.type == "L"_L1 || (node.type.size() == 2 && node.type.endsWith(u'S'))));
}

QString LanguageWriter::value(const Node &node) const
{
    switch (node.kind) {
    case NodeKind::Text:
        return text(node.text);
    case NodeKind::Enumerated:
        return enumerated(node);
    case NodeKind::Integer:
    case NodeKind::Long:
    case NodeKind::Double:
        return number(node);
    case NodeKind::Boolean:
        return boolean(node.isTrue);
    case NodeKind::Structure:
        return structure(node);
    case NodeKind::List:
        return list(node);
    case NodeKind::Map:
    case NodeKind::Item:
        return map(node);
    case NodeKind::Attribute:
        return attribute(node, content(node));
    }
    return {};
}

QString LanguageWriter::content(const Node &node) const
{
    if (isListOrSet(node))
        return list(node);
    if (node.type == "M"_L1)
        return map(node);
    if (node.type == "B"_L1)
        return bytes(node.bytes);
    if (node.type == "BOOL"_L1)
        return boolean(node.isTrue);
    if (node.type == "NULL"_L1)
        return boolean(true);
    return text(node.text);
}

QString LanguageWriter::within(const Node &node, const Node &child) const
{
    if (node.type == "BS"_L1)
        return bytes(child.bytes);
    return node.kind == NodeKind::Attribute && child.kind == NodeKind::Attribute ? nested(child) : value(child);
}

QStringList LanguageWriter::elements(const Node &node) const
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(within(node, child));
    return parts;
}

QStringList LanguageWriter::entries(const Node &node) const
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(entry(child.key, within(node, child)));
    return parts;
}

QStringList LanguageWriter::members(const Node &node) const
{
    QStringList parts;
    for (const Node &child : node.children)
        parts.append(member(child));
    return parts;
}

QString LanguageWriter::memberLines(const Node &node) const
{
    QString lines;
    for (const QString &part : members(node))
        lines += u'\n' + indented(part + u',');
    return node.children.empty() ? lines : lines + u'\n';
}

QString TypedLanguageWriter::elementType(const Node &node) const
{
    if (node.kind == NodeKind::Item || node.type == "L"_L1 || node.type == "M"_L1)
        return structureType(u"AttributeValue"_s);
    if (node.type == "BS"_L1)
        return bytesType();
    return node.children.empty() || node.kind == NodeKind::Attribute ? scalarType(NodeKind::Text) : typeOf(node.children.front());
}

QString TypedLanguageWriter::typeOf(const Node &node) const
{
    switch (node.kind) {
    case NodeKind::Structure:
        return structureType(node.name);
    case NodeKind::List:
        return listType(elementType(node));
    case NodeKind::Map:
    case NodeKind::Item:
        return mapType(elementType(node));
    case NodeKind::Attribute:
        return structureType(u"AttributeValue"_s);
    default:
        return scalarType(node.kind);
    }
}

} // namespace stator::ui::code
