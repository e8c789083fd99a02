#include "features/items/editor/draft_text.h"

#include <algorithm>
#include <set>

#include <QtCore/QCoreApplication>

#include "document/json_reader.h"
#include "model/number.h"

namespace stator::ui {

namespace {

using Kind = JsonNode::Kind;

bool isNumberText(const JsonNode &json, const std::string &text)
{
    if (json.kind != Kind::Number)
        return false;
    if (json.text == text)
        return true;
    const auto now = model::Number::parse(json.text);
    const auto before = model::Number::parse(text);
    return now.ok() && before.ok() && *now == *before;
}

bool isBase64Of(const JsonNode &json, const std::string &bytes)
{
    std::string decoded;
    return json.kind == Kind::String && document::decodeBase64(json.text, decoded).ok() && decoded == bytes;
}

bool isScalarOf(const JsonNode &json, ValueType type, const std::string &text)
{
    return type == ValueType::N   ? isNumberText(json, text)
           : type == ValueType::B ? isBase64Of(json, text)
                                  : json.kind == Kind::String && json.text == text;
}

// Whether plain JSON is what `node` is written as.
bool isPlainOf(const JsonNode &json, const DraftNode &node)
{
    switch (node.type) {
    case ValueType::Null:
        return json.kind == Kind::Null;
    case ValueType::Bool:
        return json.kind == Kind::Bool && json.boolean == node.boolean;
    case ValueType::S:
    case ValueType::N:
    case ValueType::B:
        return isScalarOf(json, node.type, node.text);
    case ValueType::SS:
    case ValueType::NS:
    case ValueType::BS:
        if (json.kind != Kind::Array || json.items.size() != node.elements.size())
            return false;
        for (std::size_t i = 0; i < json.items.size(); ++i)
            if (!isScalarOf(json.items[i], elementType(node.type), node.elements[i]))
                return false;
        return true;
    case ValueType::L:
    case ValueType::M:
        if (json.kind != (node.type == ValueType::L ? Kind::Array : Kind::Object)
            || json.items.size() != node.children.size())
            return false;
        for (std::size_t i = 0; i < json.items.size(); ++i) {
            if (node.type == ValueType::M && json.names[i] != node.children[i]->name)
                return false;
            if (!isPlainOf(json.items[i], *node.children[i]))
                return false;
        }
        return true;
    }
    return false;
}

// Which element of the list before stands behind each element now: equal ones at both ends belong together,
// and what is between them in turn.
std::vector<const DraftNode *> aligned(const JsonNode &array, const DraftNode *list)
{
    std::vector<const DraftNode *> result(array.items.size(), nullptr);
    if (!list || list->type != ValueType::L)
        return result;
    const auto &old = list->children;
    std::size_t front = 0;
    while (front < result.size() && front < old.size() && isPlainOf(array.items[front], *old[front])) {
        result[front] = old[front].get();
        ++front;
    }
    std::size_t nowEnd = result.size();
    std::size_t oldEnd = old.size();
    while (nowEnd > front && oldEnd > front && isPlainOf(array.items[nowEnd - 1], *old[oldEnd - 1]))
        result[--nowEnd] = old[--oldEnd].get();
    for (std::size_t i = front; i < nowEnd && i < oldEnd; ++i)
        result[i] = old[i].get();
    return result;
}

class Reader {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::DraftReader)

public:
    Reader(TextForm form, std::vector<TextFault> &faults) : m_form(form), m_faults(faults) {}

    void members(const JsonNode &json, const DraftNode *before, DraftNode &map)
    {
        map.type = ValueType::M;
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < json.items.size(); ++i) {
            if (!seen.insert(json.names[i]).second)
                fault(json.nameOffsets[i],
                      tr("There is an attribute “%1” already.").arg(QString::fromStdString(json.names[i])));
            auto child = std::make_unique<DraftNode>();
            child->name = json.names[i];
            value(json.items[i], before && before->type == ValueType::M ? before->child(child->name) : nullptr, *child);
            child->offset = json.nameOffsets[i];
            map.append(std::move(child));
        }
    }

private:
    void fault(int offset, const QString &sentence) { m_faults.push_back({offset, sentence}); }

    void value(const JsonNode &json, const DraftNode *before, DraftNode &node)
    {
        node.offset = json.offset;
        if (m_form == TextForm::Wire)
            wire(json, node);
        else
            plain(json, before, node);
    }

    // --- Plain JSON ---

    void plain(const JsonNode &json, const DraftNode *before, DraftNode &node)
    {
        switch (json.kind) {
        case Kind::Null:
            node.type = ValueType::Null;
            break;
        case Kind::Bool:
            node.type = ValueType::Bool;
            node.boolean = json.boolean;
            break;
        case Kind::Number:
            node.type = ValueType::N;
            node.text = before && before->type == ValueType::N && isNumberText(json, before->text) ? before->text
                                                                                                  : json.text;
            break;
        case Kind::String:
            node.type = before && before->type == ValueType::B ? ValueType::B : ValueType::S;
            scalar(json, node.type, node.text);
            break;
        case Kind::Array:
            if (before && model::isSet(before->type))
                set(json, before->type, node);
            else
                plainList(json, before, node);
            break;
        case Kind::Object:
            members(json, before, node);
            break;
        }
    }

