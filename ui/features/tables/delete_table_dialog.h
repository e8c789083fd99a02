// Delete Table: asks for the typed name; its button says what goes: "Delete Shop, 12,480 items".
#pragma once

#include <QDialog>

#include "bridge/request_slot.h"
#include "bridge/service_client.h"
#include "shell/place.h"

class QLineEdit;

namespace stator::ui {

class ErrorCard;
class ThemedLabel;
class Workbench;

class DeleteTableDialog : public QDialog {
    Q_OBJECT
public:
    DeleteTableDialog(Workbench &workbench, const Place &table, QWidget *parent);

Q_SIGNALS:
    void deleted(const stator::ui::Place &table);

private:
    void describeTable();
    void updateButton();
    void remove();

    Workbench &m_workbench;
    const Place m_table;
    ThemedLabel *m_words;
    QLineEdit *m_name;
    ErrorCard *m_error;
    QPushButton *m_delete;
    std::optional<std::int64_t> m_itemCount;
    bool m_isProtected = false;
    bool m_isBusy = false;
    RequestSlot m_describe;
    RequestSlot m_remove;
};

} // namespace stator::ui
