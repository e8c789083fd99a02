// What it costs to turn DynamoDB JSON into a document and back. Prints the best of several rounds, in
// microseconds of processor time an item: on a shared machine the best is what the code costs, the rest is
// the neighbours.
#include <algorithm>
#include <cstdio>
#include <ctime>

#include <simdjson.h>

#include "document/check.h"
#include "document/json_reader.h"
#include "document/json_writer.h"
#include "document/path_tree.h"

using namespace stator;
using namespace stator::document;

namespace {

// 987 bytes, ten attributes, among them a nested map and a list of maps.
const std::string kOrder =
    R"({"pk":{"S":"CUSTOMER#0000004711"},"sk":{"S":"ORDER#2026-11-01T12:34:56.789Z#000123"},)"
    R"("status":{"S":"SHIPPED"},"total":{"N":"1299.95"},"createdAt":{"N":"1793536496"},)"
    R"("express":{"BOOL":true},"note":{"S":"Please leave the parcel with the neighbours on the second floor; ring twice, the bell is faint, and mind the dog which is friendly but loud."},"tags":{"SS":["electronics","gift","priority","returning"]},)"
    R"("address":{"M":{"name":{"S":"Ada Example"},"street":{"S":"Long Street Name 123, 4th floor"},)"
    R"("city":{"S":"Springfield"},"zip":{"S":"12345-6789"},"country":{"S":"US"},)"
    R"("geo":{"M":{"lat":{"N":"39.78172"},"lon":{"N":"-89.65015"}}}}},)"
    R"("lines":{"L":[{"M":{"sku":{"S":"SKU-000001"},"qty":{"N":"2"},"price":{"N":"499.99"},"title":{"S":"Noise cancelling headphones"}}},)"
    R"({"M":{"sku":{"S":"SKU-000002"},"qty":{"N":"1"},"price":{"N":"249.99"},"title":{"S":"Mechanical keyboard"}}},)"
    R"({"M":{"sku":{"S":"SKU-000003"},"qty":{"N":"1"},"price":{"N":"49.98"},"title":{"S":"Cable, two metres, braided"}}}]}})";

const std::string kSmall =
    R"({"pk":{"S":"user#000123"},"sk":{"S":"profile"},"n":{"N":"42"},"name":{"S":"Ada Example, Springfield"}})";

constexpr int kRounds = 50;
constexpr int kItems = 1'000;

double cpuMicros()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

template <class Work>
double bestMicros(Work &&work)
{
    double best = 1e9;
    for (int round = 0; round < kRounds; ++round) {
        const double begin = cpuMicros();
        for (int i = 0; i < kItems; ++i)
            work();
        best = std::min(best, (cpuMicros() - begin) / kItems);
    }
    return best;
}

void measure(const char *name, const std::string &json)
{
    simdjson::dom::parser parser;
    const simdjson::padded_string padded(json);
    ItemWriter writer;
    const Item item = *parseItem(json);
    std::size_t sink = 0;

    const double parse = bestMicros([&] { sink += parser.parse(padded).get_object().value_unsafe().size(); });
    const double read =
        bestMicros([&] { sink += readItem(parser.parse(padded).value_unsafe(), writer)->bytes().size(); });
    std::string out;
    const double write = bestMicros([&] {
        out.clear();
        writeItem(item.view(), out);
        sink += out.size();
    });
    const double check = bestMicros([&] { sink += static_cast<std::size_t>(checkItem(item.bytes()).ok()); });
    PathTree tree;
    (void)tree.insert({std::string("pk")}, 0);
    (void)tree.insert({std::string("address"), std::string("city")}, 1);
    (void)tree.insert({std::string("lines"), 1u}, 2);
    ItemList list;
    const double project = bestMicros([&] {
        list = ItemList();
        projectInto(item.view(), tree, list);
        sink += list.byteCount();
    });
    std::printf("%-6s %4zu bytes of JSON, %4zu of document: parse %.2f, parse and read %.2f, write %.2f, "
                "check %.2f, project %.2f µs (%zu)\n",
                name, json.size(), item.bytes().size(), parse, read, write, check, project, sink % 10);
}

} // namespace

int main()
{
    measure("order", kOrder);
    measure("small", kSmall);
    return 0;
}
