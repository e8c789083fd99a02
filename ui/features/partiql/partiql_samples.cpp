#include "features/partiql/partiql_samples.h"

#include <QCoreApplication>

#include "bridge/text.h"
#include "features/partiql/statement_text.h"
#include "model/number.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

// The context of every sentence below.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(PartiqlSamples)
};

QString literalOf(const KnownTable &table, const model::KeyAttribute &key)
{
    QString literal;
    if (table.example)
        if (const auto value = table.example->view().attribute(key.name))
            literal = partiqlLiteral(*value);
    return literal.isEmpty() ? u"?"_s : literal;
}

QString equalities(const KnownTable &table, const std::vector<model::KeyAttribute> &keys)
{
    QStringList parts;
    for (const model::KeyAttribute &key : keys)
        parts.append(partiqlName(toQt(std::string_view(key.name))) + u" = "_s + literalOf(table, key));
    return parts.join(u" AND "_s);
}

} // namespace

QString quotedName(const QString &name)
{
    return u'"' + QString(name).replace(u"\""_s, u"\"\""_s) + u'"';
}

QString partiqlName(const QString &name)
{
    const std::vector<Token> tokens = tokensOf(name);
    const bool isPlain = tokens.size() == 1 && tokens.front().kind == TokenKind::Name;
    // Many everyday words are reserved; quotes never hurt where there may be doubt.
    static const QStringList doubtful{u"status"_s, u"name"_s, u"date"_s, u"time"_s,  u"year"_s,  u"value"_s, u"values"_s, u"user"_s,
                                      u"order"_s,  u"key"_s,  u"type"_s, u"count"_s, u"group"_s, u"role"_s,  u"state"_s,  u"data"_s,
                                      u"total"_s,  u"zone"_s, u"url"_s,  u"text"_s,  u"index"_s, u"table"_s, u"items"_s,  u"hash"_s};
    return isPlain && !doubtful.contains(name.toLower()) ? name : quotedName(name);
}

QString partiqlLiteral(document::ValueView value)
{
    switch (value.type()) {
    case document::ValueType::S:
        return u'\'' + toQt(value.text()).replace(u"'"_s, u"''"_s) + u'\'';
    case document::ValueType::N:
        return toQt(std::string_view(model::numberText(value.numberBytes())));
    case document::ValueType::Bool:
        return value.boolean() ? u"true"_s : u"false"_s;
    default:
        return {};
    }
}

QList<PartiqlSample> samplesFor(const KnownTable &table)
{
    const QString name = quotedName(toQt(std::string_view(table.shape.name)));
    QList<PartiqlSample> samples;
    std::vector<model::KeyAttribute> keys = table.shape.keys.partition;
    keys.insert(keys.end(), table.shape.keys.sort.begin(), table.shape.keys.sort.end());
    samples.append({Words::tr("One item by its key"), u"SELECT * FROM %1\nWHERE %2"_s.arg(name, equalities(table, keys))});
    if (!table.shape.indexes.empty()) {
        const IndexShape &index = table.shape.indexes.front();
        samples.append({Words::tr("Items by the index %1").arg(toQt(std::string_view(index.name))),
                        u"SELECT * FROM %1.%2\nWHERE %3"_s.arg(name, quotedName(toQt(std::string_view(index.name))),
                                                               equalities(table, index.keys.partition))});
    } else if (!table.shape.keys.sort.empty()) {
        samples.append({Words::tr("Items of one partition"),
                        u"SELECT * FROM %1\nWHERE %2"_s.arg(name, equalities(table, table.shape.keys.partition))});
    }
    QString attribute;
    for (const QString &each : table.attributes)
        if (attribute.isEmpty() && !table.shape.keys.contains(toUtf8(each)))
            attribute = each;
    if (!attribute.isEmpty())
        samples.append({Words::tr("Change one item"), u"UPDATE %1\nSET %2 = ?\nWHERE %3\nRETURNING ALL NEW *"_s.arg(
                                                          name, partiqlName(attribute), equalities(table, keys))});
    else
        samples.append({Words::tr("Every item"), u"SELECT * FROM %1"_s.arg(name)});
    return samples;
}

} // namespace stator::ui
