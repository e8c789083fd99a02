// Entries, rows and definitions from bytes that may be anything: what is accepted must write back and read again
// as the same.
#include <cstdlib>

#include "encoding/entry.h"
#include "encoding/row.h"

using namespace stator;
using namespace stator::encoding;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);

    if (const auto entry = decodeEntry({1, 1}, bytes)) {
        std::string once;
        encodeEntry(*entry, once);
        const auto again = decodeEntry({1, 1}, once);
        require(again.ok());
        std::string twice;
        encodeEntry(*again, twice);
        require(once == twice);
    }
    if (const auto row = RowView::parse(bytes))
        require(bytes.ends_with(row->document()) && !row->document().empty());
    if (const auto state = parseStateRow(bytes)) {
        std::string once;
        appendStateRow(*state, once);
        const auto again = parseStateRow(once);
        require(again.ok() && *again == *state);
    }
    if (const auto definition = parseDefinition(bytes)) {
        std::string once;
        appendDefinition(*definition, once);
        const auto again = parseDefinition(once);
        require(again.ok() && *again == *definition);
    }
    return 0;
}
