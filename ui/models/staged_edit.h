// A StagedEdit is what a person wants one item to become, beside what it was when they read it.
#pragma once

#include <optional>
#include <string>

#include <QtCore/QString>

#include "document/item.h"

namespace stator::ui {

// Which table an edit is for.
struct TableAddress {
    std::string region;
    std::string table;

    auto operator<=>(const TableAddress &) const = default;
};

struct StagedEdit {
    enum class State { Added, Changed, Deleted, Conflict };

    document::Item key;                 // exactly the key attributes
    std::optional<document::Item> base; // as it was read; nothing: there was no item
    std::optional<document::Item> wanted; // as it shall be; nothing: deleted
    QString conflict;                   // why the last commit refused it, as a sentence; empty: it did not

    State state() const
    {
        if (!conflict.isEmpty())
            return State::Conflict;
        if (!base)
            return State::Added;
        return wanted ? State::Changed : State::Deleted;
    }
    // Nothing to do: what is wanted is what was read.
    bool isVoid() const
    {
        return base.has_value() == wanted.has_value() && (!base || *base == *wanted);
    }
};

} // namespace stator::ui
