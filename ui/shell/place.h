// A Place is where the window stands: everything needed to come back to it, as a value.
//
// Navigator, palette, Back, session restore, --open and links all open a Place. Its text is
//
//     stator:PAGE?connection=…&region=…&table=…&index=…&view=…&query=…&time=…&key=…
//
// with empty parts left out and the rest percent-encoded. `table:NAME` is short for the items of a table.
#pragma once

#include <optional>

#include <QString>

namespace stator::ui {

inline const QString kLocalConnection = QStringLiteral("local");

struct Place {
    QString page;       // id in the PageRegistry: "home", "items", "settings", …
    QString connection; // id of a connection; "local" is this computer
    QString region;
    QString table;
    QString index; // of the table, or empty
    QString view;  // within the page, or empty
    QString query; // as the page writes it
    QString time;  // as of, ISO 8601 in UTC, or empty: the present
    QString key;   // of an item, as DynamoDB JSON

    bool isEmpty() const { return page.isEmpty(); }
    bool operator==(const Place &) const = default;

    QString toString() const;
    // Nothing if the text is not a place. A short form leaves connection and region empty: the caller's
    // current ones are meant.
    static std::optional<Place> fromString(const QString &text);

    static Place ofPage(const QString &page);
    static Place ofTable(const QString &connection, const QString &region, const QString &table,
                         const QString &page = QStringLiteral("items"));
    // The same table, another page of it.
    Place withPage(const QString &other) const;
};

} // namespace stator::ui
