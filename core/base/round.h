// A Round is one turn of a thread that serves many: what was ready together is handled together. Work that costs
// less in one go than each time is put off to the round's end, by those who did it.
//
// Threads: a round belongs to the thread that made it. Rounds do not nest.
#pragma once

#include <utility>
#include <vector>

#include "base/completion.h"

namespace stator {

class Round {
public:
    Round();
    ~Round(); // what was put off is dropped unless end() was called
    Round(const Round &) = delete;
    Round &operator=(const Round &) = delete;

    // This thread's, or null.
    static Round *current();

    // Runs `task` at the end, but only one for each `owner`.
    void atEnd(const void *owner, Task task);
    // What is put off runs now, in order and outside of the round.
    void end();

private:
    std::vector<std::pair<const void *, Task>> m_tasks;
};

} // namespace stator
