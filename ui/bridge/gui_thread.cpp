#include "bridge/gui_thread.h"

#include <QCoreApplication>
#include <QMetaObject>

namespace stator::ui {

void postToGui(Task task)
{
    QCoreApplication *application = QCoreApplication::instance();
    if (!application)
        return;
    // invokeMethod copies its functor; the task itself can only be moved.
    auto shared = std::make_shared<Task>(std::move(task));
    QMetaObject::invokeMethod(
        application, [shared] { (*shared)(); }, Qt::QueuedConnection);
}

} // namespace stator::ui
