// CRC-32C (Castagnoli), as the commit log and the headers of files use it.
#pragma once

#include <cstdint>
#include <string_view>

namespace stator {

// The checksum of what `crc` was computed over followed by `bytes`; begin with 0.
std::uint32_t crc32c(std::uint32_t crc, std::string_view bytes);

// The same by table, for machines without the instruction; the two are tested against each other.
std::uint32_t crc32cPortable(std::uint32_t crc, std::string_view bytes);

} // namespace stator
