// What a stream costs: puts of 1 KiB with and without one, on files, and GetRecords from JSON to JSON. Prints the best
// of several rounds; puts in processor time of the process, in rounds of 32 as a busy connection thread has them.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>

#include "base/round.h"
#include "operations/embedded_service.h"
#include "service/dispatch.h"
#include "workspace/workspace.h"

using namespace stator;

namespace {

constexpr int kRounds = 12;
constexpr int kItems = 4096;
constexpr int kTogether = 32;

double cpuMicros()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

class OneRegion final : public operations::RegionProvider {
public:
    explicit OneRegion(engine::Region *region) : m_region(region) {}
    engine::Region *find(std::string_view) override { return m_region; }
    Result<engine::Region *> make(std::string_view) override { return m_region; }

private:
    engine::Region *m_region;
};

std::string ask(service::Service &service, const char *target, const std::string &body)
{
    std::string reply;
    service::dispatch(service, target, body, {}, [&reply, target](Result<std::string> answer) {
        if (!answer.ok()) {
            std::fprintf(stderr, "%s: %s\n", target, answer.error().message.c_str());
            std::exit(1);
        }
        reply = std::move(*answer);
    });
    return reply;
}

std::string memberOf(const std::string &json, const std::string &name)
{
    const std::string mark = "\"" + name + "\":\"";
    const std::size_t at = json.find(mark);
    return at == std::string::npos ? std::string() : json.substr(at + mark.size(), json.find('"', at + mark.size()) - at - mark.size());
}

// Makes the table and answers its stream's ARN, if it has one.
std::string makeTable(service::Service &service, const std::string &name, const std::string &view)
{
    const std::string stream = view.empty() ? "" : R"(,"StreamSpecification":{"StreamEnabled":true,"StreamViewType":")" + view + R"("})";
    return memberOf(ask(service, "DynamoDB_20120810.CreateTable",
                        R"({"TableName":")" + name +
                            R"(","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],"KeySchema":[{"AttributeName":"a","KeyType":"HASH"}])" +
                            stream + "}"),
                    "LatestStreamArn");
}

std::string putJson(const std::string &table, int number, int version, std::size_t bytes)
{
    char key[32];
    std::snprintf(key, sizeof key, "key%08d", number);
    std::string json = R"({"TableName":")" + table + R"(","Item":{"a":{"S":")" + key + R"("},"n":{"N":")" + std::to_string(version) + R"("},"v":{"S":")";
    json.append(bytes, 'v');
    return json + "\"}}}";
}

void fill(service::Service &service, const std::string &table, int version, std::size_t bytes)
{
    for (int i = 0; i < kItems; i += kTogether) {
        Round round;
        for (int k = i; k < i + kTogether; ++k)
            service::dispatch(service, "DynamoDB_20120810.PutItem", putJson(table, k, version, bytes), {}, [](Result<std::string> answer) {
                if (!answer.ok())
                    std::exit(1);
            });
        round.end();
    }
}

double measurePuts(service::Service &service, const std::string &table)
{
    double best = 1e9;
    fill(service, table, 0, 1000);
    for (int version = 1; version <= kRounds; ++version) {
        const double begin = cpuMicros();
        fill(service, table, version, 1000);
        best = std::min(best, (cpuMicros() - begin) / kItems);
    }
    return best;
}

// Records a second of one core.
void measureRecords(service::Service &service, const char *name, const std::string &arn)
{
    const std::string shard = memberOf(ask(service, "DynamoDBStreams_20120810.DescribeStream", R"({"StreamArn":")" + arn + "\"}"), "ShardId");
    double best = 0;
    for (int round = 0; round < kRounds; ++round) {
        std::string iterator = memberOf(ask(service, "DynamoDBStreams_20120810.GetShardIterator",
                                            R"({"StreamArn":")" + arn + R"(","ShardId":")" + shard + R"(","ShardIteratorType":"TRIM_HORIZON"})"),
                                        "ShardIterator");
        int records = 0;
        const double begin = cpuMicros();
        while (records < kItems * 2) {
            const std::string page = ask(service, "DynamoDBStreams_20120810.GetRecords", R"({"ShardIterator":")" + iterator + "\"}");
            for (std::size_t at = page.find("\"eventID\""); at != std::string::npos; at = page.find("\"eventID\"", at + 200))
                ++records;
            const std::size_t next = page.rfind("\"NextShardIterator\"");
            if (next == std::string::npos)
                break;
            iterator = memberOf(page.substr(next), "NextShardIterator");
        }
        best = std::max(best, records / (cpuMicros() - begin) * 1e6);
    }
    std::printf("%-44s %9.0f records/s\n", name, best);
}

} // namespace

int main()
{
    const std::filesystem::path directory = std::filesystem::temp_directory_path() / "stator-bench-streams";
    std::filesystem::remove_all(directory);
    workspace::WorkspaceOptions options;
    options.directory = directory.string();
    auto workspace = workspace::Workspace::open(std::move(options));
    if (!workspace.ok())
        return 1;
    auto region = (*workspace)->region("us-east-1");
    if (!region.ok())
        return 1;
    OneRegion regions(region->get());
    operations::EmbeddedService service({&regions, nullptr, systemClock()});

    makeTable(service, "plain", "");
    const double plain = measurePuts(service, "plain");
    std::printf("%-44s %9.2f us\n", "PutItem 1 KiB", plain);
    std::string large;
    for (const char *view : {"KEYS_ONLY", "NEW_IMAGE", "NEW_AND_OLD_IMAGES"}) {
        large = makeTable(service, view, view);
        const double streamed = measurePuts(service, view);
        std::printf("PutItem 1 KiB, %-29s %9.2f us, %.2f times\n", view, streamed, streamed / plain);
    }
    const std::string small = makeTable(service, "small", "NEW_IMAGE");
    for (int version = 0; version < 2; ++version)
        fill(service, "small", version, 60);
    measureRecords(service, "GetRecords, 100 B, NEW_IMAGE", small);
    measureRecords(service, "GetRecords, 1 KiB, NEW_AND_OLD_IMAGES", large);

    region->reset();
    const bool stopped = (*workspace)->stop().ok();
    std::filesystem::remove_all(directory);
    return stopped ? 0 : 1;
}
