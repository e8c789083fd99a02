// The Activity dock: jobs with progress and Cancel, and the Log of what was said.
#pragma once

#include <QWidget>

class QListView;
class QStackedWidget;

namespace stator::ui {

class JobList;
class LogModel;
class SegmentedSwitch;

class ActivityDock : public QWidget {
    Q_OBJECT
public:
    ActivityDock(JobList &jobs, LogModel &log, QWidget *parent = nullptr);

    void showJobs();

private:
    void rebuildJobs();

    JobList &m_jobs;
    SegmentedSwitch *m_switch;
    QStackedWidget *m_stack;
    QWidget *m_jobRows;
    QListView *m_log;
};

} // namespace stator::ui
