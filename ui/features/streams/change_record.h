// A ChangeRecord is one record of a stream, or of a recording, as the Live page holds it: never changed, shared by
// the list, the Inspector and the file it is written to.
//
// Threads: any; what is handed out views the record and lives as long.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QtCore/QString>

#include "api/shapes.h"
#include "model/key_schema.h"

namespace stator::ui {

// The stream a record is of, and its table; shared by its records.
struct ChangeOrigin {
    std::string streamArn;
    std::string table;
    model::KeySchema keys; // without a partition key: not known
};

struct ChangeRecord {
    api::Record record;
    std::shared_ptr<const ChangeOrigin> origin; // null: not known
    std::uint32_t shard = 0;   // in the ShardNames of its page; of a recording: 0
    std::int64_t offset = -1;  // of a recording: where its line begins

    api::OperationType operation() const;
    double timeSeconds() const; // since 1970
    std::string_view sequence() const;
    std::int64_t sizeBytes() const;
    document::ItemView keys() const;
    std::optional<document::ItemView> before() const;
    std::optional<document::ItemView> after() const;
    // The stream's view type carries both images, so that what changed is known.
    bool hasBothSides() const;
};
using ChangePointer = std::shared_ptr<const ChangeRecord>;

// Empty if it is not known.
std::string_view tableOf(const ChangeRecord &change);
// "CUSTOMER#0001 · PROFILE"; if the table's keys are not known, the attributes in the order of their names.
QString changeKeyText(const ChangeRecord &change);
// "+", "~", "−".
QString operationSign(api::OperationType operation);
// "Inserted", "Modified", "Removed".
QString operationText(api::OperationType operation);
// Who made the change: a client, Time to Live, replication.
QString causeText(const ChangeRecord &change);
// What changed, in a line: "price, address.city, +3".
QString changedText(const ChangeRecord &change);

// Empty if it has none.
std::string_view sequenceOf(const api::Record &record);
// Sequence numbers are decimal: the longer is the greater.
bool isEarlier(std::string_view sequence, std::string_view other);

} // namespace stator::ui
