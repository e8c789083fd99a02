// Keeps the mouse wheel from changing a field that the page scrolls under it.
#pragma once

class QWidget;

namespace stator::ui {

// The wheel over `field` scrolls what it stands in.
void leaveWheelToPage(QWidget *field);

} // namespace stator::ui
