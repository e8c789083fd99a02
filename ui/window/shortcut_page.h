// Every command with its shortcut, changeable; what a new one would collide with is said before it is taken.
#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QPushButton;
class QSettings;
class QTreeWidget;
class QTreeWidgetItem;

namespace stator::ui {

class ActionCatalog;
class ThemedLabel;

class ShortcutPage : public QWidget {
    Q_OBJECT
public:
    ShortcutPage(ActionCatalog &actions, QSettings &settings, QWidget *parent = nullptr);

private:
    QString currentId() const;
    void fill();
    void showCurrent();
    void checkConflict();
    void assign(bool isDefault);

    ActionCatalog &m_actions;
    QSettings &m_settings;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_edit;
    ThemedLabel *m_note;
    QPushButton *m_set;
    QPushButton *m_reset;
};

} // namespace stator::ui
