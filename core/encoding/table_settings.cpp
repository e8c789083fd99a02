#include "encoding/table_settings.h"

namespace stator::encoding {

namespace {

// These values are on disk; they never change.
enum class Setting : std::uint8_t {
    OnDemandThroughput = 1,
    WarmThroughput = 2,
    ContributorInsights = 3,
    TableClass = 4,
    Encryption = 5,
    ResourcePolicy = 6,
    TimeToLive = 7,
    DeletionProtectionChanged = 8,
    VectorIndex = 9,
};

constexpr std::uint32_t kOfTable = 0; // instead of the id of an index

void putTimes(std::string &out, const std::vector<TimeMicros> &times)
{
    putVarint(out, times.size());
    for (const TimeMicros time : times)
        putSigned(out, time);
}

std::vector<TimeMicros> readTimes(WireReader &reader)
{
    std::vector<TimeMicros> times;
    const std::size_t count = reader.count();
    for (std::size_t i = 0; i < count && !reader.hasFailed(); ++i)
        times.push_back(reader.zigzag());
    return times;
}

// Every kind of setting once: how it is written, and how it is read. A value equal to its default is not there.
struct Codec {
    static void put(std::string &out, const model::OnDemandThroughput &value)
    {
        putSigned(out, value.maxReadUnits);
        putSigned(out, value.maxWriteUnits);
    }
    static void read(WireReader &reader, model::OnDemandThroughput &value)
    {
        value.maxReadUnits = reader.zigzag();
        value.maxWriteUnits = reader.zigzag();
    }
    static void put(std::string &out, const model::WarmThroughput &value)
    {
        putSigned(out, value.readUnits);
        putSigned(out, value.writeUnits);
    }
    static void read(WireReader &reader, model::WarmThroughput &value)
    {
        value.readUnits = reader.zigzag();
        value.writeUnits = reader.zigzag();
    }
    static void put(std::string &out, const model::ContributorInsights &value)
    {
        putBool(out, value.isEnabled);
        putByte(out, static_cast<std::uint8_t>(value.mode));
        putSigned(out, value.changed);
    }
    static void read(WireReader &reader, model::ContributorInsights &value)
    {
        using model::InsightsMode;
        value.isEnabled = reader.boolean();
        value.mode = reader.enumerator(InsightsMode::AccessedAndThrottledKeys, InsightsMode::ThrottledKeys);
        value.changed = reader.zigzag();
    }
    static void put(std::string &out, const model::TableClassSetting &value)
    {
        putByte(out, static_cast<std::uint8_t>(value.tableClass));
        putBool(out, value.isSet);
        putSigned(out, value.updated);
        putTimes(out, value.changes);
    }
    static void read(WireReader &reader, model::TableClassSetting &value)
    {
        using model::TableClass;
        value.tableClass = reader.enumerator(TableClass::Standard, TableClass::StandardInfrequentAccess);
        value.isSet = reader.boolean();
        value.updated = reader.zigzag();
        value.changes = readTimes(reader);
    }
    static void put(std::string &out, const model::Encryption &value)
    {
        putBool(out, value.isKms);
        putString(out, value.keyArn);
        putTimes(out, value.changes);
    }
    static void read(WireReader &reader, model::Encryption &value)
    {
        value.isKms = reader.boolean();
        value.keyArn = reader.string();
        value.changes = readTimes(reader);
    }
    static void put(std::string &out, const model::ResourcePolicy &value)
    {
        putString(out, value.text);
        putString(out, value.revisionId);
        putSigned(out, value.changed);
    }
    static void read(WireReader &reader, model::ResourcePolicy &value)
    {
        value.text = reader.string();
        value.revisionId = reader.string();
        value.changed = reader.zigzag();
    }
    static void put(std::string &out, const model::TimeToLive &value)
    {
        putByte(out, static_cast<std::uint8_t>(value.status));
        putString(out, value.attribute);
        putVarint(out, value.indexId);
        putSigned(out, value.changed);
    }
    static void read(WireReader &reader, model::TimeToLive &value)
    {
        using model::TimeToLiveStatus;
        value.status = reader.enumerator(TimeToLiveStatus::Disabled, TimeToLiveStatus::Disabling);
        value.attribute = reader.string();
        value.indexId = reader.varint32();
        value.changed = reader.zigzag();
    }
    static void put(std::string &out, const model::VectorSettings &value)
    {
        putString(out, value.attribute);
        putVarint(out, value.dimensions);
        putByte(out, static_cast<std::uint8_t>(value.distance));
        putVarint(out, value.inlineFilters.size());
        for (const auto &filter : value.inlineFilters) {
            putString(out, filter.name);
            putByte(out, static_cast<std::uint8_t>(filter.type));
        }
    }
    static void read(WireReader &reader, model::VectorSettings &value)
    {
        using model::DistanceFunction;
        value.attribute = reader.string();
        value.dimensions = reader.varint32();
        value.distance = reader.enumerator(DistanceFunction::Cosine, DistanceFunction::Euclidean);
        const std::size_t count = reader.count();
        for (std::size_t i = 0; i < count && !reader.hasFailed(); ++i) {
            model::KeyAttribute filter;
            filter.name = reader.string();
            filter.type = static_cast<model::ValueType>(reader.byte());
            if (!model::isKeyType(filter.type))
                reader.fail();
            value.inlineFilters.push_back(std::move(filter));
        }
    }
    static void put(std::string &out, const TimeMicros &value) { putSigned(out, value); }
    static void read(WireReader &reader, TimeMicros &value) { value = reader.zigzag(); }
};

// Calls visit(setting, value) for every setting that tables and indexes have.
template <class Owner, class Visit>
void eachOfBoth(Owner &owner, Visit visit)
{
    visit(Setting::OnDemandThroughput, owner.onDemandThroughput);
    visit(Setting::WarmThroughput, owner.warmThroughput);
    visit(Setting::ContributorInsights, owner.insights);
}

template <class Index, class Visit>
void eachOfIndex(Index &index, Visit visit)
{
    eachOfBoth(index, visit);
    visit(Setting::VectorIndex, index.vector);
}

template <class Table, class Visit>
void eachOfTable(Table &table, Visit visit)
{
    eachOfBoth(table, visit);
    visit(Setting::TableClass, table.tableClass);
    visit(Setting::Encryption, table.encryption);
    visit(Setting::ResourcePolicy, table.resourcePolicy);
    visit(Setting::TimeToLive, table.timeToLive);
    visit(Setting::DeletionProtectionChanged, table.deletionProtectionChanged);
}

// Calls visit(owner, setting, value) for every setting that differs from its default.
template <class Visit>
void eachSet(const model::TableDefinition &definition, Visit visit)
{
    const auto visitSet = [&](std::uint32_t owner) {
        return [&visit, owner](Setting setting, const auto &value) {
            if (!(value == std::decay_t<decltype(value)>()))
                visit(owner, setting, value);
        };
    };
    eachOfTable(definition, visitSet(kOfTable));
    for (const auto &index : definition.indexes)
        eachOfIndex(index, visitSet(index.id));
}

} // namespace

std::size_t settingCount(const model::TableDefinition &definition)
{
    std::size_t count = 0;
    eachSet(definition, [&](std::uint32_t, Setting, const auto &) { ++count; });
    return count;
}

void appendSettings(const model::TableDefinition &definition, std::string &out)
{
    std::string bytes;
    eachSet(definition, [&](std::uint32_t owner, Setting setting, const auto &value) {
        bytes.clear();
        Codec::put(bytes, value);
        putByte(out, static_cast<std::uint8_t>(setting));
        putVarint(out, owner);
        putString(out, bytes);
    });
}

bool readSettings(WireReader &reader, std::size_t count, model::TableDefinition &definition)
{
    for (std::size_t i = 0; i < count && !reader.hasFailed(); ++i) {
        const auto tag = static_cast<Setting>(reader.byte());
        const std::uint32_t owner = reader.varint32();
        WireReader bytes(reader.string());
        bool isKnown = false;
        const auto readIfMeant = [&](Setting setting, auto &value) {
            if (setting != tag)
                return;
            isKnown = true;
            Codec::read(bytes, value);
            if (!bytes.isAtEnd())
                reader.fail();
        };
        if (owner == kOfTable)
            eachOfTable(definition, readIfMeant);
        for (auto &index : definition.indexes)
            if (index.id == owner)
                eachOfIndex(index, readIfMeant);
        if (!isKnown && !reader.hasFailed())
            return false;
    }
    return true;
}

} // namespace stator::encoding
