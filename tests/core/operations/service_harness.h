// The embedded service over a region in memory, asked as the endpoint asks it: target and JSON in, JSON out.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "support/json_text.h"

namespace stator::tests {

class ServiceHarness {
public:
    ServiceHarness();
    ~ServiceHarness();

    // JSON on both sides is written with single quotes (support/json_text.h). An error comes back as
    // "ValidationException: <text>"; with `wantsBody` as the whole error body.
    std::string ask(std::string_view operation, std::string request, bool wantsBody = false);

    // Asks, and stops the test unless the answer is a success.
    std::string must(std::string_view operation, std::string request);

    // Backfills, clearings and flushes that are due.
    void runJobs();
    void advanceSeconds(std::int64_t seconds);

    // Tables that many tests use.
    void makeHashTable(std::string_view name = "hash");   // a: S
    void makeRangeTable(std::string_view name = "range"); // a: S, b: N
    // a: S, b: N; local index "local" on a, c: S; global index "global" on c: S, d: N; both of `projection`.
    void makeIndexedTable(std::string_view name = "indexed",
                          std::string_view projection = "{'ProjectionType':'ALL'}");

    void put(std::string_view table, std::string_view item);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace stator::tests
