#include "features/streams/change_diff.h"

#include <algorithm>

#include "bridge/text.h"
#include "features/streams/change_record.h"

namespace stator::ui {

using document::ItemView;
using document::ValueType;
using document::ValueView;

namespace {

// An item of 400 KB can hold a hundred thousand values; a tree of more than these helps nobody.
constexpr int kMostNodes = 5000;

QString indexName(std::size_t index)
{
    return u'[' + QString::number(index) + u']';
}

// Walks two maps side by side: both are sorted by name.
template <class Visit>
void forEachMember(std::optional<ValueView> before, std::optional<ValueView> after, const Visit &visit)
{
    const auto membersOf = [](const std::optional<ValueView> &map) {
        std::vector<document::Member> members;
        if (map)
            for (const document::Member &member : map->members())
                members.push_back(member);
        return members;
    };
    const auto left = membersOf(before);
    const auto right = membersOf(after);
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < left.size() || k < right.size()) {
        const bool takesLeft = k == right.size() || (i < left.size() && left[i].name <= right[k].name);
        const bool takesRight = i == left.size() || (k < right.size() && right[k].name <= left[i].name);
        visit(takesLeft ? left[i].name : right[k].name, takesLeft ? std::optional(left[i].value) : std::nullopt,
              takesRight ? std::optional(right[k].value) : std::nullopt);
        i += takesLeft ? 1 : 0;
        k += takesRight ? 1 : 0;
    }
}

template <class Visit>
void forEachElement(const std::optional<ValueView> &before, const std::optional<ValueView> &after, const Visit &visit)
{
    const auto elementsOf = [](const std::optional<ValueView> &list) {
        std::vector<ValueView> elements;
        if (list)
            for (const ValueView element : list->elements())
                elements.push_back(element);
        return elements;
    };
    const auto left = elementsOf(before);
    const auto right = elementsOf(after);
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i)
        visit(i, i < left.size() ? std::optional(left[i]) : std::nullopt,
              i < right.size() ? std::optional(right[i]) : std::nullopt);
}

ChangeKind kindOf(const std::optional<ValueView> &before, const std::optional<ValueView> &after)
{
    if (!before)
        return ChangeKind::Added;
    if (!after)
        return ChangeKind::Removed;
    return *before == *after ? ChangeKind::Same : ChangeKind::Changed;
}

bool bothOf(const std::optional<ValueView> &before, const std::optional<ValueView> &after, ValueType type)
{
    return (!before || before->type() == type) && (!after || after->type() == type);
}

class Differ {
public:
    ChangeNode node(const QString &name, const std::optional<ValueView> &before, const std::optional<ValueView> &after)
    {
        ++m_nodes;
        ChangeNode made{name, kindOf(before, after), before, after, {}};
        if (m_nodes >= kMostNodes)
            return made;
        if (bothOf(before, after, ValueType::M)) {
            forEachMember(before, after, [&](std::string_view member, const auto &left, const auto &right) {
                made.children.push_back(node(toQt(member), left, right));
            });
        } else if (bothOf(before, after, ValueType::L)) {
            forEachElement(before, after, [&](std::size_t index, const auto &left, const auto &right) {
                made.children.push_back(node(indexName(index), left, right));
            });
        } else if (const ValueType type = (before ? before : after)->type(); isSet(type) && bothOf(before, after, type)) {
            addElements(made, before, after);
        }
        return made;
    }

private:
    // Elements of one side only, then of the other; those of both stand where they stood.
    void addElements(ChangeNode &set, const std::optional<ValueView> &before, const std::optional<ValueView> &after)
    {
        if (before)
            for (const ValueView element : before->elements())
                set.children.push_back(node({}, element,
                                            after && after->containsElement(element) ? std::optional(element)
                                                                                      : std::nullopt));
        if (after)
            for (const ValueView element : after->elements())
                if (!before || !before->containsElement(element))
                    set.children.push_back(node({}, std::nullopt, element));
    }

    int m_nodes = 0;
};

// Calls `found` for the deepest paths that differ; it says whether to go on.
template <class Found>
bool walkChanges(const QString &path, const std::optional<ValueView> &before, const std::optional<ValueView> &after,
                 const Found &found)
{
    if (before && after && *before == *after)
        return true;
    if (!before || !after)
        return found(path);
    bool goesOn = true;
    if (bothOf(before, after, ValueType::M)) {
        forEachMember(before, after, [&](std::string_view name, const auto &left, const auto &right) {
            goesOn = goesOn && walkChanges(path.isEmpty() ? toQt(name) : path + u'.' + toQt(name), left, right, found);
        });
    } else if (bothOf(before, after, ValueType::L)) {
        forEachElement(before, after, [&](std::size_t index, const auto &left, const auto &right) {
            goesOn = goesOn && walkChanges(path + indexName(index), left, right, found);
        });
    } else {
        goesOn = found(path);
    }
    return goesOn;
}

// The same for the attributes of a record that are not keys.
template <class Found>
void walkRecord(const ChangeRecord &change, const Found &found)
{
    const auto mapOf = [](const std::optional<ItemView> &item) {
        return item ? std::optional(item->map()) : std::nullopt;
    };
    const ItemView keys = change.keys();
    bool goesOn = true;
    forEachMember(mapOf(change.before()), mapOf(change.after()),
                  [&](std::string_view name, const auto &left, const auto &right) {
                      if (goesOn && !keys.attribute(name))
                          goesOn = walkChanges(toQt(name), left, right, found);
                  });
}

} // namespace

std::vector<ChangeNode> diffOf(std::optional<ItemView> before, std::optional<ItemView> after)
{
    if (!before && !after)
        return {};
    Differ differ;
    return differ
        .node({}, before ? std::optional(before->map()) : std::nullopt,
              after ? std::optional(after->map()) : std::nullopt)
        .children;
}

ChangedPaths changedPaths(const ChangeRecord &change, int limit)
{
    ChangedPaths found;
    walkRecord(change, [&](const QString &path) {
        if (found.paths.size() < limit)
            found.paths.append(path);
        else
            ++found.more;
        return found.more < 1000;
    });
    return found;
}

bool touchesPath(const ChangeRecord &change, const QString &text)
{
    bool isFound = false;
    walkRecord(change, [&](const QString &path) {
        isFound = path.contains(text, Qt::CaseInsensitive);
        return !isFound;
    });
    return isFound;
}

} // namespace stator::ui
