#include "document/path_tree.h"

#include "document/writer.h"

namespace stator::document {

namespace {

// How two paths get into each other's way.
enum class Clash { None, Overlap, Conflict };

Clash clashOf(const Path &a, const Path &b)
{
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        if (a[i].index() != b[i].index())
            return Clash::Conflict;
        if (a[i] != b[i])
            return Clash::None;
    }
    return Clash::Overlap;
}

Error clashError(Clash clash, const Path &one, const Path &two)
{
    return Error::validation(std::string("Two document paths ") +
                             (clash == Clash::Overlap ? "overlap" : "conflict") +
                             " with each other; must remove or rewrite one of these paths; path one: [" +
                             pathText(one) + "], path two: [" + pathText(two) + "]");
}

// The first overlap in the order of the paths, or else the first conflict.
Error firstClash(std::span<const Path> paths)
{
    std::optional<Error> conflict;
    for (std::size_t i = 1; i < paths.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const Clash clash = clashOf(paths[j], paths[i]);
            if (clash == Clash::Overlap)
                return clashError(clash, paths[j], paths[i]);
            if (clash == Clash::Conflict && !conflict)
                conflict = clashError(clash, paths[j], paths[i]);
        }
    STATOR_ASSERT(conflict.has_value());
    return std::move(*conflict);
}

PathTree::Node *childOf(PathTree::Node &node, const PathStep &step)
{
    std::unique_ptr<PathTree::Node> *child;
    if (const auto *name = std::get_if<std::string>(&step))
        child = &node.members[*name];
    else
        child = &node.elements[std::get<std::uint32_t>(step)];
    if (!*child)
        *child = std::make_unique<PathTree::Node>();
    return child->get();
}

// Writes what `node` selects of `value`, which is under its name already; false if that is nothing at all.
bool projectValue(ValueView value, const PathTree::Node &node, ValueWriter &writer);

// Members of the value and of the node are both in order of their names: one walk over the two.
bool projectMembers(ValueView value, const PathTree::Node &node, ValueWriter &writer)
{
    bool isAny = false;
    auto wanted = node.members.begin();
    for (const Member &member : value.members()) {
        while (wanted != node.members.end() && wanted->first < member.name)
            ++wanted;
        if (wanted == node.members.end())
            break;
        if (wanted->first != member.name)
            continue;
        if (wanted->second->isLeaf()) {
            writer.name(member.name);
            writer.value(member.value);
            isAny = true;
        } else if (member.value.type() == ValueType::M || member.value.type() == ValueType::L) {
            writer.name(member.name);
            isAny |= projectValue(member.value, *wanted->second, writer);
        }
    }
    return isAny;
}

bool projectElements(ValueView value, const PathTree::Node &node, ValueWriter &writer)
{
    bool isAny = false;
    auto wanted = node.elements.begin();
    std::uint32_t index = 0;
    for (const ValueView element : value.elements()) {
        if (wanted == node.elements.end())
            break;
        if (wanted->first == index++) {
            isAny |= projectValue(element, *wanted->second, writer);
            ++wanted;
        }
    }
    return isAny;
}

bool projectValue(ValueView value, const PathTree::Node &node, ValueWriter &writer)
{
    if (node.isLeaf()) {
        writer.value(value);
        return true;
    }
    if (value.type() == ValueType::M) {
        writer.beginMap();
        if (projectMembers(value, node, writer)) {
            writer.endMap();
            return true;
        }
        writer.abandon();
    } else if (value.type() == ValueType::L) {
        writer.beginList();
        if (projectElements(value, node, writer)) {
            writer.endList();
            return true;
        }
        writer.abandon();
    }
    return false;
}

} // namespace

Result<void> PathTree::insert(const Path &path, std::uint32_t leaf)
{
    STATOR_ASSERT(!path.empty() && std::holds_alternative<std::string>(path.front()));
    // The walk finds out whether there is a clash, the list of paths with which one.
    bool isClash = false;
    Node *node = &m_root;
    for (const PathStep &step : path) {
        const bool isName = std::holds_alternative<std::string>(step);
        isClash = node->isLeaf() || !(isName ? node->elements.empty() : node->members.empty());
        if (isClash)
            break;
        node = childOf(*node, step);
    }
    isClash |= node->isLeaf() || !node->members.empty() || !node->elements.empty();
    if (isClash) {
        for (const Path &other : m_paths)
            if (const Clash clash = clashOf(other, path); clash != Clash::None)
                return clashError(clash, other, path);
    }
    node->leaf = leaf;
    m_paths.push_back(path);
    return {};
}

Result<void> PathTree::insertAll(std::span<const Path> paths)
{
    for (std::uint32_t i = 0; i < paths.size(); ++i)
        if (!insert(paths[i], i).ok())
            return firstClash(paths);
    return {};
}

Item project(ItemView item, const PathTree &tree)
{
    ItemWriter writer;
    projectMembers(item.map(), tree.root(), writer);
    return writer.finish();
}

void projectInto(ItemView item, const PathTree &tree, ItemList &list)
{
    ItemWriter writer;
    projectMembers(item.map(), tree.root(), writer);
    std::string bytes;
    writer.finishInto(bytes);
    list.append(ItemView(bytes));
}

} // namespace stator::document
