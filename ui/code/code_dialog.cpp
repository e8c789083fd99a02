#include "code/code_dialog.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

#include "code/code_panel.h"
#include "theme/theme.h"

namespace stator::ui {

CodeDialog::CodeDialog(const code::Request &request, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Code for This Request"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *panel = new CodePanel;
    panel->setRequest(request);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(panel, 1);
    column->addWidget(buttons);
    resize(theme::px(720), theme::px(440));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace stator::ui

#include "moc_code_dialog.cpp"
