#include "cost/cost_explanation.h"

#include <algorithm>
#include <cmath>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include "bridge/text.h"
#include "model/capacity.h"

namespace stator::ui {

namespace {

// The context of every sentence below.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(CostExplanation)
};

using Kind = CostLine::Kind;

// "1 unit", "0.5 units".
QString unitsPhrase(double units)
{
    return units == 1 ? Words::tr("1 unit") : Words::tr("%1 units").arg(unitsText(units));
}

bool isTransaction(CostKind kind)
{
    return kind == CostKind::TransactGetItems || kind == CostKind::TransactWriteItems;
}

class Explainer {
public:
    explicit Explainer(const CostFacts &facts) : m_facts(facts), m_isWrite(isWrite(facts.kind) && !facts.isReplay) {}

    CostExplanation explain()
    {
        if (m_facts.kind == CostKind::Other) {
            m_result.headline = Words::tr("No units");
            note(Words::tr("This operation manages tables and consumes no capacity."));
            return m_result;
        }
        const bool isOne = m_facts.total == 1;
        if (m_isWrite)
            m_result.headline = isOne ? Words::tr("1 write unit") : Words::tr("%1 write units").arg(unitsText(m_facts.total));
        else
            m_result.headline = isOne ? Words::tr("1 read unit") : Words::tr("%1 read units").arg(unitsText(m_facts.total));
        for (const CostPart &part : m_facts.parts)
            if (part.units > 0)
                m_result.parts.push_back(part);
        switch (m_facts.kind) {
        case CostKind::Query:
        case CostKind::Scan:
            explainSearch();
            break;
        case CostKind::GetItem:
        case CostKind::BatchGetItem:
        case CostKind::TransactGetItems:
            explainGets();
            break;
        case CostKind::ReadStatement:
        case CostKind::WriteStatement:
            explainStatement();
            break;
        default:
            explainWrites();
            break;
        }
        return m_result;
    }

private:
    void step(const QString &sentence) { m_result.lines.append({Kind::Step, sentence}); }
    void note(const QString &sentence) { m_result.lines.append({Kind::Note, sentence}); }
    void instead(const QString &sentence) { m_result.lines.append({Kind::Instead, sentence}); }

    double perBlock() const
    {
        if (m_facts.kind == CostKind::TransactGetItems || m_facts.isReplay)
            return 2;
        return m_facts.isConsistent ? 1 : 0.5;
    }
    model::ReadMode readMode() const
    {
        if (m_facts.kind == CostKind::TransactGetItems || m_facts.isReplay)
            return model::ReadMode::Transactional;
        return m_facts.isConsistent ? model::ReadMode::Strong : model::ReadMode::Eventual;
    }

    // "… are 2 blocks": what the units say of the bytes behind them.
    void stepBlocks(double units, const QString &subject)
    {
        const auto blocks = static_cast<std::int64_t>(std::llround(units / perBlock()));
        const std::int64_t most = blocks * static_cast<std::int64_t>(model::kReadUnitBytes);
        const std::int64_t least = blocks <= 1 ? 0 : most - static_cast<std::int64_t>(model::kReadUnitBytes) + 1;
        //: %1: "What was read", %2 and %3: bytes, %4: a count of blocks.
        step(Words::tr("%1 is between %2 and %3 bytes together: %Ln block(s) of 4 KB.", nullptr, static_cast<int>(blocks))
                 .arg(subject, countText(least), countText(most)));
        stepMode(blocks, units);
    }

    void stepMode(std::int64_t blocks, double units)
    {
        const QString count = countText(blocks);
        if (readMode() == model::ReadMode::Transactional)
            step(Words::tr("A transaction reads each block twice: %1 × 2 = %2.").arg(count, unitsPhrase(units)));
        else if (m_facts.isConsistent)
            step(Words::tr("Strongly consistent, one unit a block: %1 × 1 = %2.").arg(count, unitsPhrase(units)));
        else
            step(Words::tr("Eventually consistent, half a unit a block: %1 × 0.5 = %2.").arg(count, unitsPhrase(units)));
    }

    // --- Query and Scan ---

