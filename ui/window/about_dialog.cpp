#include "window/about_dialog.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

AboutDialog::AboutDialog(const QString &workspacePath, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("about"));
    setWindowTitle(tr("About Stator"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(8);
    column->addWidget(new ThemedLabel(QApplication::applicationDisplayName(), TextStyle::Display));
    column->addWidget(new ThemedLabel(tr("DynamoDB on your desk."), TextStyle::Section, Role::SecondText));
    column->addSpacing(8);
    column->addWidget(new ThemedLabel(
        tr("Version %1, Qt %2").arg(QApplication::applicationVersion(), QString::fromLatin1(qVersion()))));
    if (!workspacePath.isEmpty()) {
        auto *path =
            new ThemedLabel(tr("Workspace: %1").arg(workspacePath), TextStyle::Body, Role::SecondText);
        path->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        path->setWordWrap(true);
        column->addWidget(path);
    }
    auto *note = new ThemedLabel(
        tr("Amazon DynamoDB is a service of Amazon Web Services. Stator is an independent work."),
        TextStyle::Caption, Role::SecondText);
    note->setWordWrap(true);
    column->addSpacing(8);
    column->addWidget(note);
    column->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    column->addWidget(buttons);
    resize(theme::px(440), theme::px(280));
}

} // namespace stator::ui

#include "moc_about_dialog.cpp"
