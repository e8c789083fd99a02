// Goal: every request and response of every operation, filled with random values, comes back from its JSON as
// it was. Does not cover values the constraints refuse; tst_constraints does.
#include <QtTest/QTest>

#include "api/all_operations.h"
#include "api/codec.h"
#include "api/pattern.h"
#include "base/random.h"
#include "document/json_reader.h"
#include "support/json_text.h"

using namespace stator;
using tests::jsonText;

namespace {

class Filler {
public:
    explicit Filler(std::uint64_t seed) : m_random(seed) {}

    void fill(const api::Structure &structure, void *object)
    {
        for (const auto &member : structure.members)
            if (member.isRequired || m_random.below(3) != 0)
                fill(*member.type, member.write(object));
    }

private:
    std::size_t countFor(const api::Type &type)
    {
        const auto least = type.min == api::kNoMinimum ? std::uint64_t(0) : std::uint64_t(type.min);
        const auto count = std::max<std::uint64_t>(least + m_random.below(3), type.whenEmpty.empty() ? 0 : 1);
        return std::size_t(type.max == api::kNoMaximum ? count : std::min(count, std::uint64_t(type.max)));
    }

    std::string text(const api::Type &type)
    {
        const auto least = type.min == api::kNoMinimum ? std::int64_t(0) : type.min;
        if (type.pattern == &api::patterns::accountId)
            return "123456789012";
        if (type.pattern == &api::patterns::hexBlocks)
            return std::string(112, 'a');
        if (type.pattern == &api::patterns::csvDelimiter)
            return ";";
        if (type.pattern || type.isTableName)
            return std::string(std::size_t(std::max<std::int64_t>(least, 3)), 'n') +
                   std::to_string(m_random.below(1000));
        std::string value(std::size_t(least), 'x');
        static const std::string pieces[] = {"\"", "\\", "\n", "\x01", "é", "日本", "😀", "plain", "/"};
        while (std::int64_t(value.size()) + 8 < std::min<std::int64_t>(type.max, least + 24))
            value += pieces[m_random.below(std::size(pieces))];
        return value;
    }

    document::Value value()
    {
        static const std::string values[] = {
            jsonText("{'S':'é'}"),         jsonText("{'N':'-1.5'}"),
            jsonText("{'B':'AAEC'}"),      jsonText("{'NULL':true}"),
            jsonText("{'L':[{'N':'1'}]}"), jsonText("{'M':{'a':{'BOOL':false}}}"),
            jsonText("{'SS':['a','b']}")};
        return *document::parseValue(values[m_random.below(std::size(values))]);
    }

    document::Item item()
    {
        document::ItemWriter writer;
        for (std::uint64_t i = m_random.below(4); i > 0; --i) {
            writer.name("name" + std::to_string(i));
            writer.value(value().view());
        }
        return writer.finish();
    }

    std::int64_t integer(const api::Type &type)
    {
        const std::int64_t least = type.min == api::kNoMinimum ? -50 : type.min;
        return std::min(least + std::int64_t(m_random.below(100)), type.max);
    }

