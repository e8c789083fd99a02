#include "widgets/progress_line.h"

#include <QPainter>

#include "theme/theme.h"

namespace stator::ui {

namespace {

constexpr int kDelayMs = 150;
constexpr int kBeatMs = 33;
constexpr int kSteps = 45; // of one passage, 1.5 s

} // namespace

ProgressLine::ProgressLine(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(2);
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_isShown = true;
        if (!theme::Theme::instance().isMotionReduced())
            m_beat.start(kBeatMs);
        update();
    });
    connect(&m_beat, &QTimer::timeout, this, [this] {
        m_phase = (m_phase + 1) % kSteps;
        update();
    });
}

void ProgressLine::setBusy(bool isBusy)
{
    if (isBusy) {
        if (!m_isShown && !m_delay.isActive())
            m_delay.start(kDelayMs);
        return;
    }
    m_delay.stop();
    m_beat.stop();
    m_isShown = false;
    m_progress = -1;
    update();
}

void ProgressLine::setProgress(double progress)
{
    m_progress = progress;
    update();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    if (!m_isShown)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Role::Hairline));
    const double length = width();
    QRectF bar(0, 0, length * 0.3, height());
    if (m_progress >= 0)
        bar.setWidth(length * std::min(m_progress, 1.0));
    else if (theme::Theme::instance().isMotionReduced())
        bar.setWidth(length);
    else
        bar.moveLeft(-bar.width() + (length + bar.width()) * m_phase / kSteps);
    painter.fillRect(bar, theme::color(theme::Role::Accent));
}

} // namespace stator::ui

#include "moc_progress_line.cpp"
