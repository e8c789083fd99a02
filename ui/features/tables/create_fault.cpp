#include "features/tables/create_fault.h"

#include "bridge/text.h"

namespace stator::ui {

namespace {

// Names of members of the API, which the service's sentences hold. The first that is found counts.
constexpr struct {
    const char *member;
    SettingsField field;
} kMembers[] = {
    {"StreamSpecification", SettingsField::Stream},
    {"stream enabled", SettingsField::Stream},
    {"SSEType", SettingsField::Encryption},
    {"KMSMasterKeyId", SettingsField::Encryption},
    {"KMS", SettingsField::Encryption},
    {"TimeToLive", SettingsField::TimeToLive},
    {"policy", SettingsField::Policy},
    {"Tag", SettingsField::Tags},
    {"TableClass", SettingsField::TableClass},
    {"OnDemandThroughput", SettingsField::Capacity},
    {"WarmThroughput", SettingsField::Capacity},
    {"ProvisionedThroughput", SettingsField::Capacity},
    {"CapacityUnits", SettingsField::Capacity},
    {"BillingMode", SettingsField::Capacity},
};

// As a whole word: an index "by" is not meant by "bytes".
bool names(const QString &sentence, const QString &name)
{
    const auto isPartOfName = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; };
    for (qsizetype at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + 1)) {
        const qsizetype end = at + name.size();
        const bool beginsWord = at == 0 || !isPartOfName(sentence.at(at - 1));
        const bool endsWord = end == sentence.size() || !isPartOfName(sentence.at(end));
        if (beginsWord && endsWord)
            return true;
    }
    return false;
}

} // namespace

CreateFault createFaultOf(const Error &error, const TableDraft &table)
{
    if (error.code == ErrorCode::ResourceInUse)
        return {CreateFault::Place::Name};
    if (error.code != ErrorCode::Validation && error.code != ErrorCode::LimitExceeded)
        return {};
    const QString sentence = toQt(error.message);
    const QList<IndexDraft> &indexes = table.settings.newIndexes;
    for (qsizetype i = 0; i < indexes.size(); ++i)
        if (!indexes.at(i).name.isEmpty() && names(sentence, indexes.at(i).name))
            return {CreateFault::Place::Index, static_cast<int>(i)};
    for (const auto &each : kMembers)
        if (sentence.contains(QLatin1String(each.member)))
            return {CreateFault::Place::Option, -1, each.field};
    if (sentence.contains(QLatin1String("tableName")) || sentence.contains(QLatin1String("TableName")))
        return {CreateFault::Place::Name};
    if (sentence.contains(QLatin1String("KeySchema")) && indexes.isEmpty())
        return {CreateFault::Place::Keys};
    return {};
}

} // namespace stator::ui
