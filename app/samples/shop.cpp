#include <array>

#include "samples/sample_item.h"
#include "samples/sample_table.h"

namespace stator::samples {

namespace {

constexpr std::size_t kCustomers = 1000;
constexpr std::size_t kProducts = 400;
constexpr std::size_t kOrders = 2600;
constexpr std::size_t kLines = kOrders * 5 / 2; // orders have two lines and three in turn
constexpr std::size_t kShipments = 1500;
constexpr TimeMicros kWeek = 7LL * 24 * 3600 * 1'000'000;

constexpr std::array kFirstNames{"Ada",  "Linus", "Grace", "Alan", "Mary",  "Edsger", "Frances", "Niklaus",
                                 "Rosa", "Jürgen", "Chloé", "Søren", "Yuki", "Amara",  "Mateo",   "Zofia"};
constexpr std::array kLastNames{"Fischer", "Okafor", "Nakamura", "Lindqvist", "García", "Kowalska", "Dubois",
                                "Haddad",  "Novák",  "Rossi",    "Svensson",  "Tanaka", "O'Neill",  "Bauer"};
constexpr std::array kCities{"Oslo", "Lisboa", "Kraków", "Lyon", "Graz", "Kyoto", "Accra", "Quito", "Turku", "Cork"};
constexpr std::array kNouns{"Lamp", "Kettle", "Notebook", "Backpack", "Chair", "Headphones", "Mug", "Keyboard",
                            "Tent", "Scarf"};
constexpr std::array kKinds{"Compact", "Oak", "Travel", "Studio", "Everyday", "Alpine", "Classic", "Slate"};
constexpr std::array kCategories{"home", "office", "outdoor", "audio", "kitchen", "sale", "new"};
constexpr std::array kCarriers{"PostNord", "DHL", "Colissimo", "InPost"};
// Orders in the first three states are open: they alone are in the sparse index.
constexpr std::array kStates{"placed", "paid", "packed", "shipped", "delivered", "delivered", "delivered", "returned"};

template <std::size_t N>
const char *choose(const std::array<const char *, N> &words, Random &random)
{
    return words[random.below(N)];
}

std::string orderId(std::size_t order)
{
    return padded(100'000 + order, 6);
}

std::string sku(std::size_t product)
{
    return "SKU-" + padded(product + 1, 4);
}

std::int64_t priceHundredths(std::size_t product)
{
    auto random = randomFor(2, product);
    return static_cast<std::int64_t>(490 + random.below(24'000)) / 10 * 10 - 1;
}

std::string productTitle(std::size_t product)
{
    return std::string(kKinds[product % kKinds.size()]) + " " + kNouns[product / kKinds.size() % kNouns.size()];
}

struct Order {
    std::size_t customer;
    TimeMicros placed;
    const char *state;
};

Order orderAt(std::size_t order, TimeMicros now)
{
    auto random = randomFor(3, order);
    const auto age = kWeek - static_cast<TimeMicros>(order) * (kWeek / static_cast<TimeMicros>(kOrders));
    return {random.below(kCustomers), now - age, choose(kStates, random)};
}

document::Item customer(std::size_t index, TimeMicros now)
{
    auto random = randomFor(1, index);
    const std::string first = choose(kFirstNames, random);
    const std::string last = choose(kLastNames, random);
    document::ItemWriter writer;
    writeString(writer, "pk", "CUSTOMER#" + padded(index + 1, 4));
    writeString(writer, "sk", "PROFILE");
    writeString(writer, "type", "Customer");
    writeString(writer, "name", first + " " + last);
    writeString(writer, "email", "customer" + std::to_string(index + 1) + "@example.com");
    writeString(writer, "since", isoTime(now - static_cast<TimeMicros>(random.below(900)) * 86'400'000'000).substr(0, 10));
    writer.name("newsletter");
    writer.boolean(random.below(3) == 0);
    writer.name("address");
    writer.beginMap();
    writer.name("city");
    writer.string(choose(kCities, random));
    writer.name("street");
    writer.string(std::string(choose(kLastNames, random)) + " Street " + std::to_string(1 + random.below(120)));
    writer.endMap();
    if (random.below(5) == 0) {
        writer.name("phone");
        writer.null();
    }
    return writer.finish();
}

document::Item product(std::size_t index)
{
    auto random = randomFor(2, index);
    document::ItemWriter writer;
    writeString(writer, "pk", "PRODUCT#" + sku(index));
    writeString(writer, "sk", "DETAILS");
    writeString(writer, "type", "Product");
    writeString(writer, "sku", sku(index));
    writeString(writer, "title", productTitle(index));
    writeHundredths(writer, "price", priceHundredths(index));
    writeNumber(writer, "stock", static_cast<std::int64_t>(random.below(250)));
    writer.name("categories");
    writer.beginSet(document::ValueType::SS);
    const std::size_t first = random.below(kCategories.size());
    writer.string(kCategories[first]);
    writer.string(kCategories[(first + 1 + random.below(kCategories.size() - 1)) % kCategories.size()]);
    const bool isDistinct = writer.endSet();
    STATOR_ASSERT(isDistinct);
    return writer.finish();
}

document::Item order(std::size_t index, TimeMicros now)
{
    const Order it = orderAt(index, now);
    const std::string placed = isoTime(it.placed);
    const std::string state = it.state;
    const std::size_t lines = 2 + index % 2;
    document::ItemWriter writer;
    writeString(writer, "pk", "CUSTOMER#" + padded(it.customer + 1, 4));
    writeString(writer, "sk", "ORDER#" + placed + "#" + orderId(index));
    writeString(writer, "type", "Order");
    writeString(writer, "orderId", orderId(index));
    writeString(writer, "status", state);
    writeString(writer, "placedAt", placed);
    writeNumber(writer, "lines", static_cast<std::int64_t>(lines));
    if (state == "placed" || state == "paid" || state == "packed")
        writeString(writer, "openStatus", state);
    if (state == "returned")
        writeString(writer, "note", "");
    return writer.finish();
}

// Orders 0, 2, 4 … have two lines, the others three: five lines for each pair of orders.
document::Item line(std::size_t index)
{
    const std::size_t pair = index / 5, within = index % 5;
    const std::size_t order = pair * 2 + (within < 2 ? 0 : 1);
    const std::size_t number = within < 2 ? within : within - 2;
    auto random = randomFor(4, index);
    const std::size_t product = random.below(kProducts);
    document::ItemWriter writer;
    writeString(writer, "pk", "ORDER#" + orderId(order));
    writeString(writer, "sk", "LINE#" + padded(number + 1, 2));
    writeString(writer, "type", "Line");
    writeString(writer, "sku", sku(product));
    writeString(writer, "title", productTitle(product));
    writeNumber(writer, "quantity", static_cast<std::int64_t>(1 + random.below(4)));
    writeHundredths(writer, "price", priceHundredths(product));
    return writer.finish();
}

document::Item shipment(std::size_t index, TimeMicros now)
{
    auto random = randomFor(5, index);
    const Order it = orderAt(index, now);
    const TimeMicros shipped = it.placed + static_cast<TimeMicros>(3600 + random.below(80'000)) * 1'000'000;
    document::ItemWriter writer;
    writeString(writer, "pk", "ORDER#" + orderId(index));
    writeString(writer, "sk", "SHIPMENT#1");
    writeString(writer, "type", "Shipment");
    writeString(writer, "carrier", choose(kCarriers, random));
    writeString(writer, "shippedAt", isoTime(shipped));
    writer.name("tracking");
    const std::uint64_t code = random.next();
    writer.binary(std::string_view(reinterpret_cast<const char *>(&code), sizeof code));
    writer.name("events");
    writer.beginList();
    for (std::size_t i = 0; i < 1 + random.below(3); ++i) {
        writer.beginMap();
        writer.name("at");
        writer.string(isoTime(shipped + static_cast<TimeMicros>(i) * 21'600'000'000));
        writer.name("city");
        writer.string(choose(kCities, random));
        writer.endMap();
    }
    writer.endList();
    return writer.finish();
}

api::GlobalSecondaryIndex indexOn(std::string name, std::string partition, std::string sort)
{
    api::GlobalSecondaryIndex index;
    index.indexName = std::move(name);
    index.keySchema = {{std::move(partition), api::KeyType::Hash}, {std::move(sort), api::KeyType::Range}};
    index.projection.projectionType = api::ProjectionType::All;
    return index;
}

} // namespace

SampleTable shopTable(TimeMicros now)
{
    SampleTable table;
    auto &definition = table.definition;
    definition.tableName = "Shop";
    definition.billingMode = api::BillingMode::PayPerRequest;
    definition.attributeDefinitions.emplace();
    for (const char *name : {"pk", "sk", "type", "openStatus", "placedAt"})
        definition.attributeDefinitions->push_back({name, api::ScalarAttributeType::S});
    definition.keySchema = {{"pk", api::KeyType::Hash}, {"sk", api::KeyType::Range}};
    definition.globalSecondaryIndexes = {indexOn("byType", "type", "sk"),
                                         indexOn("openOrders", "openStatus", "placedAt")};
    definition.streamSpecification.emplace();
    definition.streamSpecification->streamEnabled = true;
    definition.streamSpecification->streamViewType = api::StreamViewType::NewAndOldImages;
    table.itemCount = kCustomers + kProducts + kOrders + kLines + kShipments;
    table.item = [now](std::size_t index) {
        if (index < kCustomers)
            return customer(index, now);
        index -= kCustomers;
        if (index < kProducts)
            return product(index);
        index -= kProducts;
        if (index < kOrders)
            return order(index, now);
        index -= kOrders;
        if (index < kLines)
            return line(index);
        return shipment(index - kLines, now);
    };
    return table;
}

} // namespace stator::samples
