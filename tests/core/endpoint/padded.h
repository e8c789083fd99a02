// Text followed by the readable bytes that the parser asks for.
#pragma once

#include <string>
#include <string_view>

#include "endpoint/http_request.h"

namespace stator::endpoint {

class Padded {
public:
    explicit Padded(std::string_view text) : m_bytes(text), m_size(text.size())
    {
        m_bytes.append(kBodyPadding, '\0');
    }
    std::string_view view() const { return std::string_view(m_bytes).substr(0, m_size); }

private:
    std::string m_bytes;
    std::size_t m_size;
};

} // namespace stator::endpoint
