// JSON to the structs of the API and back: one codec for every operation, in both directions.
//
//     STATOR_TRY(auto request, decodeRequest<PutItemRequest>(body));
//     encode(response, reply);
//
// A request of the wrong JSON shape is a SerializationException, one against the model's constraints a
// ValidationException that lists them. Wrong attribute values are not errors here: they travel as the fault
// of their Item or Value, because the service reports them in a later turn. Unknown members are skipped,
// null members are absent.
//
// Threads: any. Each thread keeps one JSON parser.
#pragma once

#include <string>
#include <string_view>

#include "api/structure.h"
#include "base/result.h"

namespace stator::api {

Result<void> decodeRequest(const Structure &structure, void *request, std::string_view json);
// Checks no constraints: a newer service may know values that this one does not.
Result<void> decodeResponse(const Structure &structure, void *response, std::string_view json);
void encode(const Structure &structure, const void *object, std::string &out);

template <class Request>
Result<Request> decodeRequest(std::string_view json)
{
    Request request;
    STATOR_CHECK(decodeRequest(describe(static_cast<const Request *>(nullptr)), &request, json));
    return request;
}

template <class Response>
Result<Response> decodeResponse(std::string_view json)
{
    Response response;
    STATOR_CHECK(decodeResponse(describe(static_cast<const Response *>(nullptr)), &response, json));
    return response;
}

// Appends the JSON object; of a request or of a response.
template <class T>
void encode(const T &object, std::string &out)
{
    encode(describe(&object), &object, out);
}

} // namespace stator::api
