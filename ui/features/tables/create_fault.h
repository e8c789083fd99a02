// Where a refusal of CreateTable belongs: the service says it in one sentence that names members and indexes.
#pragma once

#include "base/error.h"
#include "features/tables/settings_steps.h"

namespace stator::ui {

struct CreateFault {
    enum class Place { Dialog, Name, Keys, Index, Option };
    Place place = Place::Dialog;
    int index = -1;                                    // of the new indexes
    SettingsField option = SettingsField::Capacity; // of an Option
};

CreateFault createFaultOf(const Error &error, const TableDraft &table);

} // namespace stator::ui
