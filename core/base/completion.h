// A Completion<T> is called exactly once with the outcome of an asynchronous operation.
//
// It owns what it captured, can be moved but not copied, and may be called on any thread: the one that
// asked, or the one that finished the work.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include "base/result.h"

namespace stator {

// A move-only callable; std::function demands copies, std::move_only_function is C++23.
template <class Signature>
class UniqueFunction;

template <class R, class... Args>
class UniqueFunction<R(Args...)> {
public:
    UniqueFunction() = default;
    template <class F>
        requires(!std::is_same_v<std::decay_t<F>, UniqueFunction>)
    UniqueFunction(F &&function) : m_callable(std::make_unique<Holder<std::decay_t<F>>>(std::forward<F>(function)))
    {
    }

    explicit operator bool() const { return m_callable != nullptr; }

    R operator()(Args... args)
    {
        STATOR_ASSERT(m_callable);
        return m_callable->call(std::forward<Args>(args)...);
    }

private:
    struct Callable {
        virtual ~Callable() = default;
        virtual R call(Args... args) = 0;
    };
    template <class F>
    struct Holder final : Callable {
        explicit Holder(F &&callable) : function(std::move(callable)) {}
        explicit Holder(const F &callable) : function(callable) {}
        R call(Args... args) override { return function(std::forward<Args>(args)...); }
        F function;
    };

    std::unique_ptr<Callable> m_callable;
};

using Task = UniqueFunction<void()>;

template <class T>
using Completion = UniqueFunction<void(Result<T>)>;

} // namespace stator
