// Who sent a request, as the User-Agent tells it, in words.
#pragma once

#include <QString>

#include "code/code.h"

namespace stator::ui {

// "Boto3 1.26.27", "AWS CLI 2.9", "JavaScript SDK 3.423"; the address where the agent says nothing.
QString clientName(const QString &userAgent, const QString &address);
// The language that client is written for; the CLI where it is not known.
code::Language clientLanguage(const QString &userAgent);

} // namespace stator::ui
