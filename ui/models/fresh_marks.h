// What others changed a moment ago, by key and attribute: it is tinted, and the tint fades once.
//
// Threads: the GUI thread.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include "document/item.h"

namespace stator::ui {

class FreshMarks : public QObject {
    Q_OBJECT

public:
    using Attributes = std::unordered_set<std::string>;

    explicit FreshMarks(QObject *parent = nullptr);

    void mark(const std::string &key, document::ItemView before, document::ItemView now);
    void clear() { m_marks.clear(); }
    // What changed of this item; nullptr: nothing that still shows.
    const Attributes *changed(const std::string &key) const;
    // 1 to 0 while it fades.
    double strength(const std::string &key) const;

Q_SIGNALS:
    void faded(); // a step: repaint

private:
    struct Mark {
        qint64 since = 0;
        Attributes attributes;
    };
    std::unordered_map<std::string, Mark> m_marks;
    QTimer m_timer;
    QElapsedTimer m_clock;
};

} // namespace stator::ui
