// A request as code that sends it: the same query outside the window. Code is never translated.
#pragma once

#include <QString>

#include "models/item_source.h"

namespace stator::ui {

enum class CodeLanguage { Cli, Python };

// `endpoint`: "http://127.0.0.1:8000", or empty for AWS itself.
QString codeFor(const ItemQuery &query, CodeLanguage language, const QString &endpoint, const QString &region);

} // namespace stator::ui
