// Puts records into a Kinesis data stream, at an endpoint that speaks its API.
//
// Threads: as Invoker. Ownership: the client outlives it.
#pragma once

#include <memory>
#include <string>

#include "http/http_client.h"
#include "triggers/invoker.h"

namespace stator::triggers {

struct KinesisEndpoint {
    std::string url; // empty: there is none
    http::Credentials credentials;
};

// arn:aws:kinesis:REGION:ACCOUNT:stream/NAME
struct KinesisStreamName {
    std::string region;
    std::string name;
};
// Validation: not the ARN of a Kinesis data stream.
Result<KinesisStreamName> parseKinesisArn(std::string_view arn);

// So many records and bytes go into one PutRecords (Kinesis API Reference, "PutRecords"; the bytes leave room for
// the partition keys).
inline constexpr std::int64_t kKinesisRecords = 500;
inline constexpr std::size_t kKinesisBytes = 4u << 20;

// A record that Kinesis refuses keeps those behind it waiting, so that order holds within a key; those behind it
// that were taken go a second time.
std::unique_ptr<Invoker> makeKinesisInvoker(KinesisStreamName stream, KinesisEndpoint endpoint,
                                            http::HttpClient &client);

// Asks whether the stream is there and takes records. Io with a sentence: it does not, or nobody answers.
void askForKinesisStream(const KinesisStreamName &stream, const KinesisEndpoint &endpoint, http::HttpClient &client,
                         std::stop_token stop, Completion<void> done);

} // namespace stator::triggers
