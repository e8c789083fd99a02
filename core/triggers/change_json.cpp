#include "triggers/change_json.h"

#include <iterator>

#include <fmt/format.h>

#include "document/json_writer.h"

namespace stator::triggers {

namespace {

void appendMember(std::string_view name, std::string_view text, std::string &out)
{
    out.append(1, '"').append(name).append("\":");
    document::writeJsonString(text, out);
    out += ',';
}

void appendImages(const ChangeView &change, std::string &out)
{
    out += "\"Keys\":";
    document::writeItem(change.keys, out);
    if (change.newImage) {
        out += ",\"NewImage\":";
        document::writeItem(*change.newImage, out);
    }
    if (change.oldImage) {
        out += ",\"OldImage\":";
        document::writeItem(*change.oldImage, out);
    }
}

constexpr std::string_view kExpiryIdentity = R"({"type":"Service","principalId":"dynamodb.amazonaws.com"})";

} // namespace

void appendEventRecord(const ChangeView &change, std::string &out)
{
    out += '{';
    appendMember("eventID", change.eventId, out);
    appendMember("eventName", change.eventName, out);
    out += R"("eventVersion":"1.1","eventSource":"aws:dynamodb",)";
    appendMember("awsRegion", change.region, out);
    fmt::format_to(std::back_inserter(out), "\"dynamodb\":{{\"ApproximateCreationDateTime\":{},",
                   change.created / 1'000'000);
    appendImages(change, out);
    out += ',';
    appendMember("SequenceNumber", change.sequenceNumber, out);
    fmt::format_to(std::back_inserter(out), "\"SizeBytes\":{},", change.sizeBytes);
    appendMember("StreamViewType", change.viewType, out);
    out.back() = '}';
    out += ',';
    if (change.isExpiry)
        out.append("\"userIdentity\":").append(kExpiryIdentity).append(1, ',');
    appendMember("eventSourceARN", change.streamArn, out);
    out.back() = '}';
}

void appendKinesisRecord(const ChangeView &change, bool inMicroseconds, std::string &out)
{
    out += '{';
    appendMember("awsRegion", change.region, out);
    appendMember("eventID", change.eventId, out);
    appendMember("eventName", change.eventName, out);
    out.append("\"userIdentity\":").append(change.isExpiry ? kExpiryIdentity : "null");
    out += R"(,"recordFormat":"application/json",)";
    appendMember("tableName", change.table, out);
    fmt::format_to(std::back_inserter(out), "\"dynamodb\":{{\"ApproximateCreationDateTime\":{},",
                   inMicroseconds ? change.created : change.created / 1000);
    if (inMicroseconds)
        out += R"("ApproximateCreationDateTimePrecision":"MICROSECOND",)";
    appendImages(change, out);
    fmt::format_to(std::back_inserter(out), ",\"SizeBytes\":{}}},\"eventSource\":\"aws:dynamodb\"}}",
                   change.sizeBytes);
}

} // namespace stator::triggers
