#include "document/json_reader.h"
#include "samples/sample_table.h"

namespace stator::samples {

SampleTable elementsTable(std::string_view jsonLines)
{
    auto items = std::make_shared<std::vector<document::Item>>();
    while (!jsonLines.empty()) {
        const std::size_t end = jsonLines.find('\n');
        if (auto item = document::parseItem(jsonLines.substr(0, end)); item.ok())
            items->push_back(std::move(*item));
        jsonLines = end == std::string_view::npos ? std::string_view() : jsonLines.substr(end + 1);
    }
    SampleTable table;
    auto &definition = table.definition;
    definition.tableName = "Elements";
    definition.billingMode = api::BillingMode::PayPerRequest;
    definition.attributeDefinitions = {{"symbol", api::ScalarAttributeType::S}};
    definition.keySchema = {{"symbol", api::KeyType::Hash}};
    table.itemCount = items->size();
    table.item = [items](std::size_t index) { return (*items)[index]; };
    return table;
}

} // namespace stator::samples
