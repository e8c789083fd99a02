// The map of keys: every command that has a shortcut, by menu, to look things up.
#pragma once

#include <QDialog>

namespace stator::ui {

class ActionCatalog;

class KeyMapDialog : public QDialog {
    Q_OBJECT
public:
    KeyMapDialog(const ActionCatalog &actions, QWidget *parent);
};

// Titles of the menus, in the order of the menu bar.
QString menuTitle(int menu);

} // namespace stator::ui
