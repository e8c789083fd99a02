// Queries a person saved under a name, and those that were run: both are Places, kept in the workspace's settings.
// The query bar's star and the palette's `#` show them.
//
// Threads: the GUI thread.
#pragma once

#include <QList>
#include <QSettings>

#include "shell/place.h"

namespace stator::ui {

struct SavedQuery {
    QString name;
    Place place;
};

class SavedQueries {
public:
    explicit SavedQueries(QSettings &settings) : m_settings(settings) {}

    // In order of their names.
    QList<SavedQuery> saved() const;
    // A query of the same name is replaced.
    void save(const SavedQuery &query);
    void remove(const QString &name);

    // Newest first; each query once.
    QList<Place> history() const;
    void remember(const Place &place);

private:
    QSettings &m_settings;
};

} // namespace stator::ui
