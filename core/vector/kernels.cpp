#include "vector/kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace stator::vector {

namespace {

enum class Measure { Dot, SquaredDistance };

template <Measure measure>
float term(float row, float query)
{
    if constexpr (measure == Measure::Dot)
        return row * query;
    const float difference = row - query;
    return difference * difference;
}

// Eight sums side by side: compilers make vectors of them without leave to reorder a single one.
template <Measure measure>
void portableRows(const float *rows, std::size_t count, const float *query, std::size_t dimensions, float *out)
{
    constexpr std::size_t kSums = 8;
    for (std::size_t row = 0; row < count; ++row, rows += dimensions) {
        float sums[kSums] = {};
        std::size_t i = 0;
        for (; i + kSums <= dimensions; i += kSums)
            for (std::size_t lane = 0; lane < kSums; ++lane)
                sums[lane] += term<measure>(rows[i + lane], query[i + lane]);
        float rest = 0;
        for (; i < dimensions; ++i)
            rest += term<measure>(rows[i], query[i]);
        out[row] = ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7])) + rest;
    }
}

#if defined(__x86_64__)

#define STATOR_AVX2 __attribute__((target("avx2,fma")))
#define STATOR_AVX512 __attribute__((target("avx512f,avx2,fma")))

template <Measure measure>
STATOR_AVX2 inline __m256 added(__m256 sum, const float *row, const float *query)
{
    const __m256 ours = _mm256_loadu_ps(row);
    const __m256 theirs = _mm256_loadu_ps(query);
    if constexpr (measure == Measure::Dot)
        return _mm256_fmadd_ps(ours, theirs, sum);
    const __m256 difference = _mm256_sub_ps(ours, theirs);
    return _mm256_fmadd_ps(difference, difference, sum);
}

STATOR_AVX2 inline float total(__m256 sums)
{
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(sums), _mm256_extractf128_ps(sums, 1));
    four = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(four, _mm_movehdup_ps(four)));
}

// Four sums hide the latency of the multiply-add.
template <Measure measure>
STATOR_AVX2 void avx2Rows(const float *rows, std::size_t count, const float *query, std::size_t dimensions,
                          float *out)
{
    for (std::size_t row = 0; row < count; ++row, rows += dimensions) {
        __m256 a = _mm256_setzero_ps();
        __m256 b = a;
        __m256 c = a;
        __m256 d = a;
        std::size_t i = 0;
        for (; i + 32 <= dimensions; i += 32) {
            a = added<measure>(a, rows + i, query + i);
            b = added<measure>(b, rows + i + 8, query + i + 8);
            c = added<measure>(c, rows + i + 16, query + i + 16);
            d = added<measure>(d, rows + i + 24, query + i + 24);
        }
        for (; i + 8 <= dimensions; i += 8)
            a = added<measure>(a, rows + i, query + i);
        float rest = 0;
        for (; i < dimensions; ++i)
            rest += term<measure>(rows[i], query[i]);
        out[row] = total(_mm256_add_ps(_mm256_add_ps(a, b), _mm256_add_ps(c, d))) + rest;
    }
}

template <Measure measure>
STATOR_AVX512 inline __m512 added(__m512 sum, __m512 ours, __m512 theirs)
{
    if constexpr (measure == Measure::Dot)
        return _mm512_fmadd_ps(ours, theirs, sum);
    const __m512 difference = _mm512_sub_ps(ours, theirs);
    return _mm512_fmadd_ps(difference, difference, sum);
}

STATOR_AVX512 inline float total(__m512 sums)
{
    // By way of memory: GCC 12 warns of undefined values inside the intrinsics that would split it.
    alignas(64) float lanes[16];
    _mm512_store_ps(lanes, sums);
    return total(_mm256_add_ps(_mm256_load_ps(lanes), _mm256_load_ps(lanes + 8)));
}

template <Measure measure>
STATOR_AVX512 void avx512Rows(const float *rows, std::size_t count, const float *query, std::size_t dimensions,
                              float *out)
{
    for (std::size_t row = 0; row < count; ++row, rows += dimensions) {
        __m512 a = _mm512_setzero_ps();
        __m512 b = a;
        __m512 c = a;
        __m512 d = a;
        std::size_t i = 0;
        for (; i + 64 <= dimensions; i += 64) {
            a = added<measure>(a, _mm512_loadu_ps(rows + i), _mm512_loadu_ps(query + i));
            b = added<measure>(b, _mm512_loadu_ps(rows + i + 16), _mm512_loadu_ps(query + i + 16));
            c = added<measure>(c, _mm512_loadu_ps(rows + i + 32), _mm512_loadu_ps(query + i + 32));
            d = added<measure>(d, _mm512_loadu_ps(rows + i + 48), _mm512_loadu_ps(query + i + 48));
        }
        for (; i + 16 <= dimensions; i += 16)
            a = added<measure>(a, _mm512_loadu_ps(rows + i), _mm512_loadu_ps(query + i));
        if (i < dimensions) {
            const auto rest = static_cast<__mmask16>((1u << (dimensions - i)) - 1u);
            b = added<measure>(b, _mm512_maskz_loadu_ps(rest, rows + i), _mm512_maskz_loadu_ps(rest, query + i));
        }
        out[row] = total(_mm512_add_ps(_mm512_add_ps(a, b), _mm512_add_ps(c, d)));
    }
}

#endif

} // namespace

std::vector<Kernels> allKernels()
{
    std::vector<Kernels> all;
    all.push_back({"portable", portableRows<Measure::Dot>, portableRows<Measure::SquaredDistance>});
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        all.push_back({"AVX2", avx2Rows<Measure::Dot>, avx2Rows<Measure::SquaredDistance>});
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        all.push_back({"AVX-512", avx512Rows<Measure::Dot>, avx512Rows<Measure::SquaredDistance>});
#endif
    return all;
}

const Kernels &kernels()
{
    static const Kernels best = allKernels().back();
    return best;
}

} // namespace stator::vector
