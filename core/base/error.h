// An Error says what went wrong in a form its handler can act upon.
//
// Codes exist because a caller reacts to them: one for each exception of the service that Stator raises,
// and a few that only the inside knows. The message is the text the client sees; nothing compares it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stator {

enum class ErrorCode : std::uint8_t {
    // What a client is told. Wire names and HTTP statuses: api/error_reply.h.
    Validation,
    Serialization,
    UnknownOperation,
    MissingAuthenticationToken,
    IncompleteSignature,
    InvalidSignature,
    UnrecognizedClient,
    AccessDenied,
    Throttling,
    InternalServerError,
    ServiceUnavailable,
    ConditionalCheckFailed,
    ResourceNotFound,
    ResourceInUse,
    TableNotFound,
    TableInUse,
    TableAlreadyExists,
    LimitExceeded,
    ItemCollectionSizeLimitExceeded,
    ProvisionedThroughputExceeded,
    RequestLimitExceeded,
    TransactionCanceled,
    TransactionConflict,
    TransactionInProgress,
    IdempotentParameterMismatch,
    DuplicateItem,
    BackupNotFound,
    ContinuousBackupsUnavailable,
    PointInTimeRecoveryUnavailable,
    ExportNotFound,
    ImportNotFound,
    GlobalTableNotFound,
    PolicyNotFound,
    ExpiredIterator,
    TrimmedDataAccess,
    // What only the inside knows; a client sees InternalServerError.
    Io,           // the file layer failed; the operation may be tried again
    NoSpace,      // the drive is full
    Corruption,   // bytes on disk are not what was written
    Locked,       // another process owns it
    WrongKey,     // the key does not open it
    NewerFormat,  // written by a newer Stator
    ShuttingDown, // the component was asked to stop
};

// One position of TransactionCanceledException. `item` is a canonical document, or empty.
struct CancellationReason {
    std::string code; // "None", "ConditionalCheckFailed", …
    std::string message;
    std::string item;
};

// One of ThrottlingReasons: "TableReadProvisionedThroughputExceeded", … and the ARN of the table or index.
struct ThrottlingReason {
    std::string reason;
    std::string resource;
};

// What some errors carry beside the text.
struct ErrorDetail {
    std::string item; // canonical document of the item a failed condition met, or empty
    std::vector<CancellationReason> reasons;
    std::vector<ThrottlingReason> throttling;
};

struct [[nodiscard]] Error {
    ErrorCode code = ErrorCode::InternalServerError;
    std::string message;
    std::shared_ptr<const ErrorDetail> detail;

    static Error validation(std::string text) { return {ErrorCode::Validation, std::move(text), {}}; }
    // validation.md: most parameter errors share this beginning.
    static Error invalidParameter(std::string_view text)
    {
        return {ErrorCode::Validation, "One or more parameter values were invalid: " + std::string(text), {}};
    }
    static Error serialization(std::string text) { return {ErrorCode::Serialization, std::move(text), {}}; }
    static Error resourceNotFound(std::string text = "Requested resource not found")
    {
        return {ErrorCode::ResourceNotFound, std::move(text), {}};
    }
    static Error resourceInUse(std::string text) { return {ErrorCode::ResourceInUse, std::move(text), {}}; }
    static Error limitExceeded(std::string text) { return {ErrorCode::LimitExceeded, std::move(text), {}}; }
    // `item`: canonical document to return to the client, or empty.
    static Error conditionalCheckFailed(std::string item = {});
    static Error internal(std::string text = "The request processing has failed because of an unknown error")
    {
        return {ErrorCode::InternalServerError, std::move(text), {}};
    }
    static Error io(std::string text) { return {ErrorCode::Io, std::move(text), {}}; }
    static Error noSpace(std::string text) { return {ErrorCode::NoSpace, std::move(text), {}}; }
    static Error corruption(std::string text) { return {ErrorCode::Corruption, std::move(text), {}}; }
    static Error locked(std::string text) { return {ErrorCode::Locked, std::move(text), {}}; }
    static Error newerFormat(std::string text) { return {ErrorCode::NewerFormat, std::move(text), {}}; }
    static Error shuttingDown() { return {ErrorCode::ShuttingDown, "The server is stopping", {}}; }
};

} // namespace stator