    void explainSearch()
    {
        const bool isScan = m_facts.kind == CostKind::Scan;
        if (m_facts.evaluated >= 0) {
            const QString evaluated = countText(m_facts.evaluated);
            if (m_facts.index.isEmpty())
                step(isScan ? Words::tr("The Scan read %1 items of the table, whatever they hold.").arg(evaluated)
                            : Words::tr("The key condition selected %1 items; only those were read.").arg(evaluated));
            else
                step(isScan ? Words::tr("The Scan read %1 entries of the index %2.").arg(evaluated, m_facts.index)
                            : Words::tr("The key condition selected %1 entries of the index %2.").arg(evaluated, m_facts.index));
        }
        const double read = m_facts.index.isEmpty() ? unitsOf(QString()) : unitsOf(m_facts.index);
        const double fetched = m_facts.index.isEmpty() ? 0 : unitsOf(QString());
        explainPages(read > 0 || fetched > 0 ? read : m_facts.total);
        if (fetched > 0)
            step(Words::tr("%1 more units: the index does not hold every attribute that was asked for, so each item was "
                           "also read from the table, rounded up by itself.")
                     .arg(unitsText(fetched)));
        noteFilter();
        noteProjection();
        insteadOfSearch(read > 0 ? read : m_facts.total);
    }

    void explainPages(double read)
    {
        // Sizes are summed before they are rounded, but for each page by itself.
        if (knowsEverySize()) {
            std::int64_t bytes = 0;
            for (const std::int64_t each : m_facts.itemBytes)
                bytes += each;
            const auto blocks = static_cast<std::int64_t>(model::readBlocks(static_cast<std::uint64_t>(bytes)));
            m_result.computed = model::readUnits(static_cast<std::uint64_t>(bytes), readMode());
            if (bytes == 0)
                step(Words::tr("Nothing was found. Looking costs one block of 4 KB."));
            else
                step(Words::tr("Together they are %1 bytes: %Ln block(s) of 4 KB. Sizes are summed before they are rounded up.",
                               nullptr, static_cast<int>(blocks))
                         .arg(countText(bytes)));
            stepMode(blocks, *m_result.computed);
            noteDifference(read);
            return;
        }
        stepBlocks(read, Words::tr("What was read"));
        if (m_facts.requests > 1)
            note(Words::tr("%Ln page(s) were read; each is rounded up by itself.", nullptr, m_facts.requests));
        else
            note(Words::tr("Sizes are summed before they are rounded up: many small items share a block."));
    }

    // Whole items of one page of the table, none of them filtered away.
    bool knowsEverySize() const
    {
        return m_facts.requests == 1 && m_facts.index.isEmpty() && !m_facts.hasProjection && !m_facts.isCount &&
               m_facts.evaluated >= 0 && m_facts.evaluated == static_cast<std::int64_t>(m_facts.itemBytes.size());
    }

    void noteDifference(double said)
    {
        if (m_result.computed && std::abs(*m_result.computed - said) > 1e-9)
            note(Words::tr("The service counted %1: it may round up in each partition.").arg(unitsPhrase(said)));
    }

    void noteFilter()
    {
        if (!m_facts.hasFilter || m_facts.evaluated < 0)
            return;
        const std::int64_t dropped = m_facts.evaluated - m_facts.returned;
        if (dropped > 0)
            note(Words::tr("The filter returned %1 of them and dropped %2. It runs after reading and saves no units.")
                     .arg(countText(m_facts.returned), countText(dropped)));
        else
            note(Words::tr("The filter runs after reading; it would save no units either way."));
    }

    void noteProjection()
    {
        if (m_facts.isCount)
            note(Words::tr("Counting reads the items all the same: Select=COUNT saves no units, only bytes on the wire."));
        else if (m_facts.hasProjection && m_facts.index.isEmpty())
            note(Words::tr("The projection saves no units: an item counts whole, whatever part of it is returned."));
    }

    double unitsOf(const QString &index) const
    {
        double units = 0;
        for (const CostPart &part : m_facts.parts)
            if (part.index == index)
                units += part.units;
        return units;
    }

