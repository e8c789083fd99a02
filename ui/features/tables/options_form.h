// Every option of a table beside its keys and indexes. The Settings page and New Table show the same form.
#pragma once

#include <QWidget>

#include "features/tables/settings_steps.h"

class QCheckBox;
class QComboBox;
class QPlainTextEdit;

namespace stator::ui {

class CapacityEdit;
class EncryptionEdit;
class FormRow;
class SegmentedSwitch;
class TagsCard;
class TimeToLiveEdit;

class OptionsForm : public QWidget {
    Q_OBJECT
public:
    explicit OptionsForm(QWidget *parent = nullptr);

    // What is wanted of a table that has `now`; of a new table, nothing. Says nothing.
    void show(const TableSettings &wanted, const TableSettings &now);
    // The indexes stay as they are.
    void putInto(TableSettings &settings) const;

    // An empty sentence takes the fault away.
    void setFault(SettingsField field, const QString &sentence);
    void clearFaults();
    // What is in a field and in no settings.
    void forgetDrafts();
    // Where a fault of this field is said; nullptr: not here.
    QWidget *widgetOf(SettingsField field) const;
    // Judges what was typed, says what is wrong beside it, and gives the first such field.
    QWidget *judge();

Q_SIGNALS:
    void changed();

private:
    QWidget *makeOptions();
    void connectParts();
    FormRow *rowOf(SettingsField field) const;

    bool m_isFilling = false;
    CapacityEdit *m_capacity;
    QCheckBox *m_protection;
    TimeToLiveEdit *m_timeToLive;
    QComboBox *m_stream;
    SegmentedSwitch *m_tableClass;
    EncryptionEdit *m_encryption;
    QComboBox *m_insights;
    QPlainTextEdit *m_policy;
    TagsCard *m_tags;
    FormRow *m_capacityRow;
    FormRow *m_protectionRow;
    FormRow *m_timeToLiveRow;
    FormRow *m_streamRow;
    FormRow *m_tableClassRow;
    FormRow *m_encryptionRow;
    FormRow *m_insightsRow;
    FormRow *m_policyRow;
};

} // namespace stator::ui
