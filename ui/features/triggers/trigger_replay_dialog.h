// From where a trigger reads its stream again. Opened, never executed.
#pragma once

#include <QDialog>

#include "api/list_triggers.h"
#include "api/put_trigger.h"

class QComboBox;
class QDateTimeEdit;
class QLineEdit;

namespace stator::ui {

class TriggerReplayDialog : public QDialog {
    Q_OBJECT
public:
    TriggerReplayDialog(const api::TriggerDescription &trigger, QWidget *parent);

    api::PutTriggerRequest request() const;

Q_SIGNALS:
    void chosen(const stator::api::PutTriggerRequest &request);

private:
    void showFields();
    api::TriggerStartingPosition position() const;

    std::string m_name;
    QComboBox *m_position;
    QDateTimeEdit *m_time;
    QLineEdit *m_sequence;
};

} // namespace stator::ui
