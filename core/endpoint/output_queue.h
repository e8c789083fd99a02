// Bytes on their way out: heads and small bodies in one string, large bodies as they came, in order.
//
// Pipelined replies gather here and leave with one write. Threads: one at a time.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stator::endpoint {

class OutputQueue {
public:
    // Copying a small body costs less than another piece of a gathered write.
    static constexpr std::size_t kCopyUpTo = 2048;
    static constexpr std::size_t kMaxPieces = 16;

    // The text to append heads to.
    std::string &text() { return m_text; }
    // Goes behind the text so far.
    void appendBody(std::string &&body);

    bool empty() const { return m_text.empty() && m_bodies.empty(); }
    std::size_t sizeBytes() const { return m_text.size() + m_bodyBytes - m_written; }

    // The next pieces to write, at most kMaxPieces; returns how many.
    std::size_t gather(std::array<std::string_view, kMaxPieces> &pieces) const;
    // Takes off what was written; empty again when all is.
    void consume(std::size_t bytes);
    void shrink();

private:
    struct Body {
        std::size_t behind = 0; // bytes of text before it
        std::string bytes;
    };

    std::string m_text;
    std::vector<Body> m_bodies;
    std::size_t m_bodyBytes = 0;
    std::size_t m_written = 0; // of text and bodies together
};

} // namespace stator::endpoint
