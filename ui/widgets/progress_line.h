// Two pixels that say "working". The space is always reserved; nothing moves when it starts.
#pragma once

#include <QTimer>
#include <QWidget>

namespace stator::ui {

class ProgressLine : public QWidget {
    Q_OBJECT
public:
    explicit ProgressLine(QWidget *parent = nullptr);

    // Shows after 150 ms, so that short work leaves no trace.
    void setBusy(bool isBusy);
    // 0 to 1; below 0: not known.
    void setProgress(double progress);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_delay;
    QTimer m_beat;
    double m_progress = -1;
    int m_phase = 0;
    bool m_isShown = false;
};

} // namespace stator::ui
