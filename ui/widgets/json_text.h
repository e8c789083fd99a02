// JSON as people read it: indented, short lists and objects on one line. Digits and order stay as they are, and
// text that ends early or is not JSON at all comes out as far as it makes sense.
//
// Threads: any.
#pragma once

#include <QtCore/QString>

namespace stator::ui {

QString indentedJson(const QString &json);

} // namespace stator::ui
