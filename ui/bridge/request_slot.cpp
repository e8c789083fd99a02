#include "bridge/request_slot.h"

namespace stator::ui {

bool RequestSlot::Ticket::redeem() const
{
    if (!isCurrent())
        return false;
    m_state->isWaiting = false;
    return true;
}

RequestSlot::RequestSlot() : m_state(std::make_shared<State>()) {}

RequestSlot::~RequestSlot()
{
    cancel();
}

RequestSlot::Ticket RequestSlot::take()
{
    cancel();
    m_state->isWaiting = true;
    m_state->stop = std::stop_source();
    Ticket ticket;
    ticket.m_state = m_state;
    ticket.m_number = ++m_state->newest;
    ticket.m_stop = m_state->stop.get_token();
    return ticket;
}

void RequestSlot::cancel()
{
    m_state->isWaiting = false;
    m_state->stop.request_stop();
}

} // namespace stator::ui
