#include "shell/workbench.h"

#include "bridge/connections.h"

namespace stator::ui {

ServiceClient Workbench::client(const Place &place)
{
    return connections().client(place.connection, place.region);
}

} // namespace stator::ui

#include "moc_workbench.cpp"
