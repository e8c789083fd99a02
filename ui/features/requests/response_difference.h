// Where two answers differ, as paths into their JSON. What no two runs have in common is not looked at: ids, times,
// labels and ARNs of streams, tokens.
//
// Threads: any.
#pragma once

#include <string>

#include <QList>
#include <QString>

namespace stator::ui {

struct ResponseDifference {
    QString path; // "Items[3].total.N"; empty: the answer itself
    QString recorded; // "absent", or the value in a line
    QString replayed;

    bool operator==(const ResponseDifference &) const = default;
};

// At most `most`; a recorded answer that was cut is compared as far as it goes.
QList<ResponseDifference> differencesOf(const std::string &recorded, const std::string &replayed, bool isRecordedCut = false,
                                        int most = 20);

} // namespace stator::ui
