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

namespace stator::ui {

class CapacityEdit;
class FactsCard;
class FormRow;
class IndexesCard;
class PageFrame;
class PageRegistry;
class TagsCard;
class ThemedLabel;

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
    void loadTags();
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
    bool m_areTagsKnown = false;
    bool m_isFilling = false;
    bool m_isApplying = false;
    RequestSlot m_describe, m_tags, m_send;
    QTimer m_watch; // while an update is under way

    PageFrame *m_frame;
    FactsCard *m_keys;
    IndexesCard *m_indexes;
    CapacityEdit *m_capacity;
    FormRow *m_capacityRow;
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
