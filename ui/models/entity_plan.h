// An EntityPlan tells the kinds of items of a table apart: by an attribute such as `type`, else by the prefix of
// their keys ("ORDER#1042"). It counts each kind among the items that were loaded.
//
// Threads: any, one at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <QtCore/QString>

#include "document/item.h"
#include "model/key_schema.h"

namespace stator::ui {

struct Entity {
    std::string name;
    std::size_t count = 0;

    QString letter() const; // for its swatch
};

class EntityPlan {
public:
    EntityPlan() = default;
    explicit EntityPlan(model::KeySchema tableKeys);

    // Looks at every item; the first call that brings items decides what tells them apart.
    void add(const document::ItemList &items);

    // The kinds stay, their counts begin anew.
    void forgetCounts();

    // In the order they were met. Empty: the items look alike.
    const std::vector<Entity> &entities() const { return m_entities; }
    // Place in entities(), or -1.
    int entityOf(document::ItemView item) const;
    // The attribute whose value names the kind; empty: the keys' prefixes do.
    const std::string &attribute() const { return m_attribute; }

private:
    std::string nameOf(document::ItemView item) const;
    void decide(const document::ItemList &items);

    enum class Rule { Undecided, None, Attribute, Prefix };
    model::KeySchema m_keys;
    Rule m_rule = Rule::Undecided;
    std::string m_attribute;
    std::vector<Entity> m_entities;
};

} // namespace stator::ui
