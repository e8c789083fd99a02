#include "features/tables/index_texts.h"

#include <algorithm>

#include <QCoreApplication>

#include "bridge/text.h"

namespace stator::ui {

namespace {

class IndexTexts {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::IndexesCard)

public:
    static QString dimensions(int count) { return tr("%Ln dimension(s)", nullptr, count); }
    static QString distance(api::DistanceFunction distance)
    {
        switch (distance) {
        case api::DistanceFunction::Euclidean: return tr("Euclidean");
        case api::DistanceFunction::DotProduct: return tr("dot product");
        case api::DistanceFunction::Cosine: break;
        }
        return tr("cosine");
    }
    //: %1 lists attributes: a vector index looks at the items of one of their values.
    static QString by(const QString &keys) { return tr("by %1").arg(keys); }
    //: %1 lists attributes that a search of vectors may compare.
    static QString filters(const QString &keys) { return tr("filters %1").arg(keys); }
    static QString all() { return tr("all attributes"); }
    static QString keysOnly() { return tr("keys only"); }
    //: %1 lists attributes: "keys and total, note".
    static QString keysAnd(const QString &names) { return tr("keys and %1").arg(names); }
    static QString items(std::int64_t count) { return tr("%Ln item(s)", nullptr, static_cast<int>(count)); }
    static QString units(std::int64_t read, std::int64_t write)
    {
        return tr("%1 read, %2 write units").arg(countText(read), countText(write));
    }
    static QString maxima(const QString &read, const QString &write)
    {
        return tr("at most %1 read, %2 write units").arg(read, write);
    }
    static QString noMaximum() { return tr("any"); }
    static QString active() { return tr("Active"); }
    static QString going() { return tr("Going"); }
    static QString updating() { return tr("Updating"); }
    static QString beingMade() { return tr("Being made"); }
    //: %1 is a percentage.
    static QString backfill(const QString &share) { return tr("Backfill %1, still usable").arg(share); }
};

const auto kDot = QStringLiteral(" · ");

QString namesOf(const QList<KeyField> &fields)
{
    QStringList names;
    for (const KeyField &field : fields)
        names.append(field.name + QStringLiteral(" (") + toQt(api::wireName(field.type)) + u')');
    return names.join(QStringLiteral(", "));
}

} // namespace

QString keysText(const QList<KeyField> &partition, const QList<KeyField> &sort)
{
    return sort.isEmpty() ? namesOf(partition) : namesOf(partition) + kDot + namesOf(sort);
}

QString vectorText(const IndexDraft &index)
{
    QStringList parts{index.vectorAttribute, IndexTexts::dimensions(index.dimensions), IndexTexts::distance(index.distance)};
    if (!index.partition.isEmpty())
        parts.append(IndexTexts::by(namesOf(index.partition)));
    if (!index.filters.isEmpty())
        parts.append(IndexTexts::filters(namesOf(index.filters)));
    return parts.join(kDot);
}

QString indexKeysText(const IndexDraft &index, const KeyField &tablePartition)
{
    switch (index.kind) {
    case IndexDraft::Kind::Vector: return vectorText(index);
    case IndexDraft::Kind::Local: return keysText({tablePartition}, index.sort);
    case IndexDraft::Kind::Global: break;
    }
    return keysText(index.partition, index.sort);
}

QString projectionText(const IndexDraft &index)
{
    switch (index.projection) {
    case api::ProjectionType::KeysOnly: return IndexTexts::keysOnly();
    case api::ProjectionType::Include: return IndexTexts::keysAnd(index.projected.join(QStringLiteral(", ")));
    case api::ProjectionType::All: break;
    }
    return IndexTexts::all();
}

QString indexFactsText(const IndexDraft &index, std::optional<std::int64_t> bytes, std::optional<std::int64_t> items)
{
    QStringList parts{projectionText(index)};
    if (bytes)
        parts.append(sizeText(*bytes));
    if (items)
        parts.append(IndexTexts::items(*items));
    return parts.join(kDot);
}

QString throughputText(const ThroughputSettings &throughput, bool isProvisioned)
{
    if (isProvisioned)
        return throughput.readUnits > 0 ? IndexTexts::units(throughput.readUnits, throughput.writeUnits) : QString();
    if (throughput.maxReadUnits == 0 && throughput.maxWriteUnits == 0)
        return {};
    const auto text = [](std::int64_t units) { return units == 0 ? IndexTexts::noMaximum() : countText(units); };
    return IndexTexts::maxima(text(throughput.maxReadUnits), text(throughput.maxWriteUnits));
}

QString indexStateText(std::optional<api::IndexStatus> status, bool isBackfilling, std::int64_t indexed,
                       std::int64_t items)
{
    if (!status)
        return {};
    switch (*status) {
    case api::IndexStatus::Active: return IndexTexts::active();
    case api::IndexStatus::Deleting: return IndexTexts::going();
    case api::IndexStatus::Updating: return IndexTexts::updating();
    case api::IndexStatus::Creating: break;
    }
    if (!isBackfilling || items == 0)
        return IndexTexts::beingMade();
    const double share = static_cast<double>(indexed) / static_cast<double>(items);
    return IndexTexts::backfill(percentText(std::min(share, 1.0)));
}

} // namespace stator::ui