    void fill(const api::Type &type, void *field)
    {
        switch (type.kind) {
        case api::Kind::String:
            *static_cast<std::string *>(field) = text(type);
            break;
        case api::Kind::Integer:
            *static_cast<std::int32_t *>(field) = std::int32_t(integer(type));
            break;
        case api::Kind::Long:
            *static_cast<std::int64_t *>(field) =
                integer(type) * (type.max == api::kNoMaximum ? 1'000'000'007 : 1);
            break;
        case api::Kind::Double:
            *static_cast<double *>(field) = double(m_random.below(1000)) / 4;
            break;
        case api::Kind::Timestamp:
            *static_cast<double *>(field) = 1'700'000'000 + double(m_random.below(4000)) / 1000;
            break;
        case api::Kind::Boolean:
            *static_cast<bool *>(field) = m_random.below(2) == 1;
            break;
        case api::Kind::Enum:
            *static_cast<std::uint8_t *>(field) =
                std::uint8_t(m_random.below(type.enumeration->values.size()));
            break;
        case api::Kind::Value:
            *static_cast<document::Value *>(field) = value();
            break;
        case api::Kind::Item:
            *static_cast<document::Item *>(field) = item();
            break;
        case api::Kind::ItemList:
            for (std::uint64_t i = m_random.below(4); i > 0; --i)
                static_cast<document::ItemList *>(field)->append(item().view());
            break;
        case api::Kind::Structure:
            fill(*type.structure, field);
            break;
        case api::Kind::List:
            for (std::size_t i = countFor(type); i > 0; --i)
                fill(*type.element, type.list->append(field));
            break;
        case api::Kind::Map:
            for (std::size_t i = countFor(type); i > 0; --i)
                fill(*type.element, type.map->append(field, "key" + std::to_string(i)));
            break;
        }
    }

    SeededRandom m_random;
};

// The first difference, or nothing.
template <class T, bool isRequest>
std::string tripOnce(std::uint64_t seed)
{
    T object;
    Filler(seed).fill(describe(&object), &object);
    std::string json;
    api::encode(object, json);
    auto back = isRequest ? api::decodeRequest<T>(json) : api::decodeResponse<T>(json);
    if (!back.ok())
        return std::string(describe(&object).name) + " refused: " + back.error().message + "\n" + json;
    std::string again;
    api::encode(*back, again);
    return again == json ? std::string() : json + "\n" + again;
}

} // namespace

class TestRoundTrip : public QObject {
    Q_OBJECT

private slots:
    void everyRequestAndResponse()
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
#define STATOR_TRIP(Name, method)                                                                            \
    QCOMPARE(QString::fromStdString(tripOnce<api::Name##Request, true>(seed)), QString());                   \
    QCOMPARE(QString::fromStdString(tripOnce<api::Name##Response, false>(seed)), QString());
            STATOR_FOR_EACH_OPERATION(STATOR_TRIP)
#undef STATOR_TRIP
        }
    }

    void everyDescriptionHasItsMembersOnce()
    {
#define STATOR_CHECK_MEMBERS(Name, method)                                                                   \
    for (const auto *structure : {&describe(static_cast<const api::Name##Request *>(nullptr)),               \
                                  &describe(static_cast<const api::Name##Response *>(nullptr))}) {           \
        QVERIFY(structure->members.size() <= 64);                                                            \
        for (std::size_t i = 0; i < structure->members.size(); ++i)                                          \
            QCOMPARE(structure->find(structure->members[i].name), int(i));                                   \
    }
        STATOR_FOR_EACH_OPERATION(STATOR_CHECK_MEMBERS)
#undef STATOR_CHECK_MEMBERS
    }

    void writesNumbersAsTheServiceDoes()
    {
        api::GetItemResponse response;
        response.consumedCapacity.emplace();
        response.consumedCapacity->tableName = "t";
        response.consumedCapacity->capacityUnits = 1;
        std::string json;
        api::encode(response, json);
        QCOMPARE(json, (jsonText("{'ConsumedCapacity':{'TableName':'t','CapacityUnits':1.0}}")));
        response.consumedCapacity->capacityUnits = 0.5;
        json.clear();
        api::encode(response, json);
        QCOMPARE(json, (jsonText("{'ConsumedCapacity':{'TableName':'t','CapacityUnits':0.5}}")));
    }

    void writesTimesWithUpToThreeDecimals_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole") << 1700000000.0 << "1700000000";
        QTest::newRow("tenth") << 1700000000.5 << "1700000000.5";
        QTest::newRow("thousandth") << 1700000000.123 << "1700000000.123";
        QTest::newRow("rounded") << 1700000000.0004 << "1700000000";
    }
    void writesTimesWithUpToThreeDecimals()
    {
        QFETCH(const double, seconds);
        QFETCH(const QString, text);
        api::ListBackupsRequest request;
        request.timeRangeLowerBound = seconds;
        std::string json;
        api::encode(request, json);
        QCOMPARE(QString::fromStdString(json), "{\"TimeRangeLowerBound\":" + text + "}");
    }

    void emptyResponsesAreObjects()
    {
        std::string json;
        api::encode(api::TagResourceResponse{}, json);
        QCOMPARE(json, std::string("{}"));
        QVERIFY(api::decodeResponse<api::TagResourceResponse>("").ok());
    }
};

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_round_trip.moc"
