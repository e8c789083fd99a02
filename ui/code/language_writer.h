// The walk over a request that all languages share. A language says its words: how a text is quoted, how a list or
// a map stands, what goes round an attribute value.
//
// Internal to code/.
#pragma once

#include "code/code_writer.h"

namespace stator::ui::code {

class LanguageWriter {
public:
    LanguageWriter() = default;
    virtual ~LanguageWriter() = default;
    Q_DISABLE_COPY_MOVE(LanguageWriter)

protected:
    QString value(const Node &node) const;
    QStringList elements(const Node &node) const;
    QStringList entries(const Node &node) const;
    QStringList members(const Node &node) const;
    // A line for each member: that reads best in a request, however short they are.
    QString memberLines(const Node &node) const;

    // --- Words ---

    virtual QString text(const QString &text) const { return doubleQuoted(text); }
    virtual QString enumerated(const Node &node) const { return text(node.text); }
    virtual QString number(const Node &node) const { return node.text; }
    virtual QString boolean(bool isTrue) const { return isTrue ? QStringLiteral("true") : QStringLiteral("false"); }
    virtual QString bytes(const QByteArray &bytes) const = 0;

    // Of a List, or of an attribute value that is a list or set: its elements() in brackets.
    virtual QString list(const Node &node) const = 0;
    // Of a Map, an Item, or an attribute value that is a map: its entries() in braces.
    virtual QString map(const Node &node) const = 0;
    virtual QString entry(const QString &key, const QString &value) const = 0;
    virtual QString structure(const Node &node) const { return map(node); }
    virtual QString member(const Node &child) const { return entry(child.key, value(child)); }
    // An attribute value, of what it holds.
    virtual QString attribute(const Node &node, const QString &content) const = 0;
    // An attribute value within another.
    virtual QString nested(const Node &node) const { return value(node); }

private:
    QString within(const Node &node, const Node &child) const;
    QString content(const Node &node) const;
};

// Of languages in which a list or map is written with the type of what is in it.
class TypedLanguageWriter : public LanguageWriter {
protected:
    QString typeOf(const Node &node) const;
    // Of the elements of a list or set, the values of a map.
    QString elementType(const Node &node) const;

    virtual QString scalarType(NodeKind kind) const = 0;
    virtual QString bytesType() const { return scalarType(NodeKind::Text); }
    virtual QString structureType(const QString &name) const { return name; }
    virtual QString listType(const QString &element) const = 0;
    virtual QString mapType(const QString &element) const = 0;
};

bool isListOrSet(const Node &node);

} // namespace stator::ui::code
