// What the forms of a table become: CreateTable for a new one; for one that exists, the fewest requests that
// make it what the form says, each with the field it came from.
#pragma once

#include <variant>
#include <vector>

#include "api/create_table.h"
#include "api/delete_resource_policy.h"
#include "api/put_resource_policy.h"
#include "api/tag_resource.h"
#include "api/untag_resource.h"
#include "api/update_table.h"
#include "api/update_time_to_live.h"
#include "features/tables/table_settings.h"

namespace stator::ui {

api::CreateTableRequest createRequest(const TableDraft &table);

enum class SettingsField { Capacity, Limits, Protection, TableClass, Encryption, TimeToLive, Policy, Tags, Indexes };

struct SettingsStep {
    SettingsField field;
    QString index; // of an index step
    std::variant<api::UpdateTableRequest, api::UpdateTimeToLiveRequest, api::PutResourcePolicyRequest,
                 api::DeleteResourcePolicyRequest, api::TagResourceRequest, api::UntagResourceRequest>
        request;
};

// As the service describes the table; the rest comes apart.
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

// All key attributes of one kind; a global index may have several.
QList<KeyField> keyFieldsOf(const api::TableDescription &table, const std::vector<api::KeySchemaElement> &schema,
                            api::KeyType type);
// The first of them, or one without a name.
KeyField keyFieldOf(const api::TableDescription &table, const std::vector<api::KeySchemaElement> &schema,
                    api::KeyType type);

} // namespace stator::ui
