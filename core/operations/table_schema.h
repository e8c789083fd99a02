// From the key schemas, indexes and throughput of a request to those of a definition, with the rules between
// them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/shapes.h"
#include "base/result.h"
#include "model/table_definition.h"
#include "operations/table_options.h"

namespace stator::operations {

// AttributeDefinitions, and which of them keys have used.
class AttributeTypes {
public:
    static Result<AttributeTypes> create(const std::vector<api::AttributeDefinition> &definitions);

    // The key attributes that a table has already; a definition of the same name does not change them.
    void addExisting(const model::KeySchema &keys);

    std::optional<model::ValueType> use(const std::string &attribute);
    bool isDefined(std::string_view attribute) const;
    std::size_t size() const { return m_entries.size(); }
    bool isAnyUnused() const;
    std::string names() const;     // "a, b"
    std::string usedNames() const; // "a, b"

private:
    struct Entry {
        std::string name;
        model::ValueType type = model::ValueType::S;
        bool isUsed = false;
    };
    std::vector<Entry> m_entries;
};

// HASH first, then at most one RANGE: tables and local indexes.
Result<model::KeySchema> tableKeys(const std::vector<api::KeySchemaElement> &elements, AttributeTypes &types);
// One to four HASH, then none to four RANGE.
Result<model::KeySchema> globalIndexKeys(const std::vector<api::KeySchemaElement> &elements,
                                         AttributeTypes &types);

Result<model::Projection> projectionOf(const api::Projection &projection);
// Over all indexes of a table.
Result<void> checkProjectedAttributes(const model::TableDefinition &table);

Result<model::IndexDefinition> localIndex(const api::LocalSecondaryIndex &index,
                                          const model::KeySchema &table, AttributeTypes &types);
// Of CreateTable (GlobalSecondaryIndex) or UpdateTable (CreateGlobalSecondaryIndexAction).
template <class Index>
Result<model::IndexDefinition> globalIndex(const Index &index, model::BillingMode billing,
                                           const ChangeSite &site, AttributeTypes &types);

model::Throughput throughputOf(const std::optional<api::ProvisionedThroughput> &throughput);

} // namespace stator::operations
