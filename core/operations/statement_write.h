// One INSERT, UPDATE or DELETE outside a transaction, checked and ready for the engine, and its outcome.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/region.h"
#include "operations/consumed_capacity.h"
#include "operations/statement_action.h"

namespace stator::operations {

struct StatementWrite {
    TableAccess access;
    engine::Write write;
    std::shared_ptr<const expression::Update> update; // of UPDATE
    partiql::Returning returning = partiql::Returning::Nothing;

    // What RETURNING shows of the effect.
    std::optional<document::Item> returned(engine::WriteEffect &effect) const
    {
        return returnedImage(effect, returning, update.get());
    }
};

Result<StatementWrite> prepareWrite(const Environment &environment, const service::Call &call,
                                    const partiql::Statement &statement,
                                    std::optional<api::ReturnValuesOnConditionCheckFailure> onFailure,
                                    std::optional<api::ReturnConsumedCapacity> capacity);

} // namespace stator::operations
