// Record and Replay on the Requests page: a button each, and what is being recorded.
#pragma once

#include <QWidget>

#include "features/requests/request_recorder.h"
#include "shell/place.h"

class QPushButton;
class QToolButton;

namespace stator::ui {

class ThemedLabel;
class Workbench;

class RecordBar : public QWidget {
    Q_OBJECT
public:
    explicit RecordBar(Workbench &workbench, QWidget *parent = nullptr);
    ~RecordBar() override;

    void setPlace(const Place &place) { m_place = place; }
    // What is shown already is not recorded.
    void setNewest(std::int64_t number) { m_newest = number; }

    // Asks for a file, or ends the recording.
    void record();
    void recordTo(const QString &path);
    void chooseReplay();
    void replay(const QString &path);
    const RequestRecorder &recorder() const { return m_recorder; }

Q_SIGNALS:
    void started();

private:
    void update();
    void tellEnd();

    Workbench &m_workbench;
    Place m_place;
    std::int64_t m_newest = 0;
    RequestRecorder m_recorder;
    RequestSlot m_readSlot;
    ThemedLabel *m_state;
    QPushButton *m_record;
    QToolButton *m_replay;
};

} // namespace stator::ui
