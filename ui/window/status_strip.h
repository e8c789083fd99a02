// The status bar: endpoint with Copy, jobs, live or as of, what just happened, what is selected.
#pragma once

#include <QTimer>
#include <QWidget>

#include "shell/workbench.h"

class QToolButton;

namespace stator::ui {

class ElidedLabel;
class ThemedLabel;

class StatusStrip : public QWidget {
    Q_OBJECT
public:
    StatusStrip(EndpointStatus &endpoint, JobList &jobs, QWidget *parent = nullptr);

    // Stays for 8 s.
    void say(const QString &sentence, MessageKind kind);
    void setSelection(const QString &text);
    // Empty: live.
    void setAsOf(const QString &time);

Q_SIGNALS:
    void jobsClicked();
    void messageClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateEndpoint();
    void updateJobs();
    void fillCopyMenu();
    void copied(const QString &text);

    EndpointStatus &m_endpoint;
    JobList &m_jobs;
    QToolButton *m_state;
    QToolButton *m_jobButton;
    ElidedLabel *m_message;
    ThemedLabel *m_time;
    ThemedLabel *m_selection;
    QTimer m_clear;
};

} // namespace stator::ui
