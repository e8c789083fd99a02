#include "service/dispatch.h"

#include <algorithm>
#include <array>

#include "api/all_operations.h"
#include "api/codec.h"

namespace stator::service {

namespace {

template <class Request, class Response, auto method>
void run(Service &service, std::string_view body, Call call, Completion<std::string> done)
{
    // Operations without input are called with an empty body by some clients, with {} by others.
    const bool takesNothing = describe(static_cast<const Request *>(nullptr)).members.empty();
    auto request = api::decodeRequest<Request>(body.empty() && takesNothing ? "{}" : body);
    if (!request.ok())
        return done(std::move(request).error());
    (service.*method)(std::move(request).value(), std::move(call),
                      [done = std::move(done)](Result<Response> result) mutable {
                          if (!result.ok())
                              return done(std::move(result).error());
                          std::string reply;
                          if (!describe(&*result).members.empty()) {
                              reply.reserve(512);
                              api::encode(*result, reply);
                          }
                          done(std::move(reply));
                      });
}

template <std::size_t size>
constexpr std::array<Operation, size> sorted(std::array<Operation, size> operations)
{
    std::sort(operations.begin(), operations.end(),
              [](const Operation &a, const Operation &b) { return a.name < b.name; });
    return operations;
}

#define STATOR_ENTRY(Name, method)                                                                           \
    Operation{#Name, kFamily, &run<api::Name##Request, api::Name##Response, &Service::method>},

template <Operation::Family kFamily>
struct Table;

template <>
struct Table<Operation::Family::DynamoDb> {
    static constexpr auto kFamily = Operation::Family::DynamoDb;
    static constexpr auto kOperations = sorted(std::array{STATOR_FOR_EACH_DYNAMODB_OPERATION(STATOR_ENTRY)});
};

template <>
struct Table<Operation::Family::Streams> {
    static constexpr auto kFamily = Operation::Family::Streams;
    static constexpr auto kOperations = sorted(std::array{STATOR_FOR_EACH_STREAMS_OPERATION(STATOR_ENTRY)});
};

template <>
struct Table<Operation::Family::Control> {
    static constexpr auto kFamily = Operation::Family::Control;
    static constexpr auto kOperations = sorted(std::array{STATOR_FOR_EACH_CONTROL_OPERATION(STATOR_ENTRY)});
};

#undef STATOR_ENTRY

template <Operation::Family family>
const Operation *findIn(std::string_view name)
{
    const auto &operations = Table<family>::kOperations;
    const auto found = std::lower_bound(
        operations.begin(), operations.end(), name,
        [](const Operation &operation, std::string_view wanted) { return operation.name < wanted; });
    return found != operations.end() && found->name == name ? &*found : nullptr;
}

} // namespace

const Operation *findOperation(std::string_view target)
{
    const std::size_t dot = target.find('.');
    if (dot == std::string_view::npos)
        return nullptr;
    const std::string_view prefix = target.substr(0, dot);
    const std::string_view name = target.substr(dot + 1);
    if (prefix == api::kDynamodbTargetPrefix)
        return findIn<Operation::Family::DynamoDb>(name);
    if (prefix == api::kStreamsTargetPrefix)
        return findIn<Operation::Family::Streams>(name);
    if (prefix == api::kControlTargetPrefix)
        return findIn<Operation::Family::Control>(name);
    return nullptr;
}

void dispatch(Service &service, std::string_view target, std::string_view body, Call call,
              Completion<std::string> done)
{
    if (const Operation *operation = findOperation(target))
        return operation->run(service, body, std::move(call), std::move(done));
    done(Error{ErrorCode::UnknownOperation, "Unknown operation", {}});
}

} // namespace stator::service
