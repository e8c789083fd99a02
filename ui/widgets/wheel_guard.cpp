#include "widgets/wheel_guard.h"

#include <QEvent>
#include <QWidget>

namespace stator::ui {

namespace {

class WheelGuard : public QObject {
public:
    using QObject::QObject;

protected:
    // An event that is filtered but not accepted goes on to the parent.
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel)
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

void leaveWheelToPage(QWidget *field)
{
    field->setFocusPolicy(Qt::StrongFocus);
    field->installEventFilter(new WheelGuard(field));
}

} // namespace stator::ui
