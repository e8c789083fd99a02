// What the forms of a table become: CreateTable for a new one; for one that exists, the fewest requests that
// make it what the form says, each with the field it came from.
#pragma once

#include <map>
#include <variant>
#include <vector>

#include "api/create_table.h"
#include "api/tag_resource.h"
#include "api/untag_resource.h"
#include "api/update_table.h"
#include "features/tables/table_rules.h"

namespace stator::ui {

api::CreateTableRequest createRequest(const TableDraft &table);

// What the Settings page edits of a table.
struct TableSettings {
    bool isProvisioned = false;
    std::int64_t readUnits = 0;
    std::int64_t writeUnits = 0;
    bool isDeletionProtected = false;
    bool isInfrequentAccess = false;
    std::map<std::string, std::string> tags;
    QStringList deletedIndexes;
    QList<IndexDraft> newIndexes;

    bool operator==(const TableSettings &) const = default;
};

enum class SettingsField { Capacity, Protection, TableClass, Tags, Indexes };

struct SettingsStep {
    SettingsField field;
    QString index; // of an index step
    std::variant<api::UpdateTableRequest, api::TagResourceRequest, api::UntagResourceRequest> request;
};

// As the service describes the table; tags come apart.
TableSettings settingsOf(const api::TableDescription &table);
// In the order they are sent. The service takes some changes alone only; each of those is a step of its own.
std::vector<SettingsStep> stepsFrom(const TableSettings &now, const TableSettings &wanted,
                                    const api::TableDescription &table);
// How many settings differ, as a person counts them.
int changeCount(const TableSettings &now, const TableSettings &wanted);

// The table became `after` where it was `before`: what a person changed stays, the rest follows the table.
TableSettings merged(const TableSettings &before, const TableSettings &after, TableSettings wanted,
                     const api::TableDescription &table);
// No update is under way: the service takes the next.
bool isSettled(const api::TableDescription &table);
// The keys of a table and its indexes as a draft, for judging another index.
TableDraft draftOf(const api::TableDescription &table);
QStringList indexNames(const api::TableDescription &table);

KeyField keyFieldOf(const api::TableDescription &table, const std::vector<api::KeySchemaElement> &schema,
                    api::KeyType type);

} // namespace stator::ui
