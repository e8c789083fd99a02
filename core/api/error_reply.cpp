#include "api/error_reply.h"

#include <simdjson.h>

#include "document/json_reader.h"
#include "document/json_writer.h"

namespace stator::api {

namespace {

constexpr std::string_view kParsing = "com.amazon.coral.service#";
constexpr std::string_view kValidation = "com.amazon.coral.validate#";
constexpr std::string_view kService = "com.amazonaws.dynamodb.v20120810#";

struct Form {
    ErrorCode code;
    std::string_view name;
    std::string_view prefix = kService;
    int httpStatus = 400;
    bool hasCapitalMessage = false;
};

constexpr Form kForms[] = {
    {ErrorCode::Validation, "ValidationException", kValidation},
    {ErrorCode::Serialization, "SerializationException", kParsing, 400, true},
    {ErrorCode::UnknownOperation, "UnknownOperationException", kParsing},
    {ErrorCode::MissingAuthenticationToken, "MissingAuthenticationTokenException", kParsing},
    {ErrorCode::IncompleteSignature, "IncompleteSignatureException", kParsing},
    {ErrorCode::InvalidSignature, "InvalidSignatureException", kParsing},
    {ErrorCode::UnrecognizedClient, "UnrecognizedClientException", kParsing},
    {ErrorCode::AccessDenied, "AccessDeniedException", kParsing, 400, true},
    {ErrorCode::Throttling, "ThrottlingException", kParsing},
    {ErrorCode::InternalServerError, "InternalServerError", kService, 500},
    {ErrorCode::ServiceUnavailable, "ServiceUnavailable", kParsing, 503},
    {ErrorCode::ConditionalCheckFailed, "ConditionalCheckFailedException"},
    {ErrorCode::ResourceNotFound, "ResourceNotFoundException"},
    {ErrorCode::ResourceInUse, "ResourceInUseException"},
    {ErrorCode::TableNotFound, "TableNotFoundException"},
    {ErrorCode::TableInUse, "TableInUseException"},
    {ErrorCode::TableAlreadyExists, "TableAlreadyExistsException"},
    {ErrorCode::LimitExceeded, "LimitExceededException"},
    {ErrorCode::ItemCollectionSizeLimitExceeded, "ItemCollectionSizeLimitExceededException"},
    {ErrorCode::ProvisionedThroughputExceeded, "ProvisionedThroughputExceededException"},
    {ErrorCode::RequestLimitExceeded, "RequestLimitExceeded"},
    {ErrorCode::TransactionCanceled, "TransactionCanceledException", kService, 400, true},
    {ErrorCode::TransactionConflict, "TransactionConflictException"},
    {ErrorCode::TransactionInProgress, "TransactionInProgressException", kService, 400, true},
    {ErrorCode::IdempotentParameterMismatch, "IdempotentParameterMismatchException", kService, 400, true},
    {ErrorCode::DuplicateItem, "DuplicateItemException"},
    {ErrorCode::BackupNotFound, "BackupNotFoundException"},
    {ErrorCode::ContinuousBackupsUnavailable, "ContinuousBackupsUnavailableException"},
    {ErrorCode::PointInTimeRecoveryUnavailable, "PointInTimeRecoveryUnavailableException"},
    {ErrorCode::ExportNotFound, "ExportNotFoundException"},
    {ErrorCode::ImportNotFound, "ImportNotFoundException"},
    {ErrorCode::GlobalTableNotFound, "GlobalTableNotFoundException"},
    {ErrorCode::PolicyNotFound, "PolicyNotFoundException"},
    {ErrorCode::ExpiredIterator, "ExpiredIteratorException"},
    {ErrorCode::TrimmedDataAccess, "TrimmedDataAccessException"},
};

const Form &formOf(ErrorCode code)
{
    static constexpr Form kInternal{ErrorCode::InternalServerError, "InternalServerError", kService, 500};
    for (const Form &form : kForms)
        if (form.code == code)
            return form;
    return kInternal;
}

// What a client may read of an error that only the inside knows.
std::string_view publicText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Io:
        return "The storage did not complete the request";
    case ErrorCode::NoSpace:
        return "The drive is full";
    case ErrorCode::Corruption:
        return "The stored data is damaged";
    case ErrorCode::ShuttingDown:
        return "The server is stopping";
    case ErrorCode::Locked:
    case ErrorCode::WrongKey:
    case ErrorCode::NewerFormat:
        return "The workspace cannot be opened";
    default:
        return error.message;
    }
}

