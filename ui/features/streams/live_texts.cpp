#include "features/streams/live_texts.h"

#include "api/put_item.h"
#include "code/code.h"
#include "document/writer.h"
#include "model/number.h"

namespace stator::ui {

QString putSnippet(const TableShape &table, const EndpointState &endpoint, const QString &region)
{
    document::ItemWriter writer;
    for (const auto *part : {&table.keys.partition, &table.keys.sort})
        for (const model::KeyAttribute &key : *part) {
            writer.name(key.name);
            if (key.type == model::ValueType::N)
                writer.numberBytes(model::Number(1).bytes());
            else if (key.type == model::ValueType::B)
                writer.binary("example");
            else
                writer.string("example");
        }
    api::PutItemRequest put;
    put.tableName = table.name;
    put.item = writer.finish();
    auto tree = code::treeOf(put);
    if (!tree.ok())
        return {};
    code::Request request;
    request.operation = QStringLiteral("PutItem");
    request.root = std::move(*tree);
    request.region = region;
    if (endpoint.kind == EndpointState::Kind::Listening)
        request.endpoint = endpoint.url();
    return code::codeFor(request, code::Language::Cli);
}

} // namespace stator::ui
