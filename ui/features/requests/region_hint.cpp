#include "features/requests/region_hint.h"

#include "bridge/connections.h"
#include "bridge/table_directory.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

QString plainTableName(const QString &nameOrArn)
{
    const qsizetype at = nameOrArn.indexOf(u":table/"_s);
    return at < 0 ? nameOrArn : nameOrArn.mid(at + 7).section(u'/', 0, 0);
}

QStringList regionsWithTable(const QString &table, const QString &connection, const QString &region,
                             ConnectionList &connections, const TableDirectory &tables)
{
    QStringList found;
    const QString id = connections.resolvedId(connection);
    const ConnectionInfo *info = connections.find(id);
    if (!info)
        return found;
    const QString name = plainTableName(table);
    for (const QString &other : info->regions) {
        if (other == region)
            continue;
        for (const TableSummary &summary : tables.tables(id, other)) {
            if (summary.name == name)
                found.append(other);
        }
    }
    return found;
}

QString regionFix(const QString &region, code::Language language)
{
    switch (language) {
    case code::Language::Cli:
        return u"--region %1"_s.arg(region);
    case code::Language::Python:
        return u"region_name=\"%1\""_s.arg(region);
    case code::Language::JavaScript:
        return u"region: \"%1\""_s.arg(region);
    case code::Language::Java:
        return u".region(Region.of(\"%1\"))"_s.arg(region);
    case code::Language::Go:
        return u"config.WithRegion(\"%1\")"_s.arg(region);
    case code::Language::Rust:
        return u".region(Region::new(\"%1\"))"_s.arg(region);
    case code::Language::Cpp:
        return u"config.region = \"%1\";"_s.arg(region);
    case code::Language::CSharp:
        return u"config.AuthenticationRegion = \"%1\";"_s.arg(region);
    }
    return {};
}

} // namespace stator::ui