void appendReasons(const std::vector<CancellationReason> &reasons, std::string &out)
{
    out += ",\"CancellationReasons\":[";
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        const CancellationReason &reason = reasons[i];
        out += i ? ",{\"Code\":" : "{\"Code\":";
        document::writeJsonString(reason.code, out);
        if (!reason.message.empty()) {
            out += ",\"Message\":";
            document::writeJsonString(reason.message, out);
        }
        if (!reason.item.empty()) {
            out += ",\"Item\":";
            document::writeItem(document::ItemView(reason.item), out);
        }
        out += '}';
    }
    out += ']';
}

void appendThrottling(const Error &error, std::string &out)
{
    out += error.code == ErrorCode::Throttling ? ",\"throttlingReasons\":[" : ",\"ThrottlingReasons\":[";
    for (const ThrottlingReason &reason : error.detail->throttling) {
        out += out.back() == '[' ? "{\"reason\":" : ",{\"reason\":";
        document::writeJsonString(reason.reason, out);
        out += ",\"resource\":";
        document::writeJsonString(reason.resource, out);
        out += '}';
    }
    out += ']';
}

std::string textOf(simdjson::dom::object object, std::string_view member)
{
    std::string_view text;
    return object.at_key(member).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::string itemOf(simdjson::dom::object object)
{
    simdjson::dom::element json;
    if (object.at_key("Item").get(json) != simdjson::SUCCESS ||
        json.type() != simdjson::dom::element_type::OBJECT)
        return {};
    document::ItemWriter scratch;
    auto item = document::readItem(json, scratch);
    return item.ok() && !item->fault() ? item->bytes() : std::string();
}

std::shared_ptr<const ErrorDetail> detailOf(simdjson::dom::object object)
{
    ErrorDetail detail;
    detail.item = itemOf(object);
    simdjson::dom::array reasons;
    if (object.at_key("CancellationReasons").get(reasons) == simdjson::SUCCESS)
        for (const simdjson::dom::element entry : reasons) {
            simdjson::dom::object reason;
            if (entry.get(reason) == simdjson::SUCCESS)
                detail.reasons.push_back({textOf(reason, "Code"), textOf(reason, "Message"), itemOf(reason)});
        }
    for (const char *member : {"ThrottlingReasons", "throttlingReasons"})
        if (object.at_key(member).get(reasons) == simdjson::SUCCESS)
            for (const simdjson::dom::element entry : reasons) {
                simdjson::dom::object reason;
                if (entry.get(reason) == simdjson::SUCCESS)
                    detail.throttling.push_back({textOf(reason, "reason"), textOf(reason, "resource")});
            }
    if (detail.item.empty() && detail.reasons.empty() && detail.throttling.empty())
        return nullptr;
    return std::make_shared<const ErrorDetail>(std::move(detail));
}

} // namespace

std::string_view exceptionName(ErrorCode code)
{
    return formOf(code).name;
}

ErrorReply errorReply(const Error &error)
{
    const Form &form = formOf(error.code);
    ErrorReply reply{form.httpStatus, {}};
    std::string &out = reply.body;
    out += "{\"__type\":\"";
    out += form.prefix;
    out += form.name;
    out += '"';
    const std::string_view text = publicText(error);
    // Broken JSON and unknown operations are answered by their type alone.
    const bool isSilent = text.empty() || error.code == ErrorCode::UnknownOperation;
    if (!isSilent) {
        out += form.hasCapitalMessage ? ",\"Message\":" : ",\"message\":";
        document::writeJsonString(text, out);
    }
    if (error.detail && error.code == ErrorCode::TransactionCanceled)
        appendReasons(error.detail->reasons, out);
    if (error.detail && !error.detail->throttling.empty())
        appendThrottling(error, out);
    if (error.detail && !error.detail->item.empty()) {
        out += ",\"Item\":";
        document::writeItem(document::ItemView(error.detail->item), out);
    }
    out += '}';
    return reply;
}

Error errorFromReply(int httpStatus, std::string_view body)
{
    simdjson::dom::parser parser;
    const simdjson::padded_string padded(body);
    simdjson::dom::object object;
    if (parser.parse(padded).get(object) != simdjson::SUCCESS)
        return {httpStatus == 503 ? ErrorCode::ServiceUnavailable : ErrorCode::InternalServerError,
                "HTTP status " + std::to_string(httpStatus) + " without a readable error",
                {}};
    std::string name = textOf(object, "__type");
    name = name.substr(name.find('#') + 1);
    std::string text = textOf(object, "message");
    if (text.empty())
        text = textOf(object, "Message");
    for (const Form &form : kForms)
        if (form.name == name)
            return {form.code, std::move(text), detailOf(object)};
    const ErrorCode code = httpStatus >= 500 ? ErrorCode::InternalServerError : ErrorCode::Validation;
    return {code, name + ": " + text, {}};
}

} // namespace stator::api
