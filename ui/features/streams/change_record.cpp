#include "features/streams/change_record.h"

#include <QCoreApplication>
#include <QLocale>

#include "bridge/text.h"
#include "features/streams/change_diff.h"
#include "models/table_shape.h"
#include "models/value_text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostPaths = 6; // in a line of the list

class Words {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::ChangeRecord)
};

} // namespace

api::OperationType ChangeRecord::operation() const
{
    return record.eventName.value_or(api::OperationType::Modify);
}

double ChangeRecord::timeSeconds() const
{
    return record.dynamodb ? record.dynamodb->approximateCreationDateTime.value_or(0) : 0;
}

std::string_view ChangeRecord::sequence() const
{
    return sequenceOf(record);
}

std::int64_t ChangeRecord::sizeBytes() const
{
    return record.dynamodb ? record.dynamodb->sizeBytes.value_or(0) : 0;
}

document::ItemView ChangeRecord::keys() const
{
    return record.dynamodb && record.dynamodb->keys ? record.dynamodb->keys->view() : document::ItemView();
}

std::optional<document::ItemView> ChangeRecord::before() const
{
    if (!record.dynamodb || !record.dynamodb->oldImage)
        return std::nullopt;
    return record.dynamodb->oldImage->view();
}

std::optional<document::ItemView> ChangeRecord::after() const
{
    if (!record.dynamodb || !record.dynamodb->newImage)
        return std::nullopt;
    return record.dynamodb->newImage->view();
}

bool ChangeRecord::hasBothSides() const
{
    switch (operation()) {
    case api::OperationType::Insert:
        return after().has_value();
    case api::OperationType::Remove:
        return before().has_value();
    default:
        return before() && after();
    }
}

std::string_view tableOf(const ChangeRecord &change)
{
    return change.origin ? std::string_view(change.origin->table) : std::string_view();
}

QString changeKeyText(const ChangeRecord &change)
{
    if (change.origin && !change.origin->keys.partition.empty())
        return keyText(change.origin->keys, change.keys());
    QStringList parts;
    for (const document::Member &member : change.keys().attributes())
        parts.append(cellText(member.value).text);
    return parts.join(u" · "_s);
}

QString operationSign(api::OperationType operation)
{
    switch (operation) {
    case api::OperationType::Insert:
        return u"+"_s;
    case api::OperationType::Remove:
        return u"−"_s;
    default:
        return u"~"_s;
    }
}

QString operationText(api::OperationType operation)
{
    switch (operation) {
    case api::OperationType::Insert:
        return Words::tr("Inserted");
    case api::OperationType::Remove:
        return Words::tr("Removed");
    default:
        return Words::tr("Modified");
    }
}

QString causeText(const ChangeRecord &change)
{
    if (!change.record.userIdentity)
        return Words::tr("Client");
    const QString who = toQt(change.record.userIdentity->principalId);
    // API Reference, Record: the identity of deletions by Time to Live.
    if (who == "dynamodb.amazonaws.com"_L1)
        return Words::tr("Time to Live");
    if (who.startsWith("replication"_L1))
        return Words::tr("Replication");
    return who;
}

QString changedText(const ChangeRecord &change)
{
    if (!change.hasBothSides())
        return {};
    const ChangedPaths paths = changedPaths(change, kMostPaths);
    QString text = paths.paths.join(u", "_s);
    if (paths.more > 0)
        text += u", +"_s + QLocale().toString(paths.more);
    return text;
}

std::string_view sequenceOf(const api::Record &record)
{
    return record.dynamodb && record.dynamodb->sequenceNumber ? std::string_view(*record.dynamodb->sequenceNumber)
                                                              : std::string_view();
}

bool isEarlier(std::string_view sequence, std::string_view other)
{
    while (sequence.size() > 1 && sequence.front() == '0')
        sequence.remove_prefix(1);
    while (other.size() > 1 && other.front() == '0')
        other.remove_prefix(1);
    return sequence.size() != other.size() ? sequence.size() < other.size() : sequence < other;
}

} // namespace stator::ui
