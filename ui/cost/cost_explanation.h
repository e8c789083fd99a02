// Why a request cost what it did: in words with numbers, from the service's units and from what is known of the
// items. Where a size is not known, the units tell between which bounds it lies; nothing is guessed as if known.
//
// Threads: any.
#pragma once

#include <vector>

#include <QtCore/QList>
#include <QtCore/QString>

#include "cost/cost_facts.h"

namespace stator::ui {

struct CostLine {
    enum class Kind {
        Step,     // how the units come about
        Note,     // what did not change them
        Instead,  // what another request would have cost
    };
    Kind kind = Kind::Step;
    QString sentence;

    bool operator==(const CostLine &) const = default;
};

struct CostExplanation {
    QString headline; // "1.5 read units"
    std::vector<CostPart> parts; // those with units, the table's own first
    QList<CostLine> lines;
    // What the arithmetic gives from sizes that are known in full; nothing where a size is not known. It is what
    // the service said, or the explanation says that it differs.
    std::optional<double> computed;
};

CostExplanation explainCost(const CostFacts &facts);

// "0.5", "1,140": by the window's locale, without needless digits.
QString unitsText(double units);

} // namespace stator::ui
