#include "models/entity_plan.h"

#include <algorithm>
#include <array>
#include <set>

#include "bridge/text.h"

namespace stator::ui {

using document::ItemView;
using document::ValueType;

namespace {

constexpr std::size_t kMostEntities = 24;
constexpr std::size_t kSample = 200;
constexpr double kMostlyShare = 0.8;
constexpr std::size_t kLongestName = 40;
constexpr std::array<std::string_view, 8> kTypeAttributes{"type",       "entity", "_type",      "entityType",
                                                           "entity_type", "Type",   "__typename", "kind"};

std::string_view textOf(ItemView item, std::string_view attribute)
{
    const auto value = item.attribute(attribute);
    return value && value->type() == ValueType::S ? value->text() : std::string_view();
}

// "ORDER" of "ORDER#1042"; empty without a separator.
std::string_view prefixOf(std::string_view text)
{
    const std::size_t at = text.find_first_of("#|");
    return at == std::string_view::npos || at > kLongestName ? std::string_view() : text.substr(0, at);
}

} // namespace

QString Entity::letter() const
{
    const QString text = toQt(std::string_view(name));
    return text.isEmpty() ? QString() : QString(text.at(0)).toUpper();
}

EntityPlan::EntityPlan(model::KeySchema tableKeys) : m_keys(std::move(tableKeys)) {}

std::string EntityPlan::nameOf(ItemView item) const
{
    if (m_rule == Rule::Attribute)
        return std::string(textOf(item, m_attribute));
    if (m_rule != Rule::Prefix || m_keys.partition.empty())
        return {};
    std::string name(prefixOf(textOf(item, m_keys.partition.front().name)));
    if (m_keys.sort.empty())
        return name;
    // Items of one collection differ in their sort keys: ORDER#1 holds ORDER#1 itself and its LINE#2.
    const std::string_view sort = textOf(item, m_keys.sort.front().name);
    const std::string_view second = prefixOf(sort);
    if (!second.empty() && second != name)
        name = name.empty() ? std::string(second) : name + " " + std::string(second);
    return name;
}

void EntityPlan::decide(const document::ItemList &items)
{
    const std::size_t count = std::min(items.size(), kSample);
    const auto tellsApart = [&](std::size_t least) {
        std::set<std::string> names;
        std::size_t named = 0;
        for (std::size_t i = 0; i < count; ++i) {
            std::string name = nameOf(items[i]);
            if (name.empty() || name.size() > kLongestName)
                continue;
            ++named;
            names.insert(std::move(name));
        }
        return static_cast<double>(named) >= kMostlyShare * static_cast<double>(count) && names.size() >= least &&
               names.size() <= kMostEntities && (names.size() * 2 <= count || count < 10);
    };
    m_rule = Rule::Attribute;
    for (const std::string_view attribute : kTypeAttributes) {
        m_attribute = std::string(attribute);
        if (tellsApart(1))
            return;
    }
    m_attribute.clear();
    m_rule = Rule::Prefix;
    if (!tellsApart(2))
        m_rule = Rule::None;
}

void EntityPlan::add(const document::ItemList &items)
{
    if (items.empty())
        return;
    if (m_rule == Rule::Undecided)
        decide(items);
    if (m_rule == Rule::None)
        return;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string name = nameOf(items[i]);
        if (name.empty() || name.size() > kLongestName)
            continue;
        const auto found = std::find_if(m_entities.begin(), m_entities.end(),
                                        [&name](const Entity &entity) { return entity.name == name; });
        if (found != m_entities.end())
            ++found->count;
        else if (m_entities.size() < kMostEntities)
            m_entities.push_back({name, 1});
    }
}

void EntityPlan::forgetCounts()
{
    for (Entity &entity : m_entities)
        entity.count = 0;
}

int EntityPlan::entityOf(ItemView item) const
{
    if (m_entities.empty())
        return -1;
    const std::string name = nameOf(item);
    for (std::size_t i = 0; i < m_entities.size(); ++i)
        if (m_entities[i].name == name)
            return static_cast<int>(i);
    return -1;
}

} // namespace stator::ui
