// A table with a stream as the service would answer for it, driven by a test: shards with lineage, iterators that
// expire, records that are trimmed.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "api/describe_stream.h"
#include "api/describe_table.h"
#include "api/get_records.h"
#include "api/get_shard_iterator.h"
#include "api/update_table.h"
#include "document/json_reader.h"
#include "service/service.h"
#include "support/json_text.h"
#include "ui/tables/sample_table.h"

namespace stator::test {

inline document::Item item(const std::string &json)
{
    auto parsed = document::parseItem(tests::jsonText(json));
    return parsed.ok() ? std::move(*parsed) : document::Item();
}

// Sequence numbers count from 1 over all shards, written as the service writes them.
inline std::string sequenceText(int number)
{
    const std::string digits = std::to_string(number);
    return "1" + std::string(20 - digits.size(), '0') + digits;
}

class FakeStream final : public service::Service {
public:
    static constexpr const char *kArn = "arn:aws:dynamodb:us-east-1:000000000000:table/Shop/stream/2026-11-22T10:00:00.000";

    struct FakeShard {
        std::string id;
        std::string parent;
        std::vector<api::Record> records;
        bool isClosed = false;
        std::size_t trimmed = 0; // records that are no longer kept
    };

    FakeShard &addShard(const std::string &name, const std::string &parent = {})
    {
        FakeShard shard;
        shard.id = idOf(name);
        shard.parent = parent.empty() ? std::string() : idOf(parent);
        shards.push_back(std::move(shard));
        return shards.back();
    }
    FakeShard &shard(const std::string &name)
    {
        return *std::find_if(shards.begin(), shards.end(), [&](const FakeShard &each) { return each.id == idOf(name); });
    }
    static std::string idOf(const std::string &name) { return "shardId-00000000000000000000-" + name; }

    // Adds a record to the shard; images are DynamoDB JSON in single quotes, empty for none.
    api::Record &add(const std::string &shardName, double time, const std::string &key, const std::string &before,
                     const std::string &after)
    {
        api::Record record;
        record.eventId = "e" + std::to_string(++lastSequence);
        record.eventName = before.empty()  ? api::OperationType::Insert
                           : after.empty() ? api::OperationType::Remove
                                           : api::OperationType::Modify;
        record.dynamodb.emplace();
        record.dynamodb->approximateCreationDateTime = time;
        record.dynamodb->keys = item("{'pk':{'S':'" + key + "'},'sk':{'S':'x'}}");
        if (!before.empty())
            record.dynamodb->oldImage = item(before);
        if (!after.empty())
            record.dynamodb->newImage = item(after);
        record.dynamodb->sequenceNumber = sequenceText(lastSequence);
        record.dynamodb->sizeBytes = 100;
        record.dynamodb->streamViewType = api::StreamViewType::NewAndOldImages;
        shard(shardName).records.push_back(std::move(record));
        return shard(shardName).records.back();
    }
    void addInserts(const std::string &shardName, int count, double time)
    {
        for (int i = 0; i < count; ++i) {
            const std::string key = "k" + std::to_string(lastSequence + 1);
            add(shardName, time + i * 0.001, key, {}, "{'pk':{'S':'" + key + "'},'sk':{'S':'x'},'n':{'N':'1'}}");
        }
    }
    void expireIterators() { ++generation; }

