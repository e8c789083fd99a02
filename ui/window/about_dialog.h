// What this is, which version, and where the workspace lies.
#pragma once

#include <QDialog>

namespace stator::ui {

class AboutDialog : public QDialog {
    Q_OBJECT
public:
    AboutDialog(const QString &workspacePath, QWidget *parent);
};

} // namespace stator::ui
