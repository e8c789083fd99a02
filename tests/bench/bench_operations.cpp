// What a request costs from its JSON to the JSON of its answer, without sockets: decoding and encoding alone,
// and whole operations through dispatch over a region in memory. Prints the best of several rounds, in
// microseconds of processor time of this thread.
#include <QtCore/QtGlobal>

#include <algorithm>
#include <cstdio>
#include <ctime>

#include "api/all_operations.h"
#include "api/codec.h"
#include "core/engine/region_harness.h"
#include "operations/embedded_service.h"
#include "service/dispatch.h"

using namespace stator;

namespace {

constexpr int kRounds = 30;

double cpuMicros()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

template <class Work>
void measure(const char *name, int count, Work &&work)
{
    double best = 1e9;
    for (int round = 0; round < kRounds; ++round) {
        const double begin = cpuMicros();
        for (int i = 0; i < count; ++i)
            work(i);
        best = std::min(best, (cpuMicros() - begin) / count);
    }
    std::printf("%-34s %8.2f us\n", name, best);
}

class OneRegion final : public operations::RegionProvider {
public:
    explicit OneRegion(engine::Region *region) : m_region(region) {}
    engine::Region *find(std::string_view) override { return m_region; }
    Result<engine::Region *> make(std::string_view) override { return m_region; }

private:
    engine::Region *m_region;
};

const std::string kFiller(900, 'v');

// `age` makes each put of an item a change.
std::string itemJson(int number, int age = 42)
{
    char key[16];
    std::snprintf(key, sizeof key, "k%06d", number);
    return R"({"a":{"S":"p)" + std::to_string(number / 100) + R"("},"b":{"S":")" + key +
           R"("},"name":{"S":"Ada Example"},"age":{"N":")" + std::to_string(age) +
           R"("},"tags":{"SS":["x","y"]},"v":{"S":")" + kFiller + R"("}})";
}

std::string keyJson(int number)
{
    char key[16];
    std::snprintf(key, sizeof key, "k%06d", number);
    return R"({"a":{"S":"p)" + std::to_string(number / 100) + R"("},"b":{"S":")" + key + R"("}})";
}

// `place` and `parameter` stand for each of the key's values, "%1" in them for the value.
std::string selectJson(int number, const char *place, const char *parameter)
{
    char sort[16];
    std::snprintf(sort, sizeof sort, "k%06d", number);
    const std::string keys[] = {"p" + std::to_string(number / 100), sort};
    const auto filled = [](std::string text, const std::string &key) {
        const std::size_t at = text.find("%1");
        return at == std::string::npos ? text : text.replace(at, 2, key);
    };
    std::string json = R"({"Statement":"SELECT * FROM \"table\" WHERE a = )" + filled(place, keys[0]) +
                       " AND b = " + filled(place, keys[1]) + '"';
    if (*parameter)
        json += R"(,"Parameters":[)" + filled(parameter, keys[0]) + ',' + filled(parameter, keys[1]) + ']';
    return json + '}';
}

void measureCodec()
{
    const std::string put =
        R"({"TableName":"table","Item":)" + itemJson(1) + R"(,"ReturnConsumedCapacity":"TOTAL"})";
    const std::string get = R"({"TableName":"table","Key":)" + keyJson(1) + "}";
    const std::string update =
        R"({"TableName":"table","Key":)" + keyJson(1) +
        R"(,"UpdateExpression":"SET #n = :n","ExpressionAttributeNames":{"#n":"n"},"ExpressionAttributeValues":{":n":{"N":"1"}}})";
    const std::string query =
        R"({"TableName":"table","KeyConditionExpression":"a = :a","ExpressionAttributeValues":{":a":{"S":"p1"}},"Limit":10})";
    std::size_t sink = 0;
    measure("decode PutItem (1 KB)", 2000,
            [&](int) { sink += api::decodeRequest<api::PutItemRequest>(put).ok(); });
    measure("decode GetItem", 2000, [&](int) { sink += api::decodeRequest<api::GetItemRequest>(get).ok(); });
    measure("decode UpdateItem", 2000,
            [&](int) { sink += api::decodeRequest<api::UpdateItemRequest>(update).ok(); });
    measure("decode Query", 2000, [&](int) { sink += api::decodeRequest<api::QueryRequest>(query).ok(); });
    if (sink == 0)
        std::puts("nothing was decoded");
}

