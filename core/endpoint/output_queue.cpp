#include "endpoint/output_queue.h"

#include "base/assert.h"

namespace stator::endpoint {

void OutputQueue::appendBody(std::string &&body)
{
    if (body.size() <= kCopyUpTo) {
        m_text += body;
        return;
    }
    m_bodyBytes += body.size();
    m_bodies.push_back({m_text.size(), std::move(body)});
}

std::size_t OutputQueue::gather(std::array<std::string_view, kMaxPieces> &pieces) const
{
    std::size_t count = 0;
    std::size_t skip = m_written;
    const auto add = [&](std::string_view piece) {
        if (skip >= piece.size()) {
            skip -= piece.size();
            return;
        }
        pieces[count++] = piece.substr(skip);
        skip = 0;
    };
    const std::string_view text = m_text;
    std::size_t at = 0;
    for (const Body &body : m_bodies) {
        if (count + 2 >= kMaxPieces)
            return count;
        add(text.substr(at, body.behind - at));
        add(body.bytes);
        at = body.behind;
    }
    add(text.substr(at));
    return count;
}

void OutputQueue::consume(std::size_t bytes)
{
    m_written += bytes;
    const std::size_t total = m_text.size() + m_bodyBytes;
    STATOR_ASSERT(m_written <= total);
    if (m_written < total)
        return;
    m_text.clear();
    m_bodies.clear();
    m_bodyBytes = m_written = 0;
}

void OutputQueue::shrink()
{
    if (empty()) {
        std::string().swap(m_text); // an assignment keeps the room
        std::vector<Body>().swap(m_bodies);
    }
}

} // namespace stator::endpoint
