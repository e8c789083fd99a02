// One table's settings: as the service has them, as a person wants them, and the work of making the first the
// second, one request after the other, each when the table has settled.
//
// Threads: the GUI thread only.
#pragma once

#include <QTimer>

#include "api/describe_table.h"
#include "base/result.h"
#include "bridge/error_text.h"
#include "bridge/request_slot.h"
#include "features/tables/settings_steps.h"
#include "shell/place.h"

namespace stator::ui {

class Workbench;

class TableSession : public QObject {
    Q_OBJECT
public:
    explicit TableSession(Workbench &workbench, QObject *parent = nullptr);

    // Forgets another table, and what was wanted of it.
    void open(const Place &table);
    // Asks again; what is wanted stays.
    void reload();
    // The description alone; nothing if it is being asked for.
    void poll();

    const std::optional<api::TableDescription> &table() const { return m_table; }
    const TableSettings &now() const { return m_now; }
    const TableSettings &wanted() const { return m_wanted; }
    void want(const TableSettings &wanted);
    void discard();
    int changes() const { return m_table ? changeCount(m_now, m_wanted) : 0; }

    // Ends with applied() or refused().
    void apply();
    bool isApplying() const { return m_isApplying; }
    // Applying, and the service is still busy with the last step.
    bool isWaitingForTable() const;

Q_SIGNALS:
    // The table, what is wanted or what is under way.
    void changed();
    // The table cannot be described.
    void lost(const stator::ui::ErrorText &why);
    // In the service's own words. What is wanted stays.
    void refused(stator::ui::SettingsField field, const QString &sentence);
    void applied();

private:
    void describeTable();
    void show(const api::TableDescription &table);
    void nowIs(TableSettings now);
    void loadTags();
    void loadTimeToLive();
    void loadPolicy();
    void loadInsights();
    void sendNext();
    void sent(const SettingsStep &step, const Result<void> &result);
    void remember(const SettingsStep &step);

    Workbench &m_workbench;
    Place m_place;
    std::optional<api::TableDescription> m_table;
    TableSettings m_now;
    TableSettings m_wanted;
    bool m_isRestKnown = false; // what the description does not tell was asked for
    bool m_isApplying = false;
    RequestSlot m_describe, m_tags, m_timeToLive, m_policy, m_insights, m_send;
    QTimer m_watch; // while an update is under way
};

// What stands beside a field: the service's own words, which name what is wrong.
QString wordsBeside(const Error &error);

} // namespace stator::ui
