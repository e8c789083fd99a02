// The item grid as assistive technology meets it: a table whose cells say their attribute, value and type.
//
// Cells are numbered row by row over the columns of the model, as QAbstractItemView numbers them in its events.
#pragma once

namespace stator::ui {

// Once, before the first GridView is asked; further calls do nothing.
void installGridAccessibility();

} // namespace stator::ui