    void plainList(const JsonNode &json, const DraftNode *before, DraftNode &node)
    {
        node.type = ValueType::L;
        const std::vector<const DraftNode *> old = aligned(json, before);
        for (std::size_t i = 0; i < json.items.size(); ++i) {
            auto child = std::make_unique<DraftNode>();
            value(json.items[i], old[i], *child);
            node.append(std::move(child));
        }
    }

    // --- DynamoDB JSON ---

    void wire(const JsonNode &json, DraftNode &node)
    {
        if (json.kind != Kind::Object || json.items.size() != 1) {
            fault(json.offset, tr("One type with its value is expected, like {\"S\": \"text\"}."));
            return;
        }
        const auto type = model::valueTypeFromWireName(json.names.front());
        if (!type) {
            fault(json.nameOffsets.front(),
                  tr("“%1” is not a type; there are S, N, B, BOOL, NULL, SS, NS, BS, L and M.")
                      .arg(QString::fromStdString(json.names.front())));
            return;
        }
        node.type = *type;
        wireContent(json.items.front(), node);
    }

    bool expect(const JsonNode &json, Kind kind, const QString &sentence)
    {
        if (json.kind != kind)
            fault(json.offset, sentence);
        return json.kind == kind;
    }

    void wireContent(const JsonNode &json, DraftNode &node)
    {
        switch (node.type) {
        case ValueType::Null:
            if (expect(json, Kind::Bool, tr("A null is written {\"NULL\": true}.")) && !json.boolean)
                fault(json.offset, tr("A null is written {\"NULL\": true}."));
            break;
        case ValueType::Bool:
            expect(json, Kind::Bool, tr("A Boolean is true or false, without quotes."));
            node.boolean = json.boolean;
            break;
        case ValueType::S:
        case ValueType::N:
        case ValueType::B:
            scalar(json, node.type, node.text);
            break;
        case ValueType::SS:
        case ValueType::NS:
        case ValueType::BS:
            if (expect(json, Kind::Array, tr("A set is written as an array.")))
                set(json, node.type, node);
            break;
        case ValueType::L:
            if (!expect(json, Kind::Array, tr("A list is written as an array.")))
                break;
            for (const JsonNode &item : json.items) {
                auto child = std::make_unique<DraftNode>();
                value(item, nullptr, *child);
                node.append(std::move(child));
            }
            break;
        case ValueType::M:
            if (expect(json, Kind::Object, tr("A map is written as an object.")))
                members(json, nullptr, node);
            break;
        }
    }

    // --- Both ---

    void scalar(const JsonNode &json, ValueType type, std::string &text)
    {
        const bool isPlainNumber = m_form == TextForm::Plain && type == ValueType::N;
        if (json.kind != (isPlainNumber ? Kind::Number : Kind::String)) {
            fault(json.offset, isPlainNumber           ? tr("A number is expected.")
                               : type == ValueType::N ? tr("A number is written in quotes: {\"N\": \"12\"}.")
                                                      : tr("Text in quotes is expected."));
            return;
        }
        if (type == ValueType::B && !document::decodeBase64(json.text, text).ok())
            fault(json.offset, tr("Binary is written in base64, and this is not."));
        if (type != ValueType::B)
            text = json.text;
    }

    void set(const JsonNode &json, ValueType type, DraftNode &node)
    {
        node.type = type;
        for (const JsonNode &item : json.items)
            scalar(item, elementType(type), node.elements.emplace_back());
    }

    const TextForm m_form;
    std::vector<TextFault> &m_faults;
};

class TopLevel {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::DraftReader)

public:
    static QString objectExpected() { return tr("An item is an object: it begins with “{”."); }
};

} // namespace

TextRead readDraft(std::string_view text, TextForm form, const ItemDraft &before, const model::KeySchema &keys)
{
    TextRead result;
    const JsonParse json = parseJson(text);
    if (!json.node) {
        result.faults.push_back(json.fault);
        return result;
    }
    if (json.node->kind != Kind::Object) {
        result.faults.push_back({json.node->offset, TopLevel::objectExpected()});
        return result;
    }
    ItemDraft draft;
    Reader(form, result.faults).members(*json.node, &before.root(), draft.root());
    draft.markKeys(keys);
    draft.carryFrom(before);
    std::stable_sort(result.faults.begin(), result.faults.end(),
                     [](const TextFault &a, const TextFault &b) { return a.offset < b.offset; });
    result.draft = std::move(draft);
    return result;
}

} // namespace stator::ui
