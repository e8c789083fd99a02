// Turns a staged edit into the one request that commits it, conditional on what was read.
//
// A change updates only the attributes that differ, so that what others added meanwhile stays; its condition
// names every attribute that was read, as far as the service's limits of an expression reach, and always those
// that are changed. A new item demands that there is none; a deletion demands the item that was read.
#pragma once

#include <variant>

#include "api/delete_item.h"
#include "api/put_item.h"
#include "api/update_item.h"
#include "models/staged_edit.h"

namespace stator::ui {

using CommitRequest = std::variant<api::PutItemRequest, api::UpdateItemRequest, api::DeleteItemRequest>;

// `edit` is not void.
CommitRequest commitRequest(const TableAddress &table, const StagedEdit &edit);

} // namespace stator::ui