    void insteadOfSearch(double read)
    {
        const bool isGlobal = isGlobalIndex(m_facts.index);
        if (m_facts.isConsistent && !isGlobal && read > 0.5)
            instead(Words::tr("Eventually consistent, the same would cost %1.").arg(unitsPhrase(read / 2)));
        if (const QString found = keyedBy(m_facts.equalities); !found.isEmpty() || !m_keyedIndex.isEmpty())
            insteadByKey(found);
        else if (m_facts.hasFilter && !m_facts.equalities.isEmpty() && m_facts.evaluated > 2 * m_facts.returned)
            instead(Words::tr("An index with %1 as its partition key would read only what is returned: about %2.")
                        .arg(m_facts.equalities.first(), unitsPhrase(unitsForReturned())));
        if (m_facts.hasProjection && m_facts.index.isEmpty() && !m_facts.hasFilter && m_facts.returned > 0 &&
            unitsForReturned() * 2 <= read)
            instead(Words::tr("An index that holds only these attributes would cost about %1: %2 bytes instead of whole items.")
                        .arg(unitsPhrase(unitsForReturned()), countText(m_facts.returnedBytes)));
        if (m_facts.kind == CostKind::Scan && !m_facts.hasFilter && m_facts.shape && m_facts.index.isEmpty())
            insteadOfWholeScan();
    }

    void insteadByKey(const QString &attribute)
    {
        const double units = unitsForReturned();
        if (m_keyedIndex.isEmpty())
            instead(Words::tr("A Query with the key %1 would read only matching items: about %2.").arg(attribute, unitsPhrase(units)));
        else
            instead(Words::tr("A Query of the index %1 by %2 would read only matching entries: about %3.")
                        .arg(m_keyedIndex, m_keyedAttribute, unitsPhrase(units)));
    }

    void insteadOfWholeScan()
    {
        // The smallest index that has every item's keys tells what counting or listing keys would cost.
        const IndexShape *smallest = nullptr;
        for (const IndexShape &index : m_facts.shape->indexes)
            if (index.itemCount == m_facts.shape->itemCount && index.sizeBytes > 0 && (!smallest || index.sizeBytes < smallest->sizeBytes))
                smallest = &index;
        if (!smallest || smallest->sizeBytes * 2 > m_facts.shape->sizeBytes)
            return;
        const double units = model::readUnits(static_cast<std::uint64_t>(smallest->sizeBytes), model::ReadMode::Eventual);
        instead(Words::tr("The index %1 has every item in %2: to scan it whole costs about %3, if its attributes are enough.")
                    .arg(toQt(std::string_view(smallest->name)), sizeText(smallest->sizeBytes), unitsPhrase(units)));
    }

    double unitsForReturned() const
    {
        return model::readUnits(static_cast<std::uint64_t>(std::max<std::int64_t>(0, m_facts.returnedBytes)), readMode());
    }

    bool isGlobalIndex(const QString &name) const
    {
        if (name.isEmpty())
            return false;
        for (const CostPart &part : m_facts.parts)
            if (part.index == name)
                return part.isGlobal;
        return true;
    }

    // A key, of the table or another index than was read, that the filter's equalities would satisfy. Sets
    // m_keyedIndex; returns the attribute for the table's own key.
    QString keyedBy(const QStringList &equalities)
    {
        if (!m_facts.shape || equalities.isEmpty())
            return {};
        const auto covers = [&equalities](const model::KeySchema &keys) {
            return !keys.partition.empty() && std::all_of(keys.partition.begin(), keys.partition.end(), [&](const auto &key) {
                return equalities.contains(toQt(key.name));
            });
        };
        if (m_facts.kind == CostKind::Scan && covers(m_facts.shape->keys))
            return toQt(m_facts.shape->keys.partition.front().name);
        for (const IndexShape &index : m_facts.shape->indexes) {
            const QString name = toQt(std::string_view(index.name));
            if (covers(index.keys) && (name != m_facts.index || m_facts.kind == CostKind::Scan)) {
                m_keyedIndex = name;
                m_keyedAttribute = toQt(index.keys.partition.front().name);
                return {};
            }
        }
        return {};
    }

    // --- Items by key ---

