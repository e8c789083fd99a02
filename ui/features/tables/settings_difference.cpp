#include "features/tables/settings_difference.h"

namespace stator::ui {

namespace {

template <class Differs>
QStringList indexesThat(const TableSettings &now, const TableSettings &wanted, Differs differs)
{
    QStringList names;
    for (auto index = wanted.indexes.cbegin(); index != wanted.indexes.cend(); ++index) {
        const auto before = now.indexes.constFind(index.key());
        if (before != now.indexes.cend() && !wanted.deletedIndexes.contains(index.key())
            && differs(before.value(), index.value()))
            names.append(index.key());
    }
    return names;
}

} // namespace

bool isCapacityChanged(const TableSettings &now, const TableSettings &wanted)
{
    return now.isProvisioned != wanted.isProvisioned
        || (wanted.isProvisioned && (now.throughput.readUnits != wanted.throughput.readUnits
                                     || now.throughput.writeUnits != wanted.throughput.writeUnits));
}

bool areMaximaChanged(const TableSettings &now, const TableSettings &wanted)
{
    return !wanted.isProvisioned && (now.throughput.maxReadUnits != wanted.throughput.maxReadUnits
                                     || now.throughput.maxWriteUnits != wanted.throughput.maxWriteUnits);
}

bool isWarmChanged(const ThroughputSettings &now, const ThroughputSettings &wanted)
{
    return now.warmReadUnits != wanted.warmReadUnits || now.warmWriteUnits != wanted.warmWriteUnits;
}

bool isEncryptionChanged(const TableSettings &now, const TableSettings &wanted)
{
    return now.isKms != wanted.isKms || (wanted.isKms && now.keyId != wanted.keyId);
}

QStringList indexesWithOtherUnits(const TableSettings &now, const TableSettings &wanted)
{
    if (!wanted.isProvisioned || !now.isProvisioned)
        return {};
    return indexesThat(now, wanted, [](const ThroughputSettings &before, const ThroughputSettings &after) {
        return before.readUnits != after.readUnits || before.writeUnits != after.writeUnits;
    });
}

QStringList indexesWithOtherMaxima(const TableSettings &now, const TableSettings &wanted)
{
    if (wanted.isProvisioned)
        return {};
    return indexesThat(now, wanted, [](const ThroughputSettings &before, const ThroughputSettings &after) {
        return before.maxReadUnits != after.maxReadUnits || before.maxWriteUnits != after.maxWriteUnits;
    });
}

QStringList indexesWithOtherWarmth(const TableSettings &now, const TableSettings &wanted)
{
    return indexesThat(now, wanted, isWarmChanged);
}

QStringList otherInsights(const TableSettings &now, const TableSettings &wanted)
{
    QStringList names;
    for (const QString &name : (now.insights.keys() + wanted.insights.keys()))
        if (!names.contains(name) && !wanted.deletedIndexes.contains(name)
            && now.insights.value(name, Insights::Off) != wanted.insights.value(name, Insights::Off))
            names.append(name);
    return names;
}

} // namespace stator::ui
