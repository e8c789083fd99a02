// Errors on the wire: the one place where an Error becomes a status and a JSON body, and back.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace stator::api {

struct ErrorReply {
    int httpStatus = 400;
    std::string body;
};

// What only the inside knows becomes InternalServerError, without its text: paths and keys stay inside.
ErrorReply errorReply(const Error &error);

// "ValidationException", as after the # of __type.
std::string_view exceptionName(ErrorCode code);

// Reads what another endpoint answered. An exception this version has no code for keeps its name in the text.
Error errorFromReply(int httpStatus, std::string_view body);

} // namespace stator::api