    void explainGets()
    {
        const bool knowsSizes = !m_facts.hasProjection && !m_facts.itemBytes.empty() &&
                                static_cast<std::int64_t>(m_facts.itemBytes.size()) == m_facts.asked;
        if (knowsSizes) {
            std::int64_t blocks = 0;
            double units = 0;
            for (const std::int64_t bytes : m_facts.itemBytes) {
                blocks += static_cast<std::int64_t>(model::readBlocks(static_cast<std::uint64_t>(bytes)));
                units += model::readUnits(static_cast<std::uint64_t>(bytes), readMode());
            }
            m_result.computed = units;
            stepItems(blocks);
            stepMode(blocks, units);
            noteDifference(m_facts.total);
        } else {
            const QString subject = m_facts.asked > 1 ? Words::tr("What was read") : Words::tr("The item");
            stepBlocks(m_facts.total, subject);
        }
        if (m_facts.asked > 1)
            note(Words::tr("Each item is rounded up by itself; a batch saves round trips, not units."));
        noteProjection();
        if (isTransaction(m_facts.kind)) {
            instead(Words::tr("Without the transaction: %1 strongly consistent, %2 eventually.")
                        .arg(unitsPhrase(m_facts.total / 2), unitsPhrase(m_facts.total / 4)));
        } else if (m_facts.isConsistent) {
            instead(Words::tr("Eventually consistent, the same would cost %1.").arg(unitsPhrase(m_facts.total / 2)));
        }
    }

    void stepItems(std::int64_t blocks)
    {
        const int count = static_cast<int>(blocks);
        if (m_facts.itemBytes.size() == 1 && m_facts.itemBytes.front() == 0) {
            step(Words::tr("There is no such item. Looking for it costs one block of 4 KB."));
            return;
        }
        if (m_facts.itemBytes.size() == 1) {
            step(Words::tr("The item is %1 bytes: %Ln block(s) of 4 KB.", nullptr, count).arg(countText(m_facts.itemBytes.front())));
            return;
        }
        std::int64_t bytes = 0;
        std::int64_t missing = 0;
        for (const std::int64_t each : m_facts.itemBytes) {
            bytes += each;
            missing += each == 0 ? 1 : 0;
        }
        step(Words::tr("%1 keys, %2 bytes of items, each rounded up: %Ln block(s) of 4 KB.", nullptr, count)
                 .arg(countText(m_facts.asked), countText(bytes)));
        if (missing > 0)
            note(Words::tr("%1 keys have no item; looking for each costs one block.").arg(countText(missing)));
    }

    // --- Writes ---

    void explainWrites()
    {
        if (m_facts.isReplay) {
            step(Words::tr("The transaction had been carried out before under the same token: its items were only read."));
            return;
        }
        const double own = tableUnits();
        const double factor = isTransaction(m_facts.kind) ? 2 : 1;
        if (m_facts.kind == CostKind::BatchWriteItem || m_facts.kind == CostKind::TransactWriteItems)
            step(Words::tr("%1 writes, each rounded up to blocks of 1 KB by itself.").arg(countText(m_facts.asked)));
        else if (m_facts.isFailedCondition)
            step(Words::tr("The condition failed, which costs a write of the item as it is."));
        else
            explainOneWrite(own);
        if (factor > 1)
            step(Words::tr("A transaction writes each block twice: %1 in tables, %2 without the transaction.")
                     .arg(unitsPhrase(own), unitsPhrase(own / factor)));
        explainIndexes();
        if (m_facts.kind == CostKind::UpdateItem)
            note(Words::tr("An update counts the whole item, even for one attribute."));
        if (factor > 1)
            instead(Words::tr("Without the transaction the same writes would cost %1.").arg(unitsPhrase(m_facts.total / factor)));
    }

    double tableUnits() const
    {
        double units = 0;
        for (const CostPart &part : m_facts.parts)
            if (part.index.isEmpty())
                units += part.units;
        return units;
    }

