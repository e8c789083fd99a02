#include "features/partiql/statement_plan.h"

#include <QCoreApplication>
#include <QHash>

#include "bridge/text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

// The context of every sentence below.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(StatementPlan)
};

// The tokens that mean something.
class Reader {
public:
    explicit Reader(const QString &text) : m_text(text)
    {
        for (const Token &token : tokensOf(text))
            if (token.kind != TokenKind::Space && token.kind != TokenKind::Comment)
                m_tokens.push_back(token);
    }

    bool atEnd() const { return m_at >= m_tokens.size(); }
    void next() { ++m_at; }
    bool is(QStringView word, std::size_t ahead = 0) const
    {
        return m_at + ahead < m_tokens.size() && isWord(m_tokens[m_at + ahead], m_text, word);
    }
    bool take(QStringView word)
    {
        const bool isIt = is(word);
        m_at += isIt ? 1 : 0;
        return isIt;
    }
    bool skipTo(QStringView word)
    {
        int depth = 0;
        for (; !atEnd(); next()) {
            if (depth == 0 && is(word))
                return true;
            if (is(u"(") || is(u"[") || is(u"{"))
                ++depth;
            else if (is(u")") || is(u"]") || is(u"}"))
                --depth;
        }
        return false;
    }
    TokenKind kind(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_tokens.size() ? m_tokens[m_at + ahead].kind : TokenKind::Space;
    }
    bool isName(std::size_t ahead = 0) const
    {
        const TokenKind what = kind(ahead);
        return what == TokenKind::Name || what == TokenKind::QuotedName || what == TokenKind::Keyword || what == TokenKind::Function;
    }
    QString name() const { return nameOf(m_tokens[m_at], m_text); }
    QString takeName()
    {
        if (!isName())
            return {};
        const QString taken = name();
        next();
        return taken;
    }

private:
    const QString &m_text;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
};

StatementKind kindOf(Reader &reader)
{
    if (reader.take(u"SELECT"))
        return StatementKind::Select;
    if (reader.take(u"INSERT"))
        return StatementKind::Insert;
    if (reader.take(u"UPDATE"))
        return StatementKind::Update;
    if (reader.take(u"DELETE"))
        return StatementKind::Delete;
    if (reader.take(u"EXISTS"))
        return StatementKind::Exists;
    return StatementKind::Unknown;
}

// How WHERE names an attribute: not at all, as a value or a list of values, or by a range.
enum class Use : unsigned char { None, Range, Values, Equal };

// The top level of WHERE: what AND joins. An OR leaves nothing certain, unless it is all of one attribute.
class Conditions {
public:
    explicit Conditions(Reader &reader) { read(reader); }

    Use of(const std::string &name) const { return m_uses.value(toQt(std::string_view(name)), Use::None); }
    int alternatives() const { return m_alternatives; }

private:
    void read(Reader &reader)
    {
        bool isOr = false;
        QString orName;
        bool isOneName = true;
        int clauses = 0;
        while (!reader.atEnd() && !reader.is(u"ORDER") && !reader.is(u"RETURNING")) {
            const auto [name, use] = clause(reader);
            ++clauses;
            if (!name.isEmpty())
                m_uses[name] = std::max(m_uses.value(name, Use::None), use);
            if (clauses == 1)
                orName = name;
            isOneName = isOneName && name == orName && use == Use::Equal;
            if (reader.take(u"OR"))
                isOr = true;
            else if (!reader.take(u"AND"))
                break;
        }
        if (!isOr)
            return;
        const bool isUsable = isOneName && !orName.isEmpty();
        m_uses.clear();
        if (isUsable) {
            m_uses[orName] = Use::Values;
            m_alternatives = clauses;
        }
    }

    struct Clause {
        QString name;
        Use use = Use::None;
    };

    // Up to the next AND or OR of this level.
    Clause clause(Reader &reader)
    {
        Clause clause;
        const bool isSimple = reader.isName() && !reader.is(u"NOT") && !reader.is(u".", 1) && !reader.is(u"(", 1);
        if (isSimple) {
            clause.name = reader.takeName();
            if (reader.is(u"="))
                clause.use = Use::Equal;
            else if (reader.is(u"IN"))
                clause.use = Use::Values;
            else if (reader.is(u"<") || reader.is(u"<=") || reader.is(u">") || reader.is(u">=") || reader.is(u"BETWEEN"))
                clause.use = Use::Range;
        } else if (reader.is(u"begins_with") && reader.is(u"(", 1) && reader.isName(2) && reader.is(u",", 3)) {
            reader.next();
            reader.next();
            clause = {reader.name(), Use::Range};
        }
        const bool isBetween = reader.is(u"BETWEEN");
        skip(reader, isBetween);
        return clause;
    }

    static void skip(Reader &reader, bool isBetween)
    {
        int depth = 0;
        for (; !reader.atEnd(); reader.next()) {
            if (depth == 0 && (reader.is(u"OR") || reader.is(u"ORDER") || reader.is(u"RETURNING")))
                return;
            if (depth == 0 && reader.is(u"AND") && !std::exchange(isBetween, false))
                return;
            if (reader.is(u"(") || reader.is(u"[") || reader.is(u"{"))
                ++depth;
            else if (reader.is(u")") || reader.is(u"]") || reader.is(u"}"))
                depth = std::max(0, depth - 1); // begins_with( was entered
        }
    }

