// Settings: every option of one table. Changes gather in the footer until Apply sends them, one request after
// the other, each when the table has settled; what the service refuses is said beside its field.
#pragma once

#include <deque>

#include "api/describe_table.h"
#include "base/result.h"
#include "bridge/request_slot.h"
#include "features/tables/table_requests.h"
#include "shell/page.h"

class QCheckBox;
class QPlainTextEdit;

namespace stator::ui {

class CapacityEdit;
class EncryptionEdit;
class FactsCard;
class FormRow;
class IndexesCard;
class LimitsEdit;
class PageFrame;
class PageRegistry;
class SegmentedSwitch;
class TagsCard;
class ThemedLabel;
class TimeToLiveEdit;

class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(Workbench &workbench, QWidget *parent);

    void open(const Place &place) override;
    Place place() const override { return m_place; }
    QString title() const override { return m_place.table; }
    void refresh() override;
    void focusContent() override;
    bool hasUnsavedText() const override { return changeCount(m_now, m_wanted) > 0; }
    QList<QAction *> moreActions() const override { return {m_deleteAction}; }

private:
    QWidget *makeContent();
    QWidget *makeFooter();
    void connectParts();

    void load();
    // What the description does not tell: tags, time to live, the policy.
    void loadTags();
    void loadTimeToLive();
    void loadPolicy();
    void nowIs(TableSettings now);
    void show(const api::TableDescription &table);
    // Fields take what is wanted; says nothing.
    void fill();
    void collect();
    void updateFooter();

    void apply();
    void sendNext();
    void sent(const SettingsStep &step, const Result<void> &result);
    void setFault(SettingsField field, const QString &sentence);
    void clearFaults();
    void discard();
    void newIndex();
    void deleteTable();

    Place m_place;
    std::optional<api::TableDescription> m_table;
    TableSettings m_now;    // as the service has it
    TableSettings m_wanted; // as the form says
    bool m_isApartKnown = false; // what the description does not tell was asked for
    bool m_isFilling = false;
    bool m_isApplying = false;
    RequestSlot m_describe, m_tags, m_timeToLiveSlot, m_policySlot, m_send;
    QTimer m_watch; // while an update is under way

    PageFrame *m_frame;
    FactsCard *m_keys;
    IndexesCard *m_indexes;
    CapacityEdit *m_capacity;
    FormRow *m_capacityRow;
    LimitsEdit *m_limits;
    FormRow *m_limitsRow;
    TimeToLiveEdit *m_timeToLive;
    FormRow *m_timeToLiveRow;
    SegmentedSwitch *m_tableClass;
    FormRow *m_tableClassRow;
    EncryptionEdit *m_encryption;
    FormRow *m_encryptionRow;
    QPlainTextEdit *m_policy;
    FormRow *m_policyRow;
    QCheckBox *m_protection;
    FormRow *m_protectionRow;
    TagsCard *m_tagsCard;
    FactsCard *m_details;
    ThemedLabel *m_count;
    QPushButton *m_discard;
    QPushButton *m_apply;
    QAction *m_deleteAction;
};

} // namespace stator::ui
