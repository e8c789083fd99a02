// New Trigger: which table, whom to call, how. Opened, never executed; it stays with everything typed if the service
// refuses.
#pragma once

#include <QDialog>

#include "api/put_trigger.h"
#include "bridge/error_text.h"
#include "bridge/request_slot.h"
#include "shell/place.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace stator::ui {

class ErrorCard;
class SegmentedSwitch;
class ThemedLabel;
class Workbench;

class TriggerDialog : public QDialog {
    Q_OBJECT
public:
    TriggerDialog(Workbench &workbench, const Place &place, QWidget *parent);

    // As the form says, without the stream.
    api::PutTriggerRequest request() const;

private:
    QWidget *makeForm();
    void showInvoker();
    void judge();
    // Finds the stream of the table, then puts the trigger.
    void create();
    void put(const std::string &streamArn);
    void refuse(const ErrorText &error, const QString &buttonText = {}, std::function<void()> action = {});
    void turnOnStream();

    Workbench &m_workbench;
    Place m_place;
    QLineEdit *m_name;
    QComboBox *m_table;
    SegmentedSwitch *m_invoker;
    QLineEdit *m_call;
    ThemedLabel *m_callHint;
    QComboBox *m_start;
    QSpinBox *m_batchSize;
    QSpinBox *m_window;
    QSpinBox *m_parallel;
    QSpinBox *m_retries;
    QCheckBox *m_bisects;
    QCheckBox *m_reportsFailures;
    QPlainTextEdit *m_filters;
    QLineEdit *m_failureFile;
    ErrorCard *m_error;
    QPushButton *m_create;
    RequestSlot m_slot;
};

} // namespace stator::ui