void ask(service::Service &service, const char *target, const std::string &body)
{
    service::dispatch(service, target, body, {}, [&](Result<std::string> answer) {
        if (!answer.ok())
            qFatal("%s: %s", target, answer.error().message.c_str());
    });
}

void measureOperations()
{
    engine::testing::RegionHarness harness;
    OneRegion regions(harness.region.get());
    operations::EmbeddedService service({&regions, nullptr, harness.clock});
    ask(service, "DynamoDB_20120810.CreateTable",
        R"({"TableName":"table","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},{"AttributeName":"b","AttributeType":"S"}],"KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b","KeyType":"RANGE"}]})");
    constexpr int kItems = 2000;
    int age = 0;
    for (int i = 0; i < kItems; ++i)
        ask(service, "DynamoDB_20120810.PutItem", R"({"TableName":"table","Item":)" + itemJson(i) + "}");
    measure("GetItem (1 KB)", kItems, [&](int i) {
        ask(service, "DynamoDB_20120810.GetItem", R"({"TableName":"table","Key":)" + keyJson(i) + "}");
    });
    measure("SELECT by key (1 KB)", kItems,
            [&](int i) { ask(service, "DynamoDB_20120810.ExecuteStatement", selectJson(i, "'%1'", "")); });
    measure("SELECT by key, parameters", kItems, [&](int i) {
        ask(service, "DynamoDB_20120810.ExecuteStatement", selectJson(i, "?", R"({"S":"%1"})"));
    });
    measure("GetItem that is missing", kItems, [&](int i) {
        ask(service, "DynamoDB_20120810.GetItem",
            R"({"TableName":"table","Key":)" + keyJson(i + kItems) + "}");
    });
    measure("Query 10 x 1 KB", 500, [&](int i) {
        ask(service, "DynamoDB_20120810.Query",
            R"({"TableName":"table","KeyConditionExpression":"a = :a","ExpressionAttributeValues":{":a":{"S":"p)" +
                std::to_string(i % 20) + R"("}},"Limit":10})");
    });
    measure("Scan a page of 1 MB", 5,
            [&](int) { ask(service, "DynamoDB_20120810.Scan", R"({"TableName":"table"})"); });
    measure("Scan a page, filtered, COUNT", 5, [&](int) {
        ask(service, "DynamoDB_20120810.Scan",
            R"({"TableName":"table","FilterExpression":"age > :n","ExpressionAttributeValues":{":n":{"N":"1000"}},"Select":"COUNT"})");
    });
    // Reads come first: rewritten items leave versions behind that scans step over until they are compacted.
    measure("PutItem (1 KB)", kItems, [&](int i) {
        ask(service, "DynamoDB_20120810.PutItem",
            R"({"TableName":"table","Item":)" + itemJson(i, ++age) + "}");
        harness.runJobs();
    });
    measure("PutItem with condition", kItems, [&](int i) {
        ask(service, "DynamoDB_20120810.PutItem",
            R"({"TableName":"table","Item":)" + itemJson(i, ++age) +
                R"j(,"ConditionExpression":"attribute_exists(a)"})j");
        harness.runJobs();
    });
    measure("UpdateItem SET n = n + 1", kItems, [&](int i) {
        ask(service, "DynamoDB_20120810.UpdateItem",
            R"({"TableName":"table","Key":)" + keyJson(i) +
                R"(,"UpdateExpression":"SET age = age + :n","ExpressionAttributeValues":{":n":{"N":"1"}}})");
        harness.runJobs();
    });
}

} // namespace

int main()
{
    measureCodec();
    measureOperations();
}
