#include "features/tables/table_creation.h"

#include "features/tables/settings_state.h"
#include "features/tables/table_requests.h"
#include "shell/workbench.h"

namespace stator::ui {

namespace {

// A table that was just made may not be known for a second (Developer Guide, "DescribeTable").
constexpr int kMostMissed = 5;
constexpr int kMissedMs = 500;

} // namespace

TableCreation::TableCreation(Workbench &workbench, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_session(new TableSession(workbench, this))
{
    connect(m_session, &TableSession::changed, this, &TableCreation::showTable);
    connect(m_session, &TableSession::applied, this, &TableCreation::finished);
    connect(m_session, &TableSession::refused, this, [this](SettingsField, const QString &sentence) {
        Q_EMIT optionRefused(sentence);
    });
    connect(m_session, &TableSession::lost, this, [this](const ErrorText &why) {
        if (++m_missed > kMostMissed)
            Q_EMIT optionRefused(why.sentence);
        else
            QTimer::singleShot(kMissedMs, m_session, &TableSession::poll);
    });
}

void TableCreation::start(const Place &place, const TableDraft &draft)
{
    m_place = place;
    m_draft = draft;
    m_isWanted = false;
    m_missed = 0;
    m_workbench.client(place).run(this, m_slot, createRequest(draft), [this](Result<api::CreateTableResponse> result) {
        if (!result.ok()) {
            Q_EMIT refused(result.error());
            return;
        }
        Q_EMIT created();
        m_session->open(m_place);
    });
}

void TableCreation::showTable()
{
    if (m_isWanted || !m_session->table() || !isSettled(*m_session->table()))
        return;
    m_isWanted = true;
    m_session->want(withMoreThanCreation(m_draft.settings, m_session->now()));
    m_session->apply();
}

} // namespace stator::ui

#include "moc_table_creation.cpp"
