// What the command palette finds: entries, and the order in which a typed text brings them.
#pragma once

#include <functional>
#include <optional>

#include <QList>
#include <QString>
#include <QStringList>

namespace stator::ui {

struct PaletteEntry {
    enum class Kind { Place, Table, Page, SavedQuery, Command };
    Kind kind = Kind::Command;
    QString id; // stable: recent entries are remembered by it
    QString title;
    QString path;     // "us-east-1", "File"
    QString shortcut; // as shown
    QString icon;
    QString disabledReason; // empty: it can be chosen
    std::function<void()> run = {};
};

struct PaletteMatch {
    qsizetype entry = -1; // into the list searched
    int score = 0;
    QList<int> positions; // of the typed letters in the title
};

// Letters in order, at word starts and runs first. No value if it does not match; empty text matches all.
std::optional<PaletteMatch> matchText(const QString &title, const QString &typed);

// Entries for what was typed: `>` narrows to commands, `#` to saved queries. Without text, recent ones first.
QList<PaletteMatch> searchPalette(const QList<PaletteEntry> &entries, const QString &typed,
                                  const QStringList &recentIds);

} // namespace stator::ui
