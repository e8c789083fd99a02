// Preferences: look, density, text size, shortcuts. Everything takes effect at once and is kept.
#pragma once

#include <QDialog>

class QSettings;

namespace stator::ui {

class ActionCatalog;

class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    PreferencesDialog(ActionCatalog &actions, QSettings &settings, QWidget *parent);

private:
    QWidget *makeLookPage();
};

// Reads what the dialog stores into the Theme.
void loadLook(QSettings &settings);
void saveLook(QSettings &settings);

} // namespace stator::ui
