// The bytes of a TableDefinition, as TableChange and the catalog's rows hold it.
#include "encoding/key_attributes.h"
#include "encoding/row.h"
#include "encoding/table_settings.h"
#include "encoding/wire.h"

namespace stator::encoding {

namespace {

constexpr std::uint8_t kDefinitionVersion = 2;
constexpr std::uint8_t kWithoutSettings = 1;

void putKeys(std::string &out, const model::KeySchema &keys)
{
    putKeyAttributes(out, keys.partition);
    putKeyAttributes(out, keys.sort);
}

// Only a vector index may be without a partition key.
model::KeySchema readKeys(WireReader &reader, bool mayBeEmpty = false)
{
    model::KeySchema keys;
    keys.partition = readKeyAttributes(reader);
    keys.sort = readKeyAttributes(reader);
    if (keys.partition.empty() && !mayBeEmpty)
        reader.fail();
    return keys;
}

void putThroughput(std::string &out, const model::Throughput &throughput)
{
    for (const std::int64_t value :
         {throughput.readUnits, throughput.writeUnits, throughput.lastIncrease, throughput.lastDecrease,
          throughput.decreasesToday, throughput.decreaseDay})
        putSigned(out, value);
}

model::Throughput readThroughput(WireReader &reader)
{
    model::Throughput throughput;
    for (std::int64_t *value :
         {&throughput.readUnits, &throughput.writeUnits, &throughput.lastIncrease, &throughput.lastDecrease,
          &throughput.decreasesToday, &throughput.decreaseDay})
        *value = reader.zigzag();
    return throughput;
}

void putIndex(std::string &out, const model::IndexDefinition &index)
{
    putVarint(out, index.id);
    putByte(out, static_cast<std::uint8_t>(index.kind));
    putString(out, index.name);
    putKeys(out, index.keys);
    putByte(out, static_cast<std::uint8_t>(index.projection.type));
    putVarint(out, index.projection.nonKeyAttributes.size());
    for (const auto &attribute : index.projection.nonKeyAttributes)
        putString(out, attribute);
    putByte(out, static_cast<std::uint8_t>(index.status));
    putBool(out, index.isBackfilling);
    putThroughput(out, index.throughput);
}

model::IndexDefinition readIndex(WireReader &reader)
{
    model::IndexDefinition index;
    index.id = reader.varint32();
    if (index.id == 0)
        reader.fail();
    index.kind = reader.enumerator(model::IndexKind::Local, model::IndexKind::Vector);
    index.name = reader.string();
    index.keys = readKeys(reader, index.kind == model::IndexKind::Vector);
    index.projection.type = reader.enumerator(model::ProjectionType::All, model::ProjectionType::Include);
    const std::size_t count = reader.count();
    for (std::size_t i = 0; i < count && !reader.hasFailed(); ++i)
        index.projection.nonKeyAttributes.emplace_back(reader.string());
    index.status = reader.enumerator(model::IndexStatus::Creating, model::IndexStatus::Active);
    index.isBackfilling = reader.boolean();
    index.throughput = readThroughput(reader);
    return index;
}

} // namespace

void appendDefinition(const model::TableDefinition &definition, std::string &out)
{
    // A definition without settings is written as it was before there were any.
    const std::size_t settings = settingCount(definition);
    putByte(out, settings == 0 ? kWithoutSettings : kDefinitionVersion);
    putVarint(out, definition.storageId);
    putString(out, definition.id);
    putString(out, definition.name);
    putByte(out, static_cast<std::uint8_t>(definition.status));
    putKeys(out, definition.keys);
    putVarint(out, definition.indexes.size());
    for (const auto &index : definition.indexes)
        putIndex(out, index);
    putVarint(out, definition.nextIndexId);
    putByte(out, static_cast<std::uint8_t>(definition.billingMode));
    putSigned(out, definition.payPerRequestSince);
    putThroughput(out, definition.throughput);
    putSigned(out, definition.created);
    putBool(out, definition.isDeletionProtected);
    putVarint(out, definition.tags.size());
    for (const auto &[key, value] : definition.tags) {
        putString(out, key);
        putString(out, value);
    }
    if (settings == 0)
        return;
    putVarint(out, settings);
    appendSettings(definition, out);
}

Result<model::TableDefinition> parseDefinition(std::string_view bytes)
{
    WireReader reader(bytes);
    model::TableDefinition definition;
    const std::uint8_t version = reader.byte();
    if (version > kDefinitionVersion)
        return Error::newerFormat("A table's definition was written by a newer Stator");
    if (version != kDefinitionVersion && version != kWithoutSettings)
        return Error::corruption("A table's definition does not begin as one");
    definition.storageId = reader.varint();
    definition.id = reader.string();
    definition.name = reader.string();
    definition.status = reader.enumerator(model::TableStatus::Creating, model::TableStatus::Active);
    definition.keys = readKeys(reader);
    const std::size_t indexes = reader.count();
    for (std::size_t i = 0; i < indexes && !reader.hasFailed(); ++i)
        definition.indexes.push_back(readIndex(reader));
    definition.nextIndexId = reader.varint32();
    definition.billingMode =
        reader.enumerator(model::BillingMode::Provisioned, model::BillingMode::PayPerRequest);
    definition.payPerRequestSince = reader.zigzag();
    definition.throughput = readThroughput(reader);
    definition.created = reader.zigzag();
    definition.isDeletionProtected = reader.boolean();
    const std::size_t tags = reader.count();
    for (std::size_t i = 0; i < tags && !reader.hasFailed(); ++i) {
        const std::string_view key = reader.string();
        definition.tags.emplace(key, reader.string());
    }
    if (version == kDefinitionVersion && !readSettings(reader, reader.count(), definition))
        return Error::newerFormat("A table's definition holds a setting that only a newer Stator knows");
    for (const auto &index : definition.indexes)
        if ((index.kind == model::IndexKind::Vector) != (index.vector.dimensions > 0))
            reader.fail();
    if (!reader.isAtEnd())
        return Error::corruption("A table's definition is shorter or longer than it says");
    return definition;
}

} // namespace stator::encoding
