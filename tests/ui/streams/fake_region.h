// A region with several streams, each a FakeStream of a table of its own.
#pragma once

#include <memory>

#include "api/list_streams.h"
#include "ui/streams/fake_stream.h"

namespace stator::test {

class FakeRegion final : public service::Service {
public:
    FakeStream &addTable(const std::string &name)
    {
        auto table = std::make_shared<FakeStream>();
        table->addShard(name);
        tables.push_back({name, table, false});
        return *table;
    }
    void remove(const std::string &name)
    {
        for (Table &table : tables)
            table.isGone = table.isGone || table.name == name;
    }
    static std::string arnOf(const std::string &name)
    {
        return "arn:aws:dynamodb:us-east-1:000000000000:table/" + name + "/stream/2026-11-22T10:00:00.000";
    }

    void listStreams(api::ListStreamsRequest request, service::Call, Completion<api::ListStreamsResponse> done) override
    {
        api::ListStreamsResponse response;
        response.streams.emplace();
        // Two a page.
        std::size_t at = 0;
        while (request.exclusiveStartStreamArn && at < tables.size() && arnOf(tables[at++].name) != *request.exclusiveStartStreamArn) {
        }
        for (; at < tables.size() && response.streams->size() < 2; ++at)
            if (!tables[at].isGone || listsWhatIsGone)
                response.streams->push_back({arnOf(tables[at].name), tables[at].name, "2026-11-22T10:00:00.000"});
        if (at < tables.size() && !response.streams->empty())
            response.lastEvaluatedStreamArn = response.streams->back().streamArn;
        done(std::move(response));
    }
    void describeStream(api::DescribeStreamRequest request, service::Call call, Completion<api::DescribeStreamResponse> done) override
    {
        Table *table = find(request.streamArn);
        if (!table)
            return done(Error::resourceNotFound("Requested resource not found: Stream: not found"));
        table->stream->describeStream(std::move(request), call, [done = std::move(done), name = table->name](Result<api::DescribeStreamResponse> reply) mutable {
            if (reply.ok())
                reply->streamDescription->tableName = name;
            done(std::move(reply));
        });
    }
    void getShardIterator(api::GetShardIteratorRequest request, service::Call call,
                          Completion<api::GetShardIteratorResponse> done) override
    {
        Table *table = find(request.streamArn);
        if (!table)
            return done(Error::resourceNotFound("Requested resource not found: Stream: not found"));
        table->stream->getShardIterator(std::move(request), call,
                                        [done = std::move(done), name = table->name](Result<api::GetShardIteratorResponse> reply) mutable {
                                            if (reply.ok())
                                                reply->shardIterator = name + '|' + *reply->shardIterator;
                                            done(std::move(reply));
                                        });
    }
    void getRecords(api::GetRecordsRequest request, service::Call call, Completion<api::GetRecordsResponse> done) override
    {
        const std::size_t bar = request.shardIterator.find('|');
        const std::string name = request.shardIterator.substr(0, bar);
        Table *table = find(arnOf(name));
        if (!table)
            return done(Error::resourceNotFound("Requested resource not found: Stream: not found"));
        request.shardIterator.erase(0, bar + 1);
        table->stream->getRecords(std::move(request), call, [done = std::move(done), name](Result<api::GetRecordsResponse> reply) mutable {
            if (reply.ok() && reply->nextShardIterator)
                reply->nextShardIterator = name + '|' + *reply->nextShardIterator;
            done(std::move(reply));
        });
    }

    bool listsWhatIsGone = false;

private:
    struct Table {
        std::string name;
        std::shared_ptr<FakeStream> stream;
        bool isGone;
    };
    Table *find(const std::string &arn)
    {
        for (Table &table : tables)
            if (arnOf(table.name) == arn && !table.isGone)
                return &table;
        return nullptr;
    }

    std::vector<Table> tables;
};

} // namespace stator::test
