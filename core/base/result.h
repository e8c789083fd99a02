// A Result<T> is a T or the Error that took its place.
//
//     Result<Number> parse(std::string_view text);
//     STATOR_TRY(const Number number, parse(text)); // returns the error to the caller
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "base/assert.h"
#include "base/error.h"

namespace stator {

template <class T>
class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value) : m_value(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_value(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_value.index() == 0; }
    explicit operator bool() const { return ok(); }

    T &value() &
    {
        STATOR_ASSERT(ok());
        return *std::get_if<0>(&m_value);
    }
    const T &value() const &
    {
        STATOR_ASSERT(ok());
        return *std::get_if<0>(&m_value);
    }
    T &&value() &&
    {
        STATOR_ASSERT(ok());
        return std::move(*std::get_if<0>(&m_value));
    }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    Error &error() &
    {
        STATOR_ASSERT(!ok());
        return *std::get_if<1>(&m_value);
    }
    const Error &error() const &
    {
        STATOR_ASSERT(!ok());
        return *std::get_if<1>(&m_value);
    }
    Error &&error() &&
    {
        STATOR_ASSERT(!ok());
        return std::move(*std::get_if<1>(&m_value));
    }

private:
    std::variant<T, Error> m_value;
};

template <>
class [[nodiscard]] Result<void> {
public:
    using Value = void;

    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }

    Error &error() &
    {
        STATOR_ASSERT(!ok());
        return *m_error;
    }
    const Error &error() const &
    {
        STATOR_ASSERT(!ok());
        return *m_error;
    }
    Error &&error() &&
    {
        STATOR_ASSERT(!ok());
        return std::move(*m_error);
    }

private:
    std::optional<Error> m_error;
};

} // namespace stator

#define STATOR_CONCAT_(a, b) a##b
#define STATOR_CONCAT(a, b) STATOR_CONCAT_(a, b)

// STATOR_TRY(declaration, expression): declares from the value, or returns the error.
#define STATOR_TRY(declaration, ...) STATOR_TRY_(STATOR_CONCAT(statorTry, __LINE__), declaration, __VA_ARGS__)
#define STATOR_TRY_(name, declaration, ...)                                                                  \
    auto name = (__VA_ARGS__);                                                                               \
    if (!name.ok())                                                                                          \
        return std::move(name).error();                                                                      \
    declaration = std::move(name).value()

// STATOR_CHECK(expression): returns the error of a Result<void>, or goes on.
#define STATOR_CHECK(...)                                                                                    \
    do {                                                                                                     \
        if (auto statorCheck = (__VA_ARGS__); !statorCheck.ok())                                             \
            return std::move(statorCheck).error();                                                           \
    } while (false)
