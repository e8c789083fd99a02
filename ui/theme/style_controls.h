// The drawing of single controls, apart from StatorStyle's dispatch. All take the painter as it comes and
// leave it as it was.
#pragma once

class QPainter;
class QRect;
class QRectF;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QWidget;
class QColor;

namespace stator::ui::theme {

inline constexpr double kRadius = 4;

enum class Arrow { Up, Down, Left, Right };

void drawRounded(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &edge,
                 double radius = kRadius);
void drawFocusRing(QPainter *painter, const QRect &rect, double radius = kRadius);
void drawArrow(QPainter *painter, const QRect &rect, Arrow arrow, const QColor &ink);

void drawPushButton(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget);
void drawToolButtonPanel(QPainter *painter, const QStyleOption &option);
void drawFieldPanel(QPainter *painter, const QStyleOption &option, bool hasFocus);
void drawCheckMark(QPainter *painter, const QStyleOption &option);
void drawRadioMark(QPainter *painter, const QStyleOption &option);
void drawTab(QPainter *painter, const QStyleOptionTab &option);
void drawHeaderSection(QPainter *painter, const QStyleOptionHeader &option);
void drawScrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &handle, bool isOnPage);
void drawProgress(QPainter *painter, const QStyleOptionProgressBar &option);
void drawMenuItem(QPainter *painter, const QStyleOptionMenuItem &option, const QWidget *widget);

// Whether a push button is drawn filled: the primary one of its page, or the default of a dialog.
bool isFilled(const QStyleOptionButton &option, const QWidget *widget);

// Fields inside a spin box or combo box draw no frame of their own.
bool isInnerField(const QWidget *widget);
// A button whose menu opens at once shows an arrow beside its text.
bool showsMenuArrow(const QStyleOptionToolButton &option);

} // namespace stator::ui::theme
