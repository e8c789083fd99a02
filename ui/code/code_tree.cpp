#include "code/code_tree.h"

#include "api/all_operations.h"
#include "api/codec.h"
#include "bridge/text.h"
#include "model/number.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;
using document::ValueType;
using document::ValueView;

namespace {

Node attributeNode(ValueView value, const QString &key = {});

Node textNode(const QString &text)
{
    Node node;
    node.text = text;
    return node;
}

QString typeName(ValueType type)
{
    const std::string_view name = model::wireName(type);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

QByteArray bytesOf(ValueView value)
{
    const std::string_view text = value.text();
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

QString digitsOf(ValueView value)
{
    return toQt(model::numberText(value.numberBytes()));
}

void addElements(ValueView value, Node &node)
{
    for (const ValueView element : value.elements()) {
        switch (value.type()) {
        case ValueType::SS:
            node.children.push_back(textNode(toQt(element.text())));
            break;
        case ValueType::NS:
            node.children.push_back(textNode(digitsOf(element)));
            break;
        case ValueType::BS: {
            Node binary;
            binary.bytes = bytesOf(element);
            node.children.push_back(std::move(binary));
            break;
        }
        default:
            node.children.push_back(attributeNode(element));
            break;
        }
    }
}

Node attributeNode(ValueView value, const QString &key)
{
    Node node;
    node.kind = NodeKind::Attribute;
    node.key = key;
    node.type = typeName(value.type());
    switch (value.type()) {
    case ValueType::S:
        node.text = toQt(value.text());
        break;
    case ValueType::N:
        node.text = digitsOf(value);
        break;
    case ValueType::B:
        node.bytes = bytesOf(value);
        break;
    case ValueType::Bool:
        node.isTrue = value.boolean();
        break;
    case ValueType::Null:
        break;
    case ValueType::M:
        for (const document::Member &member : value.members())
            node.children.push_back(attributeNode(member.value, toQt(member.name)));
        break;
    default:
        addElements(value, node);
        break;
    }
    return node;
}

Node itemNode(document::ItemView item)
{
    Node node;
    node.kind = NodeKind::Item;
    for (const document::Member &member : item.attributes())
        node.children.push_back(attributeNode(member.value, toQt(member.name)));
    return node;
}

Result<Node> nodeOf(const api::Type &type, const void *object);

Result<Node> listNode(const api::Type &type, const void *object)
{
    Node node;
    node.kind = NodeKind::List;
    for (std::size_t i = 0; i < type.list->size(object); ++i) {
        STATOR_TRY(Node child, nodeOf(*type.element, type.list->at(object, i)));
        node.children.push_back(std::move(child));
    }
    return node;
}

Result<Node> mapNode(const api::Type &type, const void *object)
{
    Node node;
    node.kind = NodeKind::Map;
    for (std::size_t i = 0; i < type.map->size(object); ++i) {
        STATOR_TRY(Node child, nodeOf(*type.element, type.map->at(object, i)));
        child.key = toQt(type.map->nameAt(object, i));
        node.children.push_back(std::move(child));
    }
    return node;
}

Node numberNode(NodeKind kind, const QString &digits)
{
    Node node;
    node.kind = kind;
    node.text = digits;
    return node;
}

Result<Node> nodeOf(const api::Type &type, const void *object)
{
    Node node;
    switch (type.kind) {
    case api::Kind::String:
        return textNode(toQt(*static_cast<const std::string *>(object)));
    case api::Kind::Integer:
        return numberNode(NodeKind::Integer, QString::number(*static_cast<const std::int32_t *>(object)));
    case api::Kind::Long:
        return numberNode(NodeKind::Long, QString::number(*static_cast<const std::int64_t *>(object)));
    case api::Kind::Double:
    case api::Kind::Timestamp:
        return numberNode(NodeKind::Double, QString::number(*static_cast<const double *>(object), 'g', 17));
    case api::Kind::Boolean:
        node.kind = NodeKind::Boolean;
        node.isTrue = *static_cast<const bool *>(object);
        return node;
    case api::Kind::Enum:
        node.kind = NodeKind::Enumerated;
        node.text = toQt(type.enumeration->values[*static_cast<const std::uint8_t *>(object)]);
        return node;
    case api::Kind::Value: {
        const auto &value = *static_cast<const document::Value *>(object);
        if (value.fault())
            return value.fault()->error;
        return attributeNode(value.view());
    }
    case api::Kind::Item: {
        const auto &item = *static_cast<const document::Item *>(object);
        if (item.fault())
            return item.fault()->error;
        return itemNode(item.view());
    }
    case api::Kind::ItemList: {
        const auto &items = *static_cast<const document::ItemList *>(object);
        node.kind = NodeKind::List;
        for (std::size_t i = 0; i < items.size(); ++i)
            node.children.push_back(itemNode(items[i]));
        return node;
    }
    case api::Kind::Structure:
        return treeOf(*type.structure, object);
    case api::Kind::List:
        return listNode(type, object);
    case api::Kind::Map:
        return mapNode(type, object);
    }
    return node;
}

template <class ApiRequest>
Result<Node> decoded(std::string_view json)
{
    // Without the checks of a request: what the service refused can be shown, too.
    ApiRequest request;
    STATOR_CHECK(api::decodeResponse(describe(&request), &request, json));
    return treeOf(request);
}

struct Known {
    std::string_view operation;
    bool isOfStreams;
    Result<Node> (*read)(std::string_view json);
};

#define STATOR_ENTRY(Name, method) {#Name, false, &decoded<api::Name##Request>},
#define STATOR_STREAMS_ENTRY(Name, method) {#Name, true, &decoded<api::Name##Request>},
constexpr Known kKnown[] = {STATOR_FOR_EACH_DYNAMODB_OPERATION(STATOR_ENTRY)
                                STATOR_FOR_EACH_STREAMS_OPERATION(STATOR_STREAMS_ENTRY)};
#undef STATOR_ENTRY
#undef STATOR_STREAMS_ENTRY

} // namespace

Result<Node> treeOf(const api::Structure &structure, const void *object)
{
    Node node;
    node.kind = NodeKind::Structure;
    node.name = toQt(structure.name);
    for (const api::Member &member : structure.members) {
        node.needsAll = node.needsAll || (member.isRequired && member.type->kind != api::Kind::Structure);
        const void *field = member.read(object);
        if (!field)
            continue;
        STATOR_TRY(Node child, nodeOf(*member.type, field));
        child.key = toQt(member.name);
        node.children.push_back(std::move(child));
    }
    return node;
}

Result<Request> requestOf(std::string_view operation, std::string_view json)
{
    for (const Known &known : kKnown) {
        if (known.operation != operation)
            continue;
        Request request;
        request.operation = toQt(operation);
        request.isOfStreams = known.isOfStreams;
        STATOR_TRY(request.root, known.read(json.empty() ? std::string_view("{}") : json));
        return request;
    }
    return Error(ErrorCode::UnknownOperation, "No SDK has this operation", {});
}

} // namespace stator::ui::code
