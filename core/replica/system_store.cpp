#include "replica/system_store.h"

#include "encoding/keys.h"
#include "encoding/wire.h"
#include "replica/apply.h"

namespace stator::replica {

namespace {

// format:u8 lastStorageId:varint epoch:varint lsn:varint, the position through which every store is flushed.
constexpr std::string_view kSummaryKey = "\x01s";
constexpr std::uint8_t kSummaryFormat = 1;

std::string tableKey(std::uint64_t storageId)
{
    std::string key(1, static_cast<char>(encoding::Keyspace::Table));
    for (int shift = 56; shift >= 0; shift -= 8)
        key.push_back(static_cast<char>(storageId >> shift));
    return key;
}

std::string tokenKey(std::string_view token)
{
    std::string key(1, static_cast<char>(encoding::Keyspace::Token));
    key.append(token);
    return key;
}

bool isIn(encoding::Keyspace keyspace, const storage::Cursor &cursor)
{
    return cursor.isValid() && !cursor.key().empty() && cursor.key().front() == static_cast<char>(keyspace);
}

Result<TokenRecord> parseToken(std::string_view row)
{
    encoding::WireReader reader(row);
    TokenRecord record;
    record.commitTime = reader.time();
    record.digest = reader.string();
    if (!reader.isAtEnd())
        return Error::corruption("The row of an idempotency token does not read back");
    return record;
}

} // namespace

Result<std::unique_ptr<SystemStore>> SystemStore::open(storage::StoreEnvironment &environment,
                                                       const std::string &directory, Catalog &catalog)
{
    STATOR_TRY(auto store, storage::Store::open(environment, directory));
    std::unique_ptr<SystemStore> system(new SystemStore(std::move(store)));
    STATOR_CHECK(system->load(catalog));
    system->m_store->setRecoveredPosition(system->m_state.position);
    return system;
}

Result<void> SystemStore::load(Catalog &catalog)
{
    std::string row;
    STATOR_TRY(const bool hasState, m_store->get(kStateKey, row));
    if (!hasState)
        return {};
    STATOR_TRY(m_state, encoding::parseStateRow(row));

    STATOR_TRY(const bool hasSummary, m_store->get(kSummaryKey, row));
    encoding::WireReader summary(hasSummary ? std::string_view(row) : std::string_view());
    const std::uint8_t format = summary.byte();
    const std::uint64_t lastStorageId = summary.varint();
    m_allFlushed.epoch = summary.varint();
    m_allFlushed.lsn = summary.varint();
    if (format > kSummaryFormat)
        return Error::newerFormat("The system store was written by a newer Stator");
    if (format != kSummaryFormat || !summary.isAtEnd())
        return Error::corruption("The summary row of the system store does not read back");
    catalog.markStorageIdUsed(lastStorageId);

    const auto cursor = m_store->cursor();
    std::vector<model::TableDefinition> definitions;
    for (cursor->seek(tableKey(0)); isIn(encoding::Keyspace::Table, *cursor); cursor->next()) {
        STATOR_TRY(auto definition, encoding::parseDefinition(cursor->value()));
        definitions.push_back(std::move(definition));
    }
    STATOR_CHECK(cursor->status());
    catalog.putAll(std::move(definitions));
    return {};
}

void SystemStore::putDefinition(const model::TableDefinition &definition)
{
    std::string row;
    encoding::appendDefinition(definition, row);
    m_batch.put(tableKey(definition.storageId), row);
}

void SystemStore::removeDefinition(std::uint64_t storageId)
{
    m_batch.remove(tableKey(storageId));
}

void SystemStore::putToken(std::string_view token, const TokenRecord &record)
{
    std::string row;
    encoding::putTime(row, record.commitTime);
    encoding::putString(row, record.digest);
    m_batch.put(tokenKey(token), row);
}

Result<void> SystemStore::write(encoding::Position position, TimeMicros commitTime, std::uint64_t lastStorageId)
{
    m_state.position = position;
    m_state.commitTime = commitTime;
    std::string row;
    encoding::appendStateRow(m_state, row);
    m_batch.put(kStateKey, row);

    row.clear();
    encoding::putByte(row, kSummaryFormat);
    encoding::putVarint(row, lastStorageId);
    encoding::putVarint(row, m_allFlushed.epoch);
    encoding::putVarint(row, m_allFlushed.lsn);
    m_batch.put(kSummaryKey, row);

    STATOR_CHECK(m_store->apply(m_batch, position));
    m_batch.clear();
    return {};
}

Result<std::optional<TokenRecord>> SystemStore::findToken(std::string_view token) const
{
    std::string row;
    STATOR_TRY(const bool isThere, m_store->get(tokenKey(token), row));
    if (!isThere)
        return std::optional<TokenRecord>();
    STATOR_TRY(auto record, parseToken(row));
    return std::optional<TokenRecord>(std::move(record));
}

Result<void> SystemStore::sweepTokens(TimeMicros time)
{
    const auto cursor = m_store->cursor();
    for (cursor->seek(tokenKey({})); isIn(encoding::Keyspace::Token, *cursor); cursor->next()) {
        STATOR_TRY(const auto record, parseToken(cursor->value()));
        if (record.commitTime < time)
            m_batch.remove(cursor->key());
    }
    return cursor->status();
}

} // namespace stator::replica
