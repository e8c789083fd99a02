// Replay: a recording, on what it runs, and the answers that differ, recorded beside replayed. Opened, never executed.
#pragma once

#include <QDialog>
#include <QTimer>

#include "features/requests/request_replay.h"
#include "shell/place.h"

class QProgressBar;
class QPushButton;
class QRadioButton;
class QTreeWidget;

namespace stator::ui {

class TextView;
class ThemedLabel;
class Workbench;

class ReplayDialog : public QDialog {
    Q_OBJECT
public:
    ReplayDialog(Workbench &workbench, const Place &place, const QString &path, std::shared_ptr<const Recording> recording,
                 QWidget *parent);

    void replay();

private:
    QWidget *makeChoice();
    QWidget *makeResults();
    void showProgress();
    void showResults();
    void showFailure(const Error &error);
    void addResult(std::size_t at);
    void showSelected();

    Workbench &m_workbench;
    std::shared_ptr<const Recording> m_recording;
    RequestReplay m_replay;
    QTimer m_tick; // repaints progress at a person's pace
    QRadioButton *m_copies;
    QRadioButton *m_empty;
    QProgressBar *m_progress;
    ThemedLabel *m_summary;
    QTreeWidget *m_list;
    TextView *m_recorded;
    TextView *m_replayed;
    QWidget *m_results;
    QPushButton *m_run;
    QPushButton *m_stop;
};

} // namespace stator::ui
