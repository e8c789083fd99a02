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
    Stream = 10,
    KinesisDestinations = 11,
    StreamTags = 12,
    StreamPolicy = 13,
};

constexpr std::uint32_t kOfTable = 0; // instead of the id of an index

// Writing and Reading go through the fields of a value in the same words, so that each kind of setting names
// its fields once. Of<T> is how they take a T.
class Writing {
public:
    template <class T>
    using Of = const T;

    explicit Writing(std::string &out) : m_out(out) {}

    void number(std::int64_t value) { putSigned(m_out, value); }
    void size(std::uint32_t value) { putVarint(m_out, value); }
    void flag(bool value) { putBool(m_out, value); }
    void text(const std::string &value) { putString(m_out, value); }
    void texts(const std::map<std::string, std::string> &values)
    {
        putVarint(m_out, values.size());
        for (const auto &[key, value] : values) {
            putString(m_out, key);
            putString(m_out, value);
        }
    }
    template <class Enum>
    void oneOf(Enum value, Enum, Enum)
    {
        putByte(m_out, static_cast<std::uint8_t>(value));
    }
    template <class T, class Visit>
    void list(const std::vector<T> &values, Visit visit)
    {
        putVarint(m_out, values.size());
        for (const T &value : values)
            visit(value);
    }

private:
    std::string &m_out;
};

class Reading {
public:
    template <class T>
    using Of = T;

    explicit Reading(WireReader &reader) : m_reader(reader) {}

    void number(std::int64_t &value) { value = m_reader.zigzag(); }
    void size(std::uint32_t &value) { value = m_reader.varint32(); }
    void flag(bool &value) { value = m_reader.boolean(); }
    void text(std::string &value) { value = m_reader.string(); }
    void texts(std::map<std::string, std::string> &values)
    {
        const std::size_t count = m_reader.count();
        for (std::size_t i = 0; i < count && !m_reader.hasFailed(); ++i) {
            std::string key(m_reader.string());
            values.insert_or_assign(std::move(key), std::string(m_reader.string()));
        }
    }
    template <class Enum>
    void oneOf(Enum &value, Enum first, Enum last)
    {
        value = m_reader.enumerator(first, last);
    }
    template <class T, class Visit>
    void list(std::vector<T> &values, Visit visit)
    {
        const std::size_t count = m_reader.count();
        for (std::size_t i = 0; i < count && !m_reader.hasFailed(); ++i)
            visit(values.emplace_back());
    }

private:
    WireReader &m_reader;
};

// The fields of every kind of setting.
template <class Wire>
void fields(Wire wire, typename Wire::template Of<TimeMicros> &value)
{
    wire.number(value);
}

template <class Wire>
void fields(Wire wire, typename Wire::template Of<std::vector<TimeMicros>> &times)
{
    wire.list(times, [&](auto &time) { wire.number(time); });
}

template <class Wire>
void fields(Wire wire, typename Wire::template Of<model::OnDemandThroughput> &value)
{
    wire.number(value.maxReadUnits);
    wire.number(value.maxWriteUnits);
}

template <class Wire>
void fields(Wire wire, typename Wire::template Of<model::WarmThroughput> &value)
{
    wire.number(value.readUnits);
    wire.number(value.writeUnits);
}

template <class Wire>
void fields(Wire wire, typename Wire::template Of<model::ContributorInsights> &value)
{
    using model::InsightsMode;
    wire.flag(value.isEnabled);
    wire.oneOf(value.mode, InsightsMode::AccessedAndThrottledKeys, InsightsMode::ThrottledKeys);
    wire.number(value.changed);
}

template <class Wire>
void fields(Wire wire, typename Wire::template Of<model::TableClassSetting> &value)
{
    using model::TableClass;
    wire.oneOf(value.tableClass, TableClass::Standard, TableClass::StandardInfrequentAccess);
    wire.flag(value.isSet);
    wire.number(value.updated);
    fields(wire, value.changes);
}

template <class Wire>
void fields(Wire wire, typename Wire::template Of<model::Encryption> &value)
{
    wire.flag(value.isKms);
    wire.text(value.keyArn);
    fields(wire, value.changes);
}

template <class Wire>
void fields(Wire wire, typename Wire::template Of<model::ResourcePolicy> &value)
{
    wire.text(value.text);
    wire.text(value.revisionId);
    wire.number(value.changed);
}

template <class Wire>
void fields(Wire wire, typename Wire::template Of<std::map<std::string, std::string>> &tags)
{
    wire.texts(tags);
}

template <class Wire>
void fields(Wire wire, typename Wire::template Of<model::TimeToLive> &value)
{
    using model::TimeToLiveStatus;
    wire.oneOf(value.status, TimeToLiveStatus::Disabled, TimeToLiveStatus::Disabling);
    wire.text(value.attribute);
    wire.size(value.indexId);
    wire.number(value.changed);
}

template <class Wire>
void fields(Wire wire, typename Wire::template Of<model::StreamSetting> &value)
{
    using model::StreamStatus;
    using model::StreamViewType;
    wire.oneOf(value.status, StreamStatus::Enabling, StreamStatus::Disabled);
    wire.oneOf(value.viewType, StreamViewType::KeysOnly, StreamViewType::NewAndOldImages);
    wire.number(value.created);
}

template <class Wire>
void fields(Wire wire, typename Wire::template Of<std::vector<model::KinesisDestination>> &destinations)
{
    using model::DestinationStatus;
    using model::TimePrecision;
    wire.list(destinations, [&](auto &value) {
        wire.text(value.streamArn);
        wire.oneOf(value.status, DestinationStatus::Enabling, DestinationStatus::Updating);
        wire.text(value.description);
        wire.oneOf(value.precision, TimePrecision::NotSet, TimePrecision::Microsecond);
        wire.number(value.created);
    });
}

template <class Wire>
void fields(Wire wire, typename Wire::template Of<model::VectorSettings> &value)
{
    using model::DistanceFunction;
    using model::ValueType;
    wire.text(value.attribute);
    wire.size(value.dimensions);
    wire.oneOf(value.distance, DistanceFunction::Cosine, DistanceFunction::Euclidean);
    wire.list(value.inlineFilters, [&](auto &filter) {
        wire.text(filter.name);
        wire.oneOf(filter.type, ValueType::N, ValueType::B); // the types of keys
    });
}

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
    visit(Setting::Stream, table.stream);
    visit(Setting::StreamTags, table.streamTags);
    visit(Setting::StreamPolicy, table.streamPolicy);
    visit(Setting::KinesisDestinations, table.kinesisDestinations);
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
        fields(Writing(bytes), value);
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
            fields(Reading(bytes), value);
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