    QHash<QString, Use> m_uses;
    int m_alternatives = 0;
};

Use weakest(const std::vector<model::KeyAttribute> &keys, const Conditions &conditions)
{
    Use use = Use::Equal;
    for (const model::KeyAttribute &key : keys)
        use = std::min(use, conditions.of(key.name));
    return use;
}

StatementPlan scanPlan(const TableShape &shape, const IndexShape *index, const QString &indexName)
{
    StatementPlan plan;
    plan.isScan = true;
    const std::int64_t items = index ? index->itemCount : shape.itemCount;
    const std::int64_t units = scanUnits(items, index ? index->sizeBytes : shape.sizeBytes, false);
    //: %1 a count of items, %2 a count of read units.
    plan.sentence = index ? Words::tr("Full scan of the index %1: %2 items, about %3 units").arg(indexName, countText(items), countText(units))
                          : Words::tr("Full scan of %1 items, about %2 units").arg(countText(items), countText(units));
    return plan;
}

StatementPlan selectPlan(Reader &reader, const StatementTarget &target, const TableShape &shape)
{
    const IndexShape *index = target.index.isEmpty() ? nullptr : shape.index(toUtf8(target.index));
    if (!target.index.isEmpty() && !index)
        return {Words::tr("%1 has no index %2").arg(target.table, target.index), false, true};
    const model::KeySchema &keys = index ? index->keys : shape.keys;
    if (!reader.skipTo(u"WHERE"))
        return scanPlan(shape, index, target.index);
    reader.next();
    const Conditions conditions(reader);
    const Use partition = weakest(keys.partition, conditions);
    if (partition < Use::Values)
        return scanPlan(shape, index, target.index);
    const bool isWholeKey = !index && weakest(keys.sort, conditions) == Use::Equal;
    if (partition == Use::Values)
        return {isWholeKey || (!index && keys.sort.empty()) ? Words::tr("Key lookup for each value")
                : index                                     ? Words::tr("Index query on %1 for each value").arg(target.index)
                                                            : Words::tr("Query of one partition for each value"),
                false, false};
    if (isWholeKey)
        return {Words::tr("Key lookup"), false, false};
    return {index ? Words::tr("Index query on %1").arg(target.index) : Words::tr("Query of one partition"), false, false};
}

StatementPlan writePlan(Reader &reader, const StatementTarget &target, const TableShape &shape)
{
    if (target.kind == StatementKind::Insert)
        return {Words::tr("Writes one item, if there is none with its key"), false, false};
    StatementPlan plan;
    bool hasKey = false;
    if (reader.skipTo(u"WHERE")) {
        reader.next();
        const Conditions conditions(reader);
        hasKey = weakest(shape.keys.partition, conditions) == Use::Equal && weakest(shape.keys.sort, conditions) == Use::Equal;
    }
    if (!hasKey) {
        QStringList names;
        for (const auto *part : {&shape.keys.partition, &shape.keys.sort})
            for (const model::KeyAttribute &key : *part)
                names.append(toQt(key.name));
        return {Words::tr("Needs an equality on %1 in WHERE").arg(names.join(u", "_s)), false, true};
    }
    return {target.kind == StatementKind::Update ? Words::tr("Updates one item by its key") : Words::tr("Deletes one item by its key"),
            false, false};
}

} // namespace

StatementTarget targetOf(const Statement &statement)
{
    Reader reader(statement.text);
    StatementTarget target;
    target.kind = kindOf(reader);
    switch (target.kind) {
    case StatementKind::Exists:
    case StatementKind::Select:
        target.isAll = reader.is(u"*");
        if (target.kind == StatementKind::Exists ? !(reader.take(u"(") && reader.skipTo(u"FROM")) : !reader.skipTo(u"FROM"))
            return target;
        reader.next();
        break;
    case StatementKind::Delete:
        reader.take(u"FROM");
        break;
    case StatementKind::Insert:
        reader.take(u"INTO");
        break;
    default:
        break;
    }
    target.table = reader.takeName();
    if (reader.take(u"."))
        target.index = reader.takeName();
    return target;
}

StatementPlan planOf(const Statement &statement, const TableShape *shape)
{
    const StatementTarget target = targetOf(statement);
    if (target.kind == StatementKind::Unknown)
        return {Words::tr("A statement begins with SELECT, INSERT, UPDATE or DELETE"), false, true};
    if (target.table.isEmpty())
        return {};
    if (!shape)
        return {Words::tr("There is no table %1 here").arg(target.table), false, true};
    Reader reader(statement.text);
    if (target.kind == StatementKind::Exists)
        return {Words::tr("Checks one item; in a transaction only"), false, false};
    return target.kind == StatementKind::Select ? selectPlan(reader, target, *shape) : writePlan(reader, target, *shape);
}

} // namespace stator::ui
