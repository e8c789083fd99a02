#include "features/triggers/trigger_texts.h"

#include <cmath>

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "bridge/text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::Trigger)
};

} // namespace

QString triggerTable(const api::TriggerDescription &trigger)
{
    // arn:aws:dynamodb:region:account:table/NAME/stream/LABEL
    return toQt(trigger.streamArn).section(u'/', 1, 1);
}

QString invokerText(const api::TriggerInvoker &invoker)
{
    if (invoker.program) {
        QStringList words;
        for (const std::string &word : *invoker.program)
            words.append(toQt(word));
        return words.join(u' ');
    }
    return toQt(invoker.webhook ? invoker.webhook : invoker.lambda);
}

QString triggerStatusText(api::TriggerStatus status)
{
    switch (status) {
    case api::TriggerStatus::Running:
        return Words::tr("Running");
    case api::TriggerStatus::Retrying:
        return Words::tr("Retrying");
    case api::TriggerStatus::Paused:
        return Words::tr("Paused");
    case api::TriggerStatus::StreamNotFound:
        return Words::tr("Stream not found");
    default:
        return Words::tr("Stream ended");
    }
}

QString triggerStatusSign(api::TriggerStatus status)
{
    switch (status) {
    case api::TriggerStatus::Running:
        return u"●"_s;
    case api::TriggerStatus::Retrying:
        return u"▲"_s;
    case api::TriggerStatus::StreamNotFound:
        return u"■"_s;
    default:
        return u"‖"_s;
    }
}

Role triggerStatusRole(api::TriggerStatus status)
{
    switch (status) {
    case api::TriggerStatus::Running:
        return Role::Ok;
    case api::TriggerStatus::Retrying:
        return Role::Warning;
    case api::TriggerStatus::StreamNotFound:
        return Role::Error;
    default:
        return Role::SecondText;
    }
}

QString momentText(double seconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(std::llround(seconds * 1000));
    return time.toString(time.date() == QDate::currentDate() ? u"HH:mm:ss"_s : u"MM-dd HH:mm:ss"_s);
}

QString backlogText(const api::TriggerDescription &trigger)
{
    if (trigger.pendingRecords == 0 && trigger.isAtEnd)
        //: No records wait for a trigger.
        return Words::tr("none");
    const QString age = ageText(static_cast<double>(trigger.iteratorAgeMs) / 1000);
    // It has read no further than these; there may be more behind them.
    //: Records that wait for a trigger: "1,204, 3 min old".
    return trigger.isAtEnd ? Words::tr("%1, %2 old").arg(countText(trigger.pendingRecords), age)
                           : Words::tr("over %1, %2 old").arg(countText(trigger.pendingRecords), age);
}

QString lastBatchText(const api::TriggerDescription &trigger)
{
    if (!trigger.lastBatch)
        return {};
    const api::TriggerBatch &batch = *trigger.lastBatch;
    //: Last batch of a trigger: time, records, duration.
    return Words::tr("%1: %Ln record(s), %2 ms", nullptr, static_cast<int>(batch.records))
        .arg(momentText(batch.time), QLocale().toString(batch.durationMs, 'f', batch.durationMs < 10 ? 1 : 0));
}

QString troubleText(const api::TriggerDescription &trigger)
{
    QStringList parts;
    if (trigger.failedBatches > 0)
        parts.append(Words::tr("%1 failed").arg(countText(trigger.failedBatches)));
    if (trigger.givenUpRecords > 0)
        parts.append(Words::tr("%1 records given up").arg(countText(trigger.givenUpRecords)));
    if (trigger.gaps > 0)
        parts.append(Words::tr("%1 gaps").arg(countText(trigger.gaps)));
    return parts.join(u", "_s);
}

} // namespace stator::ui
