// A handler for tests: "Test.Echo" answers with the body, others as their names say.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "endpoint/request_handler.h"

namespace stator::endpoint {

class EchoHandler final : public RequestHandler {
public:
    bool knows(std::string_view target) const override
    {
        return target == "Test.Echo" || target == "Test.Later" || target == "Test.Fail" || target == "Test.Region" ||
               target == "Test.PutAccessKey" ||
               target == "Stator_20261101.Echo";
    }

    void handle(std::string_view target, std::string_view body, RequestContext context,
                Completion<std::string> done) override
    {
        if (target == "Test.Fail")
            return done(Error::resourceNotFound());
        if (target == "Test.Region")
            return done(context.region + " " + context.accessKeyId);
        if (target != "Test.Later")
            return done(std::string(body));
        const std::lock_guard lock(m_mutex);
        m_later.push_back([done = std::move(done), reply = std::string(body)]() mutable { done(std::move(reply)); });
    }

    ErrorBody errorBody(const Error &error) const override
    {
        return {400, "Error" + std::to_string(static_cast<int>(error.code)),
                std::to_string(static_cast<int>(error.code)) + ":" + error.message};
    }

    std::size_t laterCount()
    {
        const std::lock_guard lock(m_mutex);
        return m_later.size();
    }

    // Completes what "Test.Later" left, on the calling thread; returns how many there were.
    std::size_t completeLater()
    {
        std::vector<Task> later;
        {
            const std::lock_guard lock(m_mutex);
            later.swap(m_later);
        }
        for (Task &task : later)
            task();
        return later.size();
    }

private:
    std::mutex m_mutex;
    std::vector<Task> m_later;
};

} // namespace stator::endpoint
