// TransactionCanceledException: which write of a transaction failed, and why.
#pragma once

#include <cstddef>
#include <vector>

#include "base/error.h"

namespace stator::engine {

// Reasons by position; those without one are "None".
class Cancellation {
public:
    explicit Cancellation(std::size_t writes) : m_reasons(writes, CancellationReason{"None", {}, {}}) {}

    // False: this error is not a reason of one write; it ends the transaction as it is.
    bool add(std::size_t write, const Error &error);
    // By a code that only some requests know.
    void add(std::size_t write, const char *code, const Error &error);
    bool any() const { return m_any; }

    Error finish() &&;

private:
    std::vector<CancellationReason> m_reasons;
    bool m_any = false;
};

// The item is being written by someone else.
Error transactionConflict();

} // namespace stator::engine
