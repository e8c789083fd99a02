// A trigger in words: what it calls, how it stands, what it did last.
#pragma once

#include <QString>

#include "api/list_triggers.h"
#include "theme/scheme.h"

namespace stator::ui {

QString triggerTable(const api::TriggerDescription &trigger); // of its stream
// The program, or the address; one line.
QString invokerText(const api::TriggerInvoker &invoker);
QString triggerStatusText(api::TriggerStatus status);
// "●", "▲", "■", "Ⅱ": state is shape and word first, colour second.
QString triggerStatusSign(api::TriggerStatus status);
theme::Role triggerStatusRole(api::TriggerStatus status);
// "1,204 records, 3.0 s old"; "none".
QString backlogText(const api::TriggerDescription &trigger);
QString lastBatchText(const api::TriggerDescription &trigger);
QString troubleText(const api::TriggerDescription &trigger);
QString momentText(double seconds);

} // namespace stator::ui
