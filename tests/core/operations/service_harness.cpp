#include "core/operations/service_harness.h"

#include <optional>

#include <QtCore/QtGlobal>

#include "api/error_reply.h"
#include "core/engine/region_harness.h"
#include "operations/embedded_service.h"
#include "service/dispatch.h"

namespace stator::tests {

namespace {

class OneRegion final : public operations::RegionProvider {
public:
    explicit OneRegion(engine::testing::RegionHarness &harness) : m_harness(harness) {}

    engine::Region *find(std::string_view name) override
    {
        return name == m_harness.region->name() ? m_harness.region.get() : nullptr;
    }
    Result<engine::Region *> make(std::string_view name) override
    {
        if (auto *region = find(name))
            return region;
        return Error::internal("There is one region in this test");
    }

private:
    engine::testing::RegionHarness &m_harness;
};

std::string singleQuoted(std::string json)
{
    std::replace(json.begin(), json.end(), '"', '\'');
    return json;
}

} // namespace

struct ServiceHarness::State {
    engine::testing::RegionHarness harness;
    OneRegion regions{harness};
    operations::EmbeddedService service{{&regions, nullptr, harness.clock, "000000000000"}};
};

ServiceHarness::ServiceHarness() : m_state(std::make_unique<State>()) {}
ServiceHarness::~ServiceHarness() = default;

std::string ServiceHarness::ask(std::string_view operation, std::string request, bool wantsBody)
{
    std::optional<Result<std::string>> answer;
    service::dispatch(m_state->service, "DynamoDB_20120810." + std::string(operation),
                      jsonText(std::move(request)), {},
                      [&](Result<std::string> result) { answer.emplace(std::move(result)); });
    if (!answer)
        m_state->harness.runJobs();
    if (!answer)
        return "no answer";
    if (answer->ok())
        return singleQuoted(std::move(**answer));
    const Error &error = answer->error();
    if (wantsBody)
        return singleQuoted(api::errorReply(error).body);
    return std::string(api::exceptionName(error.code)) + ": " + error.message;
}

std::string ServiceHarness::must(std::string_view operation, std::string request)
{
    std::string answer = ask(operation, std::move(request));
    if (!answer.empty() && answer.front() != '{')
        qFatal("%s: %s", std::string(operation).c_str(), answer.c_str());
    return answer;
}

void ServiceHarness::runJobs()
{
    m_state->harness.runJobs();
}

void ServiceHarness::advanceSeconds(std::int64_t seconds)
{
    m_state->harness.clock->advance(seconds * 1'000'000);
}

void ServiceHarness::makeHashTable(std::string_view name)
{
    must("CreateTable", "{'TableName':'" + std::string(name) +
                            "','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[{'AttributeName':'a',"
                            "'AttributeType':'S'}],'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}]}");
}

void ServiceHarness::makeRangeTable(std::string_view name)
{
    must("CreateTable",
         "{'TableName':'" + std::string(name) +
             "','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[{'AttributeName':'a','AttributeType':"
             "'S'},"
             "{'AttributeName':'b','AttributeType':'N'}],'KeySchema':[{'AttributeName':'a','KeyType':'HASH'},"
             "{'AttributeName':'b','KeyType':'RANGE'}]}");
}

void ServiceHarness::makeIndexedTable(std::string_view name, std::string_view projection)
{
    must(
        "CreateTable",
        "{'TableName':'" + std::string(name) +
            "','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[{'AttributeName':'a','AttributeType':'"
            "S'},"
            "{'AttributeName':'b','AttributeType':'N'},{'AttributeName':'c','AttributeType':'S'},"
            "{'AttributeName':'d','AttributeType':'N'}],'KeySchema':[{'AttributeName':'a','KeyType':'HASH'},"
            "{'AttributeName':'b','KeyType':'RANGE'}],'LocalSecondaryIndexes':[{'IndexName':'local','"
            "KeySchema':"
            "[{'AttributeName':'a','KeyType':'HASH'},{'AttributeName':'c','KeyType':'RANGE'}],'Projection':" +
            std::string(projection) +
            "}],'GlobalSecondaryIndexes':[{'IndexName':'global','KeySchema':[{'AttributeName':'c','KeyType':'"
            "HASH'},"
            "{'AttributeName':'d','KeyType':'RANGE'}],'Projection':" +
            std::string(projection) + "}]}");
}

void ServiceHarness::put(std::string_view table, std::string_view item)
{
    must("PutItem", "{'TableName':'" + std::string(table) + "','Item':" + std::string(item) + "}");
}

} // namespace stator::tests
