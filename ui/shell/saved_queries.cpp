#include "shell/saved_queries.h"

#include <algorithm>

#include <QVariantMap>

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostHistory = 200;
const QString kSaved = QStringLiteral("queries/saved");
const QString kHistory = QStringLiteral("queries/history");

} // namespace

QList<SavedQuery> SavedQueries::saved() const
{
    QList<SavedQuery> queries;
    for (const QVariant &line : m_settings.value(kSaved).toList()) {
        const QVariantMap kept = line.toMap();
        const std::optional<Place> place = Place::fromString(kept.value(u"place"_s).toString());
        if (place && !kept.value(u"name"_s).toString().isEmpty())
            queries.append({kept.value(u"name"_s).toString(), *place});
    }
    std::sort(queries.begin(), queries.end(), [](const SavedQuery &a, const SavedQuery &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return queries;
}

void SavedQueries::save(const SavedQuery &query)
{
    remove(query.name);
    QVariantList lines = m_settings.value(kSaved).toList();
    lines.append(QVariantMap{{u"name"_s, query.name}, {u"place"_s, query.place.toString()}});
    m_settings.setValue(kSaved, lines);
}

void SavedQueries::remove(const QString &name)
{
    QVariantList lines = m_settings.value(kSaved).toList();
    lines.removeIf([&name](const QVariant &line) { return line.toMap().value(u"name"_s).toString() == name; });
    m_settings.setValue(kSaved, lines);
}

QList<Place> SavedQueries::history() const
{
    QList<Place> places;
    for (const QString &text : m_settings.value(kHistory).toStringList())
        if (const std::optional<Place> place = Place::fromString(text))
            places.append(*place);
    return places;
}

void SavedQueries::remember(const Place &place)
{
    QStringList texts = m_settings.value(kHistory).toStringList();
    texts.removeAll(place.toString());
    texts.prepend(place.toString());
    if (texts.size() > kMostHistory)
        texts.resize(kMostHistory);
    m_settings.setValue(kHistory, texts);
}

} // namespace stator::ui
