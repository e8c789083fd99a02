// The inner loops of a vector search: one query against many rows of floats that stand one behind the other.
//
// Each instruction set has a set of kernels, compiled for it function by function; the best one this machine
// runs is chosen when the program starts. Sums are made in float, in an order of the kernel's own: results of
// two sets differ in the last digits.
//
// Threads: kernels are pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace stator::vector {

// Writes `count` results to `out`; `rows` holds count × dimensions floats. No alignment is asked for.
using RowKernel = void (*)(const float *rows, std::size_t count, const float *query, std::size_t dimensions,
                           float *out);

struct Kernels {
    std::string_view name;
    RowKernel dot = nullptr;
    RowKernel squaredDistance = nullptr;
};

const Kernels &kernels();
// Every set this machine runs, the portable one first: for tests and benchmarks.
std::vector<Kernels> allKernels();

} // namespace stator::vector
