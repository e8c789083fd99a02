#include "triggers/kinesis_invoker.h"

#include <iterator>

#include <fmt/format.h>
#include <simdjson.h>

#include "document/json_writer.h"

namespace stator::triggers {

namespace {

constexpr std::size_t kMaxKinesisRecordBytes = (1u << 20) - 16; // with its partition key (Kinesis API Reference)

http::HttpRequest requestFor(std::string_view operation, const KinesisStreamName &stream,
                             const KinesisEndpoint &endpoint, std::string body)
{
    http::HttpRequest request;
    request.url = endpoint.url;
    request.headers = {{"Content-Type", "application/x-amz-json-1.1"},
                       {"X-Amz-Target", fmt::format("Kinesis_20131202.{}", operation)}};
    request.body = std::move(body);
    request.timeoutMs = 30'000;
    request.signing = http::Signing{stream.region, "kinesis", endpoint.credentials};
    return request;
}

// The text of a member; empty if there is none.
std::string_view textOf(simdjson::dom::element object, std::string_view name)
{
    std::string_view text;
    return object.at_key(name).get(text) == simdjson::SUCCESS ? text : std::string_view();
}

// What went wrong, in the words of the endpoint.
std::string problemOf(const http::HttpReply &reply)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (parser.parse(reply.body.data(), reply.body.size()).get(root) != simdjson::SUCCESS)
        return fmt::format("Kinesis answered {}", reply.status);
    const std::string_view kind = textOf(root, "__type");
    const std::string_view text = textOf(root, textOf(root, "message").empty() ? "Message" : "message");
    return fmt::format("Kinesis answered {}{}{}{}{}", reply.status, kind.empty() ? "" : " ",
                       kind.substr(kind.find('#') + 1), text.empty() ? "" : ": ", text);
}

std::string bodyOf(const std::string &stream, const std::vector<FeedRecord> &batch)
{
    std::string body = "{\"StreamName\":";
    document::writeJsonString(stream, body);
    body += ",\"Records\":[";
    for (const FeedRecord &record : batch) {
        if (&record != &batch.front())
            body += ',';
        body += "{\"Data\":\"";
        document::writeBase64(record.json, body);
        // Records of one key go to one shard, as equal keys have equal hashes.
        fmt::format_to(std::back_inserter(body), "\",\"PartitionKey\":\"{:016X}\"}}", record.keyHash);
    }
    body += "]}";
    return body;
}

Result<Delivery> deliveryOf(const http::HttpReply &reply, std::size_t records)
{
    if (reply.status != 200)
        return Error::io(problemOf(reply));
    Delivery delivery;
    delivery.accepted = records;
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    simdjson::dom::array outcomes;
    if (parser.parse(reply.body.data(), reply.body.size()).get(root) != simdjson::SUCCESS
        || root.at_key("Records").get(outcomes) != simdjson::SUCCESS || outcomes.size() != records)
        return Error::io("Kinesis gave an answer that is none to PutRecords");
    std::size_t place = 0;
    for (const simdjson::dom::element outcome : outcomes) {
        if (const std::string_view code = textOf(outcome, "ErrorCode"); !code.empty()) {
            delivery.accepted = place;
            delivery.problem =
                fmt::format("Kinesis refused a record: {}: {}", code, textOf(outcome, "ErrorMessage"));
            return delivery;
        }
        ++place;
    }
    return delivery;
}

class KinesisInvoker final : public Invoker {
public:
    KinesisInvoker(KinesisStreamName stream, KinesisEndpoint endpoint, http::HttpClient &client)
        : m_stream(std::move(stream)), m_endpoint(std::move(endpoint)), m_client(client)
    {
    }

    std::size_t maxBytes() const override { return kKinesisBytes; }

    void invoke(const std::vector<FeedRecord> &batch, std::stop_token stop, Completion<Delivery> done) override
    {
        if (const std::size_t size = batch.front().json.size(); size > kMaxKinesisRecordBytes)
            return done(Delivery{1, fmt::format("A record of {} bytes is larger than Kinesis takes", size), {}});
        const auto large = std::find_if(batch.begin(), batch.end(), [](const FeedRecord &record) {
            return record.json.size() > kMaxKinesisRecordBytes;
        });
        if (large != batch.end())
            return put(std::vector<FeedRecord>(batch.begin(), large), std::move(stop), std::move(done));
        put(batch, std::move(stop), std::move(done));
    }

private:
    void put(const std::vector<FeedRecord> &batch, std::stop_token stop, Completion<Delivery> done)
    {
        m_client.send(requestFor("PutRecords", m_stream, m_endpoint, bodyOf(m_stream.name, batch)), std::move(stop),
                      [records = batch.size(), done = std::move(done)](Result<http::HttpReply> reply) mutable {
                          if (!reply.ok())
                              return done(std::move(reply).error());
                          done(deliveryOf(*reply, records));
                      });
    }

    const KinesisStreamName m_stream;
    const KinesisEndpoint m_endpoint;
    http::HttpClient &m_client;
};

} // namespace

Result<KinesisStreamName> parseKinesisArn(std::string_view arn)
{
    const Error wrong = Error::validation(fmt::format("'{}' is not the ARN of a Kinesis data stream", arn));
    std::array<std::string_view, 5> parts; // arn, partition, service, region, account
    std::string_view rest = arn;
    for (std::string_view &part : parts) {
        const std::size_t colon = rest.find(':');
        if (colon == std::string_view::npos)
            return wrong;
        part = rest.substr(0, colon);
        rest.remove_prefix(colon + 1);
    }
    constexpr std::string_view kStream = "stream/";
    if (parts[0] != "arn" || parts[2] != "kinesis" || parts[3].empty() || rest.substr(0, kStream.size()) != kStream
        || rest.size() == kStream.size())
        return wrong;
    return KinesisStreamName{std::string(parts[3]), std::string(rest.substr(kStream.size()))};
}

std::unique_ptr<Invoker> makeKinesisInvoker(KinesisStreamName stream, KinesisEndpoint endpoint,
                                            http::HttpClient &client)
{
    return std::make_unique<KinesisInvoker>(std::move(stream), std::move(endpoint), client);
}

void askForKinesisStream(const KinesisStreamName &stream, const KinesisEndpoint &endpoint, http::HttpClient &client,
                         std::stop_token stop, Completion<void> done)
{
    std::string body = "{\"StreamName\":";
    document::writeJsonString(stream.name, body);
    body += '}';
    client.send(requestFor("DescribeStream", stream, endpoint, std::move(body)), std::move(stop),
                [done = std::move(done)](Result<http::HttpReply> reply) mutable {
                    if (!reply.ok())
                        return done(std::move(reply).error());
                    if (reply->status != 200)
                        return done(Error::io(problemOf(*reply)));
                    simdjson::dom::parser parser;
                    simdjson::dom::element root;
                    std::string_view status;
                    if (parser.parse(reply->body.data(), reply->body.size()).get(root) != simdjson::SUCCESS
                        || root["StreamDescription"]["StreamStatus"].get(status) != simdjson::SUCCESS)
                        return done(Error::io("Kinesis gave an answer that is none to DescribeStream"));
                    if (status != "ACTIVE" && status != "UPDATING")
                        return done(Error::io(fmt::format("The Kinesis data stream is {}", status)));
                    done({});
                });
}

} // namespace stator::triggers
