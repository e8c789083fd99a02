#include "conformance/runner/door.h"

#include <optional>

#include "api/error_reply.h"
#include "service/dispatch.h"

namespace stator::conformance {

namespace {

class DoorInProcess final : public Door {
public:
    explicit DoorInProcess(World &world) : m_world(world) {}

    bool isHttp() const override { return false; }

    Answer ask(const Question &question) override
    {
        std::optional<Result<std::string>> given;
        service::Call call;
        call.region = question.region;
        std::string body = question.body;
        body.reserve(body.size() + 64); // as the endpoint's buffers, which parsers may read beyond
        service::dispatch(m_world.service(), question.target, body, std::move(call),
                          [&](Result<std::string> result) { given.emplace(std::move(result)); });
        m_world.runJobs();
        if (!given)
            return {0, {}, {}, "no answer"};
        if (given->ok())
            return {200, std::move(**given), {}, {}};
        api::ErrorReply reply = api::errorReply(given->error());
        return {reply.httpStatus, std::move(reply.body), {}, {}};
    }

private:
    World &m_world;
};

} // namespace

std::unique_ptr<Door> doorInProcess(World &world)
{
    return std::make_unique<DoorInProcess>(world);
}

} // namespace stator::conformance
