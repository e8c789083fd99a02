#include "service/dispatch.h"

#include <algorithm>
#include <array>

#include "api/all_operations.h"
#include "api/codec.h"
#include "service/meter.h"

namespace stator::service {

namespace {

using Capacity = api::ConsumedCapacity;
using CapacityList = std::vector<api::ConsumedCapacity>;

void leaveTotal(Capacity &capacity)
{
    capacity.table.reset();
    capacity.localSecondaryIndexes.reset();
    capacity.globalSecondaryIndexes.reset();
    capacity.vectorIndexes.reset();
}

void note(CapacityList list, Meter &meter)
{
    if (list.empty())
        return;
    meter.capacityUnits = 0;
    for (const Capacity &capacity : list)
        meter.capacityUnits += capacity.capacityUnits.value_or(0);
    // The shapes have no codec of their own; this is a reply with such a list in it.
    api::BatchGetItemResponse carrier;
    carrier.consumedCapacity = std::move(list);
    api::encode(carrier, meter.consumedCapacity);
}

// Takes the cost out of a reply that was asked to tell it in full, and leaves what the client asked for.
void takeCost(std::optional<Capacity> &capacity, api::ReturnConsumedCapacity asked, Meter &meter)
{
    if (!capacity)
        return;
    note({*capacity}, meter);
    if (asked == api::ReturnConsumedCapacity::None)
        capacity.reset();
    else if (asked == api::ReturnConsumedCapacity::Total)
        leaveTotal(*capacity);
}

void takeCost(std::optional<CapacityList> &list, api::ReturnConsumedCapacity asked, Meter &meter)
{
    if (!list)
        return;
    note(*list, meter);
    if (asked == api::ReturnConsumedCapacity::None)
        list.reset();
    else if (asked == api::ReturnConsumedCapacity::Total)
        std::for_each(list->begin(), list->end(), leaveTotal);
}

template <class Request, class Response>
concept Metered = requires(Request request, Response response, Meter meter) {
    request.returnConsumedCapacity;
    takeCost(response.consumedCapacity, api::ReturnConsumedCapacity::None, meter);
};

template <class Request, class Response, auto method>
void run(Service &service, std::string_view body, Call call, Completion<std::string> done)
{
    // Operations without input are called with an empty body by some clients, with {} by others.
    const bool takesNothing = describe(static_cast<const Request *>(nullptr)).members.empty();
    auto request = api::decodeRequest<Request>(body.empty() && takesNothing ? "{}" : body);
    if (!request.ok())
        return done(std::move(request).error());
    const auto answer = [](Result<Response> &result, Completion<std::string> &then) {
        if (!result.ok())
            return then(std::move(result).error());
        std::string reply;
        if (!describe(&*result).members.empty()) {
            reply.reserve(512);
            api::encode(*result, reply);
        }
        then(std::move(reply));
    };
    if constexpr (Metered<Request, Response>) {
        if (call.meter) {
            const auto asked = request->returnConsumedCapacity.value_or(api::ReturnConsumedCapacity::None);
            request->returnConsumedCapacity = api::ReturnConsumedCapacity::Indexes;
            (service.*method)(std::move(request).value(), call,
                              [done = std::move(done), answer, asked, meter = call.meter](Result<Response> result) mutable {
                                  if (result.ok())
                                      takeCost(result->consumedCapacity, asked, *meter);
                                  answer(result, done);
                              });
            return;
        }
    }
    (service.*method)(std::move(request).value(), std::move(call),
                      [done = std::move(done), answer](Result<Response> result) mutable { answer(result, done); });
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
