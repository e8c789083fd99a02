#include "bridge/error_text.h"

#include <QCoreApplication>

#include "bridge/text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    QString sentence;
    QString advice;
};

class Translator {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::ErrorText)
public:
    static Words forClientErrors(ErrorCode code)
    {
        switch (code) {
        case ErrorCode::Validation:
        case ErrorCode::Serialization:
            return {tr("The request was refused because one of its values is not valid."),
                    tr("Correct the value named below and try again.")};
        case ErrorCode::UnknownOperation:
            return {tr("This service does not have the operation."), {}};
        case ErrorCode::MissingAuthenticationToken:
        case ErrorCode::IncompleteSignature:
        case ErrorCode::InvalidSignature:
        case ErrorCode::UnrecognizedClient:
            return {tr("The service did not accept the credentials."),
                    tr("Check the access key of this connection.")};
        case ErrorCode::AccessDenied:
            return {tr("The access key may not do this."),
                    tr("Ask for a policy that allows it, or use another key.")};
        case ErrorCode::ConditionalCheckFailed:
            return {tr("The write was refused: the item is not as it was when it was read."),
                    tr("Compare both versions.")};
        case ErrorCode::ResourceNotFound:
        case ErrorCode::TableNotFound:
            return {tr("The table or index does not exist here."),
                    tr("It may be in another region, or was deleted.")};
        case ErrorCode::ResourceInUse:
        case ErrorCode::TableInUse:
            return {tr("The table is being created, changed or deleted."),
                    tr("Try again when it is active.")};
        case ErrorCode::TableAlreadyExists:
            return {tr("A table of this name exists already."), tr("Choose another name.")};
        case ErrorCode::TransactionCanceled:
            return {tr("The transaction was cancelled; nothing was written."), {}};
        case ErrorCode::TransactionConflict:
        case ErrorCode::TransactionInProgress:
            return {tr("Another transaction holds one of the items; nothing was written."), tr("Try again.")};
        case ErrorCode::DuplicateItem:
            return {tr("An item with this key exists already; nothing was written."),
                    tr("Choose another key.")};
        case ErrorCode::IdempotentParameterMismatch:
            return {tr("The same token was used for a different request; nothing was written."), {}};
        case ErrorCode::ExpiredIterator:
            return {tr("The place in the stream was kept for too long without being read."),
                    tr("Go on from the record that was read last.")};
        case ErrorCode::TrimmedDataAccess:
            return {tr("The records at this place of the stream are gone; they are kept for a day."),
                    tr("Go on from the oldest record.")};
        default:
            return {};
        }
    }

    static Words forServiceErrors(ErrorCode code)
    {
        switch (code) {
        case ErrorCode::Throttling:
        case ErrorCode::ProvisionedThroughputExceeded:
        case ErrorCode::RequestLimitExceeded:
            return {tr("The request was throttled."),
                    tr("Wait a moment, or raise the capacity of the table.")};
        case ErrorCode::LimitExceeded:
        case ErrorCode::ItemCollectionSizeLimitExceeded:
            return {tr("The request would exceed a limit of the service."), {}};
        case ErrorCode::ServiceUnavailable:
            return {tr("The service cannot answer now."),
                    tr("Look at the zones: too few of them may be up.")};
        case ErrorCode::Io:
            return {tr("A file could not be read or written."), tr("Check the drive and try again.")};
        case ErrorCode::NoSpace:
            return {tr("The drive is full; nothing was written."), tr("Free some space and try again.")};
        case ErrorCode::Corruption:
            return {tr("Stored data are not what was written."),
                    tr("Look at the zones; another copy may be whole.")};
        case ErrorCode::Locked:
            return {tr("Another Stator uses this workspace."), tr("Use its window, or stop it first.")};
        case ErrorCode::WrongKey:
            return {tr("The key does not open this workspace."), tr("Choose the key it was encrypted with.")};
        case ErrorCode::NewerFormat:
            return {tr("The workspace was made by a newer Stator."), tr("Open it with that version.")};
        case ErrorCode::ShuttingDown:
            return {tr("The service is stopping."), {}};
        default:
            return {tr("The service failed to answer the request."), tr("Try again.")};
        }
    }
};

constexpr struct {
    ErrorCode code;
    const char *name;
} kNames[] = {
    {ErrorCode::Validation, "ValidationException"},
    {ErrorCode::Serialization, "SerializationException"},
    {ErrorCode::UnknownOperation, "UnknownOperationException"},
    {ErrorCode::MissingAuthenticationToken, "MissingAuthenticationTokenException"},
    {ErrorCode::IncompleteSignature, "IncompleteSignatureException"},
    {ErrorCode::InvalidSignature, "InvalidSignatureException"},
    {ErrorCode::UnrecognizedClient, "UnrecognizedClientException"},
    {ErrorCode::AccessDenied, "AccessDeniedException"},
    {ErrorCode::Throttling, "ThrottlingException"},
    {ErrorCode::InternalServerError, "InternalServerError"},
    {ErrorCode::ServiceUnavailable, "ServiceUnavailable"},
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
    {ErrorCode::TransactionCanceled, "TransactionCanceledException"},
    {ErrorCode::TransactionConflict, "TransactionConflictException"},
    {ErrorCode::TransactionInProgress, "TransactionInProgressException"},
    {ErrorCode::IdempotentParameterMismatch, "IdempotentParameterMismatchException"},
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
    {ErrorCode::Io, "Io"},
    {ErrorCode::NoSpace, "NoSpace"},
    {ErrorCode::Corruption, "Corruption"},
    {ErrorCode::Locked, "Locked"},
    {ErrorCode::WrongKey, "WrongKey"},
    {ErrorCode::NewerFormat, "NewerFormat"},
    {ErrorCode::ShuttingDown, "ShuttingDown"},
};

} // namespace

QString errorName(ErrorCode code)
{
    for (const auto &entry : kNames) {
        if (entry.code == code)
            return QString::fromLatin1(entry.name);
    }
    return u"Error"_s;
}

ErrorText describe(const Error &error)
{
    Words words = Translator::forClientErrors(error.code);
    if (words.sentence.isEmpty())
        words = Translator::forServiceErrors(error.code);
    return {words.sentence, words.advice, errorName(error.code), toQt(std::string_view(error.message))};
}

} // namespace stator::ui