    void describeTable(api::DescribeTableRequest, service::Call, Completion<api::DescribeTableResponse> done) override
    {
        api::TableDescription table = shopDescription();
        if (hasStream) {
            table.latestStreamArn = kArn;
            table.streamSpecification.emplace();
            table.streamSpecification->streamEnabled = isOn;
        }
        done(api::DescribeTableResponse{table});
    }
    void updateTable(api::UpdateTableRequest request, service::Call, Completion<api::UpdateTableResponse> done) override
    {
        updates.push_back(request);
        hasStream = isOn = request.streamSpecification && request.streamSpecification->streamEnabled;
        done(api::UpdateTableResponse{shopDescription()});
    }
    void describeStream(api::DescribeStreamRequest request, service::Call, Completion<api::DescribeStreamResponse> done) override
    {
        api::StreamDescription stream;
        ++describeRequests;
        stream.tableName = "Shop";
        stream.keySchema = {{"pk", api::KeyType::Hash}, {"sk", api::KeyType::Range}};
        stream.shards.emplace();
        // Two shards a page.
        std::size_t at = 0;
        while (request.exclusiveStartShardId && at < shards.size() && shards[at++].id != *request.exclusiveStartShardId) {
        }
        for (; at < shards.size() && stream.shards->size() < 2; ++at) {
            api::Shard shard;
            shard.shardId = shards[at].id;
            if (!shards[at].parent.empty())
                shard.parentShardId = shards[at].parent;
            shard.sequenceNumberRange.emplace();
            if (shards[at].isClosed)
                shard.sequenceNumberRange->endingSequenceNumber = sequenceText(lastSequence);
            stream.shards->push_back(std::move(shard));
        }
        if (at < shards.size())
            stream.lastEvaluatedShardId = stream.shards->back().shardId;
        done(api::DescribeStreamResponse{stream});
    }
    void getShardIterator(api::GetShardIteratorRequest request, service::Call,
                          Completion<api::GetShardIteratorResponse> done) override
    {
        ++iteratorRequests;
        const auto found = std::find_if(shards.begin(), shards.end(), [&](const FakeShard &each) { return each.id == request.shardId; });
        if (found == shards.end())
            return done(Error::resourceNotFound("Requested resource not found: Shard does not exist"));
        std::size_t at = found->trimmed;
        const std::string wanted = request.sequenceNumber.value_or(std::string());
        const auto place = static_cast<std::size_t>(
            std::find_if(found->records.begin(), found->records.end(),
                         [&](const api::Record &record) { return record.dynamodb->sequenceNumber.value_or(std::string()) >= wanted; })
            - found->records.begin());
        if (request.shardIteratorType == api::ShardIteratorType::Latest)
            at = found->records.size();
        else if (request.shardIteratorType == api::ShardIteratorType::AtSequenceNumber)
            at = place;
        else if (request.shardIteratorType == api::ShardIteratorType::AfterSequenceNumber)
            at = place + 1;
        if (at < found->trimmed)
            return done(Error{ErrorCode::TrimmedDataAccess, "The operation attempted to read past the oldest stream record in a shard", {}});
        done(api::GetShardIteratorResponse{iteratorText(*found, at)});
    }
    void getRecords(api::GetRecordsRequest request, service::Call, Completion<api::GetRecordsResponse> done) override
    {
        ++recordRequests;
        const Iterator iterator = iterators.at(request.shardIterator);
        const FakeShard &from = shards[iterator.shard];
        if (iterator.generation != generation)
            return done(Error{ErrorCode::ExpiredIterator, "Iterator expired", {}});
        if (iterator.at < from.trimmed)
            return done(Error{ErrorCode::TrimmedDataAccess, "The operation attempted to read past the oldest stream record in a shard", {}});
        if (failure)
            return done(*failure);
        api::GetRecordsResponse response;
        response.records.emplace();
        const auto most = static_cast<std::size_t>(request.limit.value_or(1000));
        std::size_t at = iterator.at;
        while (at < from.records.size() && response.records->size() < std::min(most, pageRecords))
            response.records->push_back(from.records[at++]);
        if (!from.isClosed || at < from.records.size())
            response.nextShardIterator = iteratorText(from, at);
        done(std::move(response));
    }

    std::vector<FakeShard> shards;
    std::vector<api::UpdateTableRequest> updates;
    std::optional<Error> failure; // of GetRecords
    bool hasStream = true;
    bool isOn = true;
    int lastSequence = 0;
    int iteratorRequests = 0;
    int recordRequests = 0;
    int describeRequests = 0;
    std::size_t pageRecords = 1000;

private:
    struct Iterator {
        std::size_t shard;
        std::size_t at;
        int generation;
    };
    std::string iteratorText(const FakeShard &of, std::size_t at)
    {
        const std::string text = "iterator-" + std::to_string(iterators.size());
        iterators[text] = {static_cast<std::size_t>(&of - shards.data()), at, generation};
        return text;
    }

    std::map<std::string, Iterator> iterators;
    int generation = 0;
};

} // namespace stator::test
