#include "features/streams/change_source.h"

#include <QDateTime>

namespace stator::ui {

std::string positionOf(const ChangeRecord &change)
{
    return change.offset < 0 ? std::string(change.sequence()) : std::to_string(change.offset);
}

double ChangeSource::nowSeconds() const
{
    return static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
}

} // namespace stator::ui

#include "moc_change_source.cpp"
