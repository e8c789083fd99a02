// Which settings differ, in the groups in which they are changed.
#pragma once

#include "features/tables/table_settings.h"

namespace stator::ui {

// Capacity mode, or the units of a provisioned table.
bool isCapacityChanged(const TableSettings &now, const TableSettings &wanted);
bool areMaximaChanged(const TableSettings &now, const TableSettings &wanted);
bool isWarmChanged(const ThroughputSettings &now, const ThroughputSettings &wanted);
bool isEncryptionChanged(const TableSettings &now, const TableSettings &wanted);

// The indexes there are whose units, maxima or warm throughput differ. A change of the mode gives all of them
// new units anyway.
QStringList indexesWithOtherUnits(const TableSettings &now, const TableSettings &wanted);
QStringList indexesWithOtherMaxima(const TableSettings &now, const TableSettings &wanted);
QStringList indexesWithOtherWarmth(const TableSettings &now, const TableSettings &wanted);
// By index, the table's under the empty name.
QStringList otherInsights(const TableSettings &now, const TableSettings &wanted);

} // namespace stator::ui