    void explainOneWrite(double own)
    {
        const auto blocks = static_cast<std::int64_t>(std::llround(own));
        const std::int64_t most = blocks * static_cast<std::int64_t>(model::kWriteUnitBytes);
        const std::int64_t least = blocks <= 1 ? 0 : most - static_cast<std::int64_t>(model::kWriteUnitBytes) + 1;
        const int count = static_cast<int>(blocks);
        if (m_facts.itemBytes.size() == 1) {
            const std::int64_t bytes = m_facts.itemBytes.front();
            const auto needed = static_cast<std::int64_t>(model::writeBlocks(static_cast<std::uint64_t>(bytes)));
            if (needed >= blocks || m_facts.oldBytes >= 0)
                m_result.computed = model::writeUnits(static_cast<std::uint64_t>(std::max<std::int64_t>(0, m_facts.oldBytes)),
                                                      static_cast<std::uint64_t>(bytes));
            step(Words::tr("The item is %1 bytes: %Ln block(s) of 1 KB.", nullptr, static_cast<int>(needed)).arg(countText(bytes)));
            if (needed < blocks)
                step(Words::tr("The item before was larger, between %1 and %2 bytes: %Ln block(s) of 1 KB. The larger of the two counts.",
                               nullptr, count)
                         .arg(countText(least), countText(most)));
        } else if (m_facts.oldBytes >= 0) {
            m_result.computed = model::writeUnits(static_cast<std::uint64_t>(m_facts.oldBytes), 0);
            step(m_facts.oldBytes == 0
                     ? Words::tr("There was no such item. To delete it costs one block of 1 KB all the same.")
                     : Words::tr("The item was %1 bytes: %Ln block(s) of 1 KB.", nullptr, count).arg(countText(m_facts.oldBytes)));
        } else {
            step(Words::tr("The larger of the item before and after is between %1 and %2 bytes: %Ln block(s) of 1 KB.", nullptr, count)
                     .arg(countText(least), countText(most)));
        }
    }

    void explainIndexes()
    {
        QStringList touched;
        for (const CostPart &part : m_facts.parts) {
            if (part.index.isEmpty())
                continue;
            touched.append(part.index);
            step(Words::tr("%1 in the index %2, whose entry was written or moved.").arg(unitsPhrase(part.units), part.index));
        }
        if (!m_facts.shape)
            return;
        QStringList quiet;
        for (const IndexShape &index : m_facts.shape->indexes)
            if (const QString name = toQt(std::string_view(index.name)); !touched.contains(name))
                quiet.append(name);
        if (!quiet.isEmpty() && m_facts.asked <= 1)
            note(Words::tr("Not touched, and therefore free: %1.").arg(quiet.join(QStringLiteral(", "))));
        double inIndexes = m_facts.total - tableUnits();
        if (inIndexes > tableUnits() && inIndexes > 0)
            instead(Words::tr("%1 of %2 units went into indexes. An index that holds fewer attributes, or fewer items, costs less.")
                        .arg(unitsText(inIndexes), unitsText(m_facts.total)));
    }

    // --- PartiQL ---

    void explainStatement()
    {
        if (m_isWrite) {
            step(Words::tr("A statement costs what the PutItem, UpdateItem or DeleteItem in its place would."));
            explainIndexes();
            return;
        }
        step(Words::tr("A statement costs what the GetItem, Query or Scan in its place would."));
        if (m_facts.asked <= 1 && m_facts.requests == 1)
            stepBlocks(m_facts.total, Words::tr("What was read"));
        if (m_facts.shape && m_facts.returned > 0 && unitsForReturned() * 4 < m_facts.total)
            instead(Words::tr("What was returned is %1 bytes. With the keys of the table or an index in WHERE only that would be "
                              "read: about %2.")
                        .arg(countText(m_facts.returnedBytes), unitsPhrase(unitsForReturned())));
    }

    const CostFacts &m_facts;
    const bool m_isWrite;
    CostExplanation m_result;
    QString m_keyedIndex;
    QString m_keyedAttribute;
};

} // namespace

QString unitsText(double units)
{
    const double rounded = std::round(units * 10) / 10;
    const bool isWhole = std::abs(rounded - std::round(rounded)) < 1e-9;
    return QLocale().toString(rounded, 'f', isWhole ? 0 : 1);
}

CostExplanation explainCost(const CostFacts &facts)
{
    return Explainer(facts).explain();
}

} // namespace stator::ui
