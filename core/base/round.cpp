#include "base/round.h"

#include <algorithm>

#include "base/assert.h"

namespace stator {

namespace {

thread_local Round *currentRound = nullptr;

} // namespace

Round::Round()
{
    STATOR_ASSERT(!currentRound);
    currentRound = this;
}

Round::~Round()
{
    if (currentRound == this)
        currentRound = nullptr; // an exception ended it: whoever drains next finds what was put off
}

Round *Round::current()
{
    return currentRound;
}

void Round::atEnd(const void *owner, Task task)
{
    STATOR_ASSERT(currentRound == this);
    const auto isOwners = [owner](const auto &each) { return each.first == owner; };
    if (std::none_of(m_tasks.begin(), m_tasks.end(), isOwners))
        m_tasks.emplace_back(owner, std::move(task));
}

void Round::end()
{
    if (currentRound != this)
        return;
    currentRound = nullptr;
    for (auto &each : m_tasks)
        each.second();
    m_tasks.clear();
}

} // namespace stator
