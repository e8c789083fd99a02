// A QComboBox of values with names, for options that have more of them than a switch has room for.
#pragma once

#include <QComboBox>

#include "features/tables/table_settings.h"

namespace stator::ui {

// "Off", then what a stream tells of a change.
QComboBox *makeStreamBox();
std::optional<api::StreamViewType> streamOf(const QComboBox &box);
void setStream(QComboBox &box, std::optional<api::StreamViewType> view);

// What Contributor Insights would count.
QComboBox *makeInsightsBox();
Insights insightsOf(const QComboBox &box);
void setInsights(QComboBox &box, Insights insights);

} // namespace stator::ui
