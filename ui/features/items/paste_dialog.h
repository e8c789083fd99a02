// Shows what a paste would stage, and stages it when that is confirmed. Opened, never executed.
#pragma once

#include <QDialog>

#include "features/items/paste_plan.h"

class QTreeWidget;

namespace stator::ui {

class PasteDialog : public QDialog {
    Q_OBJECT
public:
    PasteDialog(const PastePlan &plan, QWidget *parent);

private:
    void fill(const PastePlan &plan, QTreeWidget *tree) const;
};

} // namespace stator::ui
