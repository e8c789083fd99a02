#include "document/writer.h"
#include "expression/update.h"
#include "expression/update_value.h"
#include "model/limits.h"

namespace stator::expression {

namespace {

using document::ItemView;
using document::PathTree;
using document::ValueType;
using document::ValueView;

Error invalidPath()
{
    return Error::validation("The document path provided in the update expression is invalid for update");
}

// One walk over the item and the tree of targets side by side. It descends only where the item does, which is
// at most kNestingLevels.
class Rewriting {
public:
    Rewriting(const Changes &changes, bool isNewItem) : m_changes(changes), m_isNewItem(isNewItem) {}

    Result<document::Item> run(ItemView item, const PathTree::Node &root)
    {
        STATOR_CHECK(rewriteMembers(item.attributes(), root, 1));
        return m_writer.finish();
    }

private:
    using Node = PathTree::Node;

    const Change &change(const Node &leaf) const { return m_changes.ofAction[*leaf.leaf]; }

    // Names of members and of the tree both come in order of their bytes.
    Result<void> rewriteMembers(document::MemberRange members, const Node &node, std::uint32_t level)
    {
        auto target = node.members.begin();
        for (const document::Member &member : members) {
            for (; target != node.members.end() && target->first < member.name; ++target)
                STATOR_CHECK(writeNew(&target->first, *target->second, level));
            if (target == node.members.end() || target->first != member.name) {
                m_writer.name(member.name);
                m_writer.value(member.value);
                continue;
            }
            STATOR_CHECK(rewrite(&member.name, member.value, *target->second, level));
            ++target;
        }
        for (; target != node.members.end(); ++target)
            STATOR_CHECK(writeNew(&target->first, *target->second, level));
        return {};
    }

    // Indexes are those of the list as it was; what lies behind its end is appended in order.
    Result<void> rewriteElements(ValueView list, const Node &node, std::uint32_t level)
    {
        auto target = node.elements.begin();
        std::uint32_t index = 0;
        for (const ValueView element : list.elements()) {
            if (target == node.elements.end() || target->first != index) {
                m_writer.value(element);
            } else {
                STATOR_CHECK(rewrite(nullptr, element, *target->second, level));
                ++target;
            }
            ++index;
        }
        for (; target != node.elements.end(); ++target)
            STATOR_CHECK(writeNew(nullptr, *target->second, level));
        return {};
    }

    // Something stands where a target, or its beginning, is. `name` is null within a list.
    Result<void> rewrite(const std::string_view *name, ValueView value, const Node &node, std::uint32_t level)
    {
        if (node.isLeaf()) {
            if (change(node).kind == Change::Kind::Remove)
                return {};
            return write(name, change(node).kind == Change::Kind::Keep ? value : change(node).value, level);
        }
        const ValueType wanted = node.elements.empty() ? ValueType::M : ValueType::L;
        if (value.type() != wanted)
            return invalidPath();
        if (name)
            m_writer.name(*name);
        if (wanted == ValueType::M) {
            m_writer.beginMap();
            STATOR_CHECK(rewriteMembers(value.members(), node, level + 1));
            m_writer.endMap();
        } else {
            m_writer.beginList();
            STATOR_CHECK(rewriteElements(value, node, level + 1));
            m_writer.endList();
        }
        return {};
    }

    // Nothing stands where a target, or its beginning, is. Only the last step of a path is created.
    Result<void> writeNew(const std::string *name, const Node &node, std::uint32_t level)
    {
        if (!node.isLeaf()) {
            if (m_isNewItem && !hasWrite(node))
                return {};
            return invalidPath();
        }
        if (change(node).kind != Change::Kind::Write)
            return {};
        if (!name)
            return write(nullptr, change(node).value, level);
        const std::string_view text = *name;
        return write(&text, change(node).value, level);
    }

    Result<void> write(const std::string_view *name, ValueView value, std::uint32_t level)
    {
        if (level - 1 + value.levels() > model::kNestingLevels)
            return Error::validation("Nesting Levels have exceeded supported limits");
        if (name)
            m_writer.name(*name);
        m_writer.value(value);
        return {};
    }

    // Whether any target below `node` is written. A loop, for a tree may be deeper than any item.
    bool hasWrite(const Node &node) const
    {
        std::vector<const Node *> open = {&node};
        while (!open.empty()) {
            const Node *current = open.back();
            open.pop_back();
            if (current->isLeaf() && change(*current).kind == Change::Kind::Write)
                return true;
            for (const auto &[name, child] : current->members)
                open.push_back(child.get());
            for (const auto &[index, child] : current->elements)
                open.push_back(child.get());
        }
        return false;
    }

    const Changes &m_changes;
    const bool m_isNewItem;
    document::ItemWriter m_writer;
};

} // namespace

Result<document::Item> applyUpdate(const Update &update, std::optional<ItemView> previous, ItemView key)
{
    STATOR_TRY(const Changes changes, computeChanges(update, previous.value_or(key)));
    Rewriting rewriting(changes, !previous.has_value());
    STATOR_TRY(document::Item item, rewriting.run(previous.value_or(key), update.targets.root()));
    if (item.view().sizeBytes() > model::kItemBytes)
        return Error::validation("Item size to update has exceeded the maximum allowed size");
    return item;
}

} // namespace stator::expression
