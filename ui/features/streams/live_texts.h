// Code the Live page offers while nothing has changed yet.
#pragma once

#include <QString>

#include "models/table_shape.h"
#include "shell/endpoint_status.h"

namespace stator::ui {

// Puts an item with the keys of the table; for the AWS CLI.
QString putSnippet(const TableShape &table, const EndpointState &endpoint, const QString &region);

} // namespace stator::ui
