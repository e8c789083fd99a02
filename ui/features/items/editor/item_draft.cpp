#include "features/items/editor/item_draft.h"

#include <algorithm>

#include "document/writer.h"
#include "model/number.h"

namespace stator::ui {

namespace {

using document::ItemWriter;
using document::ValueView;
using document::ValueWriter;

std::string textOf(ValueView value)
{
    return value.type() == ValueType::N ? model::numberText(value.numberBytes()) : std::string(value.text());
}

bool writeScalar(ValueType type, const std::string &text, ValueWriter &writer)
{
    if (type == ValueType::S) {
        writer.string(text);
    } else if (type == ValueType::B) {
        writer.binary(text);
    } else {
        const auto number = model::Number::parse(text);
        if (!number.ok())
            return false;
        writer.numberBytes(number->bytes());
    }
    return true;
}

// False leaves the writer in the middle; the caller gives it up.
bool write(const DraftNode &node, ValueWriter &writer)
{
    if (!node.carried.empty()) {
        writer.value(ValueView::at(node.carried.data()));
        return true;
    }
    switch (node.type) {
    case ValueType::Null:
        writer.null();
        return true;
    case ValueType::Bool:
        writer.boolean(node.boolean);
        return true;
    case ValueType::S:
    case ValueType::N:
    case ValueType::B:
        return writeScalar(node.type, node.text, writer);
    case ValueType::SS:
    case ValueType::NS:
    case ValueType::BS:
        if (node.elements.empty())
            return false;
        writer.beginSet(node.type);
        for (const auto &element : node.elements)
            if (!writeScalar(elementType(node.type), element, writer))
                return false;
        return writer.endSet();
    case ValueType::L:
        writer.beginList();
        for (const auto &child : node.children)
            if (!write(*child, writer))
                return false;
        writer.endList();
        return true;
    case ValueType::M:
        writer.beginMap();
        for (const auto &child : node.children) {
            writer.name(child->name);
            if (!write(*child, writer))
                return false;
        }
        writer.endMap();
        return true;
    }
    return false;
}

bool haveDistinctNames(const DraftNode &node)
{
    if (node.type == ValueType::M) {
        std::vector<std::string_view> names;
        names.reserve(node.children.size());
        for (const auto &child : node.children)
            names.push_back(child->name);
        std::sort(names.begin(), names.end());
        if (std::adjacent_find(names.begin(), names.end()) != names.end())
            return false;
    }
    return std::all_of(node.children.begin(), node.children.end(), [](const auto &child) {
        return !child->carried.empty() || haveDistinctNames(*child);
    });
}

bool isEqual(const DraftNode &a, const DraftNode &b)
{
    return a.type == b.type && a.text == b.text && a.boolean == b.boolean && a.elements == b.elements
        && a.children.size() == b.children.size();
}

// True if the whole value is what it was.
bool carry(DraftNode &now, const DraftNode &before)
{
    bool isSame = isEqual(now, before);
    for (std::size_t i = 0; i < now.children.size(); ++i) {
        DraftNode &child = *now.children[i];
        const DraftNode *old = now.type == ValueType::M           ? before.child(child.name)
                               : i < before.children.size() ? before.children[i].get()
                                                            : nullptr;
        const bool isChildSame = old && before.type == now.type && carry(child, *old);
        isSame = isSame && isChildSame;
    }
    if (isSame)
        now.carried = before.carried;
    return isSame && !before.carried.empty();
}

} // namespace

int DraftNode::row() const
{
    if (!parent)
        return -1;
    const auto found = std::find_if(parent->children.begin(), parent->children.end(),
                                    [this](const auto &child) { return child.get() == this; });
    return static_cast<int>(found - parent->children.begin());
}

std::unique_ptr<DraftNode> DraftNode::clone() const
{
    auto copy = std::make_unique<DraftNode>();
    copy->name = name;
    copy->type = type;
    copy->text = text;
    copy->boolean = boolean;
    copy->elements = elements;
    copy->isKey = isKey;
    copy->carried = carried;
    copy->offset = offset;
    for (const auto &child : children)
        copy->append(child->clone());
    return copy;
}

const DraftNode *DraftNode::child(std::string_view member) const
{
    for (const auto &node : children)
        if (node->name == member)
            return node.get();
    return nullptr;
}

void DraftNode::setContent(DraftNode &&other)
{
    type = other.type;
    text = std::move(other.text);
    boolean = other.boolean;
    elements = std::move(other.elements);
    children = std::move(other.children);
    carried = std::move(other.carried);
    for (const auto &node : children)
        node->parent = this;
}

void DraftNode::append(std::unique_ptr<DraftNode> node)
{
    node->parent = this;
    children.push_back(std::move(node));
}

bool DraftNode::hasContent() const
{
    return type == ValueType::Bool || !text.empty() || !elements.empty() || !children.empty();
}

ItemDraft::ItemDraft() : m_root(std::make_unique<DraftNode>())
{
    m_root->type = ValueType::M;
}

std::unique_ptr<DraftNode> ItemDraft::nodeOf(ValueView value, std::string name)
{
    auto node = std::make_unique<DraftNode>();
    node->name = std::move(name);
    node->type = value.type();
    node->carried = value.bytes();
    switch (value.type()) {
    case ValueType::Null:
        break;
    case ValueType::Bool:
        node->boolean = value.boolean();
        break;
    case ValueType::S:
    case ValueType::N:
    case ValueType::B:
        node->text = textOf(value);
        break;
    case ValueType::SS:
    case ValueType::NS:
    case ValueType::BS:
        for (const ValueView element : value.elements())
            node->elements.push_back(textOf(element));
        break;
    case ValueType::L:
        for (const ValueView element : value.elements())
            node->append(nodeOf(element));
        break;
    case ValueType::M:
        for (const auto &member : value.members())
            node->append(nodeOf(member.value, std::string(member.name)));
        break;
    }
    return node;
}

ItemDraft ItemDraft::ofItem(document::ItemView item, const model::KeySchema &keys)
{
    ItemDraft draft;
    draft.m_root = nodeOf(item.map());
    draft.markKeys(keys);
    return draft;
}

ItemDraft ItemDraft::ofNew(const model::KeySchema &keys, document::ItemView pattern)
{
    ItemDraft draft;
    for (const auto &member : pattern.attributes())
        if (!keys.contains(member.name))
            draft.m_root->append(nodeOf(member.value, std::string(member.name)));
    draft.markKeys(keys);
    return draft;
}

ItemDraft ItemDraft::clone() const
{
    ItemDraft copy;
    copy.m_root = m_root->clone();
    return copy;
}

void ItemDraft::touch(DraftNode &node)
{
    for (DraftNode *at = &node; at; at = at->parent)
        at->carried.clear();
}

void ItemDraft::setText(DraftNode &node, std::string text)
{
    touch(node);
    node.text = std::move(text);
}

void ItemDraft::setBoolean(DraftNode &node, bool value)
{
    touch(node);
    node.boolean = value;
}

void ItemDraft::setElements(DraftNode &node, std::vector<std::string> elements)
{
    touch(node);
    node.elements = std::move(elements);
}

void ItemDraft::setContent(DraftNode &node, DraftNode &&content)
{
    touch(node);
    node.setContent(std::move(content));
}

void ItemDraft::rename(DraftNode &node, std::string name)
{
    // The value itself stays what it was.
    if (node.parent)
        touch(*node.parent);
    node.name = std::move(name);
}

DraftNode &ItemDraft::insert(DraftNode &parent, int row, std::unique_ptr<DraftNode> node)
{
    touch(parent);
    node->parent = &parent;
    DraftNode &inserted = *node;
    parent.children.insert(parent.children.begin() + row, std::move(node));
    return inserted;
}

std::unique_ptr<DraftNode> ItemDraft::take(DraftNode &parent, int row)
{
    touch(parent);
    auto node = std::move(parent.children[static_cast<std::size_t>(row)]);
    parent.children.erase(parent.children.begin() + row);
    node->parent = nullptr;
    return node;
}

void ItemDraft::move(DraftNode &parent, int from, int to)
{
    auto node = take(parent, from);
    insert(parent, to, std::move(node));
}

void ItemDraft::carryFrom(const ItemDraft &before)
{
    carry(*m_root, *before.m_root);
}

void ItemDraft::markKeys(const model::KeySchema &keys)
{
    std::size_t next = 0;
    for (const auto *part : {&keys.partition, &keys.sort}) {
        for (const auto &key : *part) {
            auto &children = m_root->children;
            auto found = std::find_if(children.begin(), children.end(),
                                      [&key](const auto &child) { return child->name == key.name; });
            if (found == children.end()) {
                auto node = std::make_unique<DraftNode>();
                node->name = key.name;
                node->type = key.type;
                node->parent = m_root.get();
                m_root->carried.clear();
                found = children.insert(children.end(), std::move(node));
            }
            (*found)->isKey = true;
            std::rotate(children.begin() + static_cast<std::ptrdiff_t>(next), found, found + 1);
            ++next;
        }
    }
}

std::optional<document::Item> ItemDraft::item() const
{
    if (!haveDistinctNames(*m_root))
        return std::nullopt;
    ItemWriter writer;
    for (const auto &child : m_root->children) {
        writer.name(child->name);
        if (!write(*child, writer))
            return std::nullopt;
    }
    return writer.finish();
}

std::optional<document::Item> ItemDraft::key() const
{
    ItemWriter writer;
    for (const auto &child : m_root->children) {
        if (!child->isKey)
            continue;
        writer.name(child->name);
        if (!model::isKeyType(child->type) || !write(*child, writer))
            return std::nullopt;
    }
    return writer.finish();
}

std::string freeName(const DraftNode &parent, const std::string &name)
{
    std::string free = name;
    for (int n = 2; parent.child(free); ++n)
        free = name + " " + std::to_string(n);
    return free;
}

document::Path pathOf(const DraftNode &node)
{
    document::Path path;
    for (const DraftNode *at = &node; at->parent; at = at->parent) {
        if (at->parent->type == ValueType::L)
            path.emplace_back(static_cast<std::uint32_t>(at->row()));
        else
            path.emplace_back(at->name);
    }
    std::reverse(path.begin(), path.end());
    return path;
}

const DraftNode *nodeAt(const DraftNode &root, const document::Path &path)
{
    const DraftNode *at = &root;
    for (const auto &step : path) {
        if (const auto *name = std::get_if<std::string>(&step)) {
            at = at->type == ValueType::M ? at->child(*name) : nullptr;
        } else {
            const std::size_t index = std::get<std::uint32_t>(step);
            at = at->type == ValueType::L && index < at->children.size() ? at->children[index].get() : nullptr;
        }
        if (!at)
            return nullptr;
    }
    return at;
}

std::string pathText(const DraftNode &node)
{
    std::string text;
    for (const auto &step : pathOf(node)) {
        if (const auto *name = std::get_if<std::string>(&step))
            text += (text.empty() ? "" : ".") + *name;
        else
            text += "[" + std::to_string(std::get<std::uint32_t>(step)) + "]";
    }
    return text;
}

} // namespace stator::ui
