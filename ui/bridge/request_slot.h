// A RequestSlot makes sure that a view shows the newest answer only: each request taken from it makes the
// earlier ones stale, asks them to stop, and has their answers dropped.
//
// Threads: the GUI thread only; the stop token may be read anywhere.
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>

namespace stator::ui {

class RequestSlot {
    struct State {
        std::uint64_t newest = 0;
        bool isWaiting = false;
        std::stop_source stop;
    };

public:
    // One request. Cheap to copy; outlives its slot.
    class Ticket {
    public:
        std::stop_token stopToken() const { return m_stop; }
        bool isCurrent() const { return m_state->isWaiting && m_state->newest == m_number; }
        // True exactly once, for the newest request of a slot that was neither cancelled nor destroyed.
        bool redeem() const;

    private:
        friend class RequestSlot;
        std::shared_ptr<State> m_state;
        std::uint64_t m_number = 0;
        std::stop_token m_stop;
    };

    RequestSlot();
    ~RequestSlot();
    RequestSlot(const RequestSlot &) = delete;
    RequestSlot &operator=(const RequestSlot &) = delete;

    Ticket take();
    void cancel();
    bool isWaiting() const { return m_state->isWaiting; }

private:
    std::shared_ptr<State> m_state;
};

} // namespace stator::ui
