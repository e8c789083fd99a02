#include "window/session.h"

#include <algorithm>

#include <QSettings>

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

void saveTabs(QSettings &settings, const QList<SavedTab> &tabs)
{
    settings.beginWriteArray(u"tabs"_s, static_cast<int>(tabs.size()));
    for (int i = 0; i < tabs.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(u"place"_s, tabs.at(i).place.toString());
        settings.setValue(u"preview"_s, tabs.at(i).isPreview);
        settings.setValue(u"current"_s, tabs.at(i).isCurrent);
        settings.setValue(u"state"_s, tabs.at(i).state);
    }
    settings.endArray();
}

QList<SavedTab> loadTabs(QSettings &settings)
{
    QList<SavedTab> tabs;
    const int count = settings.beginReadArray(u"tabs"_s);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const std::optional<Place> place = Place::fromString(settings.value(u"place"_s).toString());
        if (place)
            tabs.append({*place, settings.value(u"preview"_s).toBool(), settings.value(u"current"_s).toBool(),
                         settings.value(u"state"_s).toMap()});
    }
    settings.endArray();
    return tabs;
}

qint64 overlapOf(const QRect &a, const QRect &b)
{
    const QRect common = a.intersected(b);
    return common.isEmpty() ? 0 : qint64(common.width()) * common.height();
}

} // namespace

void saveSession(QSettings &settings, const Session &session)
{
    settings.beginGroup(u"session"_s);
    settings.setValue(u"geometry"_s, session.geometry);
    settings.setValue(u"maximized"_s, session.isMaximized);
    settings.setValue(u"docks"_s, session.docks);
    settings.setValue(u"recentCommands"_s, session.recentCommands);
    QStringList places;
    for (const Place &place : session.recentPlaces)
        places.append(place.toString());
    settings.setValue(u"recentPlaces"_s, places);
    settings.remove(u"tabs"_s);
    saveTabs(settings, session.tabs);
    settings.endGroup();
}

Session loadSession(QSettings &settings)
{
    Session session;
    settings.beginGroup(u"session"_s);
    session.geometry = settings.value(u"geometry"_s).toRect();
    session.isMaximized = settings.value(u"maximized"_s).toBool();
    session.docks = settings.value(u"docks"_s).toByteArray();
    session.recentCommands = settings.value(u"recentCommands"_s).toStringList();
    for (const QString &text : settings.value(u"recentPlaces"_s).toStringList()) {
        if (const std::optional<Place> place = Place::fromString(text))
            session.recentPlaces.append(*place);
    }
    session.tabs = loadTabs(settings);
    settings.endGroup();
    return session;
}

QRect clampedToScreens(const QRect &rect, const QList<QRect> &screens)
{
    if (screens.isEmpty() || rect.isEmpty())
        return rect;
    const QRect *best = &screens.first();
    for (const QRect &screen : screens) {
        if (overlapOf(rect, screen) > overlapOf(rect, *best))
            best = &screen;
    }
    QRect clamped(rect.topLeft(), rect.size().boundedTo(best->size()));
    clamped.moveLeft(std::clamp(clamped.left(), best->left(), best->right() - clamped.width() + 1));
    clamped.moveTop(std::clamp(clamped.top(), best->top(), best->bottom() - clamped.height() + 1));
    return clamped;
}

} // namespace stator::ui
