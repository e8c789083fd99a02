#include "shell/place.h"

#include <QUrl>
#include <QUrlQuery>

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

struct Part {
    QLatin1StringView name;
    QString Place::*member;
};

// In the order in which they are written.
constexpr Part kParts[] = {
    {"connection"_L1, &Place::connection},
    {"region"_L1, &Place::region},
    {"table"_L1, &Place::table},
    {"index"_L1, &Place::index},
    {"view"_L1, &Place::view},
    {"query"_L1, &Place::query},
    {"time"_L1, &Place::time},
    {"key"_L1, &Place::key},
};

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString decoded(QStringView text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

} // namespace

QString Place::toString() const
{
    QString text = "stator:"_L1 + encoded(page);
    QChar separator = u'?';
    for (const Part &part : kParts) {
        if ((this->*part.member).isEmpty())
            continue;
        text += separator + part.name + u'=' + encoded(this->*part.member);
        separator = u'&';
    }
    return text;
}

std::optional<Place> Place::fromString(const QString &text)
{
    if (text.startsWith("table:"_L1)) {
        const QString name = text.mid(6);
        return name.isEmpty() ? std::nullopt : std::optional(ofTable({}, {}, name));
    }
    if (!text.startsWith("stator:"_L1))
        return std::nullopt;
    const QStringView rest = QStringView(text).mid(7);
    const qsizetype mark = rest.indexOf(u'?');
    Place place;
    place.page = decoded(mark < 0 ? rest : rest.left(mark));
    if (place.page.isEmpty())
        return std::nullopt;
    if (mark < 0)
        return place;
    for (const QStringView pair : rest.mid(mark + 1).split(u'&', Qt::SkipEmptyParts)) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 0)
            return std::nullopt;
        // Names this version does not know are passed over: a link of a newer one still opens.
        for (const Part &part : kParts) {
            if (pair.left(equals) == part.name)
                place.*part.member = decoded(pair.mid(equals + 1));
        }
    }
    return place;
}

Place Place::ofPage(const QString &page)
{
    Place place;
    place.page = page;
    return place;
}

Place Place::ofTable(const QString &connection, const QString &region, const QString &table,
                     const QString &page)
{
    Place place;
    place.page = page;
    place.connection = connection;
    place.region = region;
    place.table = table;
    return place;
}

Place Place::withPage(const QString &other) const
{
    Place place = ofTable(connection, region, table, other);
    return place;
}

} // namespace stator::ui
