#include "features/streams/change_filter.h"

#include <QUrlQuery>

#include "bridge/text.h"
#include "features/streams/change_diff.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

bool holdsAttribute(const ChangeRecord &change, const QString &text)
{
    for (const auto &image : {change.before(), change.after()}) {
        if (!image)
            continue;
        for (const document::Member &member : image->attributes())
            if (toQt(member.name).contains(text, Qt::CaseInsensitive))
                return true;
    }
    return false;
}

} // namespace

bool ChangeFilter::matches(const ChangeRecord &change) const
{
    switch (change.operation()) {
    case api::OperationType::Insert:
        if (!hasInserts)
            return false;
        break;
    case api::OperationType::Remove:
        if (!hasRemoves)
            return false;
        break;
    default:
        if (!hasModifies)
            return false;
        break;
    }
    if (!table.isEmpty() && !toQt(tableOf(change)).contains(table, Qt::CaseInsensitive))
        return false;
    if (!key.isEmpty() && !changeKeyText(change).contains(key, Qt::CaseInsensitive))
        return false;
    if (attribute.isEmpty())
        return true;
    return change.hasBothSides() ? touchesPath(change, attribute) : holdsAttribute(change, attribute);
}

QString ChangeFilter::toText() const
{
    QUrlQuery query;
    if (!hasInserts || !hasModifies || !hasRemoves) {
        QString letters;
        letters += hasInserts ? u"i"_s : QString();
        letters += hasModifies ? u"m"_s : QString();
        letters += hasRemoves ? u"r"_s : QString();
        query.addQueryItem(u"operations"_s, letters);
    }
    const auto add = [&query](const QString &name, const QString &text) {
        if (!text.isEmpty())
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(text)));
    };
    add(u"table"_s, table);
    add(u"key"_s, key);
    add(u"attribute"_s, attribute);
    return query.toString(QUrl::FullyEncoded);
}

ChangeFilter ChangeFilter::fromText(const QString &text)
{
    ChangeFilter filter;
    const QUrlQuery query(text);
    if (query.hasQueryItem(u"operations"_s)) {
        const QString letters = query.queryItemValue(u"operations"_s);
        filter.hasInserts = letters.contains(u'i');
        filter.hasModifies = letters.contains(u'm');
        filter.hasRemoves = letters.contains(u'r');
    }
    filter.table = query.queryItemValue(u"table"_s, QUrl::FullyDecoded);
    filter.key = query.queryItemValue(u"key"_s, QUrl::FullyDecoded);
    filter.attribute = query.queryItemValue(u"attribute"_s, QUrl::FullyDecoded);
    return filter;
}

} // namespace stator::ui
