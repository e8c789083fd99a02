// Icons of one colour: every SVG, ours and the desktop theme's, is painted as a mask in a role of the Theme.
#pragma once

#include <QIcon>
#include <QString>

#include "theme/scheme.h"

namespace stator::ui::theme {

// `name` is one of resources/icons ("table", "index", …) or, failing that, a freedesktop icon name.
// The colour is looked up while painting, so an icon follows the theme.
QIcon icon(const QString &name, Role role = Role::Text);

// Makes the icons of the resources known; Theme::install() calls it.
void installIcons();

} // namespace stator::ui::theme
