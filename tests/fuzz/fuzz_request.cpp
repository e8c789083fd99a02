// A request of any operation from any bytes: decoding ends with a struct or an error. What is accepted and
// free of faults survives a trip through its own JSON unchanged.
//
// The first byte chooses the operation, the rest is its body.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "api/all_operations.h"
#include "api/codec.h"

using namespace stator;

namespace {

template <class Request>
void trip(std::string_view body)
{
    const auto request = api::decodeRequest<Request>(body);
    if (!request.ok())
        return;
    std::string json;
    api::encode(*request, json);
    const auto again = api::decodeRequest<Request>(json);
    // Faulty values are gone from the JSON, so a request with some may miss what it must have.
    if (!again.ok())
        return;
    std::string third;
    api::encode(*again, third);
    if (third != json)
        std::abort();
}

using Trip = void (*)(std::string_view);

#define STATOR_TRIP(Name, method) &trip<api::Name##Request>,
constexpr Trip kTrips[] = {STATOR_FOR_EACH_OPERATION(STATOR_TRIP)};
#undef STATOR_TRIP

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view body(reinterpret_cast<const char *>(data + 1), size - 1);
    kTrips[data[0] % std::size(kTrips)](body);
    return 0;
}
