#include "window/status_strip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include "bridge/text.h"
#include "shell/endpoint_status.h"
#include "shell/jobs.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/labels.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;

namespace {

constexpr int kMessageMs = 8000;

// State is a shape first, a colour second: full, half, hollow, square.
QPixmap stateSign(EndpointState::Kind kind, qreal ratio)
{
    const int side = theme::px(12);
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF shape = QRectF(0, 0, side, side).adjusted(2, 2, -2, -2);
    switch (kind) {
    case EndpointState::Kind::Listening:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(Role::Ok));
        painter.drawEllipse(shape);
        break;
    case EndpointState::Kind::Starting:
        painter.setPen(QPen(theme::color(Role::Accent), 1.5));
        painter.drawEllipse(shape);
        painter.setBrush(theme::color(Role::Accent));
        painter.drawPie(shape, 90 * 16, 180 * 16);
        break;
    case EndpointState::Kind::Off:
        painter.setPen(QPen(theme::color(Role::SecondText), 1.5));
        painter.drawEllipse(shape);
        break;
    case EndpointState::Kind::Failed:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(Role::Error));
        painter.drawRect(shape);
        break;
    }
    return pixmap;
}

QToolButton *makeFlat(const QString &name)
{
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(name);
    return button;
}

} // namespace

StatusStrip::StatusStrip(EndpointStatus &endpoint, JobList &jobs, QWidget *parent)
    : QWidget(parent), m_endpoint(endpoint), m_jobs(jobs), m_state(makeFlat(tr("Endpoint"))),
      m_jobButton(makeFlat(tr("Jobs"))), m_message(new ElidedLabel),
      m_time(new ThemedLabel(tr("Live"), theme::TextStyle::Body, Role::SecondText)),
      m_selection(new ThemedLabel({}, theme::TextStyle::Body, Role::SecondText))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 1, 12, 0);
    row->setSpacing(12);
    row->addWidget(m_state);
    row->addWidget(m_jobButton);
    row->addWidget(m_message, 1);
    row->addWidget(m_selection);
    row->addWidget(m_time);
    m_state->setPopupMode(QToolButton::InstantPopup);
    m_state->setMenu(new QMenu(m_state));
    m_message->setRole(Role::SecondText);
    m_selection->hide();
    m_clear.setSingleShot(true);
    connect(&m_clear, &QTimer::timeout, this, [this] { m_message->setText({}); });
    connect(m_state->menu(), &QMenu::aboutToShow, this, &StatusStrip::fillCopyMenu);
    connect(m_jobButton, &QToolButton::clicked, this, &StatusStrip::jobsClicked);
    connect(&m_endpoint, &EndpointStatus::changed, this, &StatusStrip::updateEndpoint);
    connect(&m_jobs, &JobList::summaryChanged, this, &StatusStrip::updateJobs);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &StatusStrip::updateEndpoint);
    updateEndpoint();
    updateJobs();
}

void StatusStrip::say(const QString &sentence, MessageKind kind)
{
    m_message->setRole(kind == MessageKind::Error     ? Role::Error
                       : kind == MessageKind::Warning ? Role::Warning
                                                      : Role::SecondText);
    m_message->setText(sentence);
    m_clear.start(kMessageMs);
}

void StatusStrip::setSelection(const QString &text)
{
    m_selection->setText(text);
    m_selection->setVisible(!text.isEmpty());
}

void StatusStrip::setAsOf(const QString &time)
{
    m_time->setText(time.isEmpty() ? tr("Live") : tr("As of %1").arg(time));
    m_time->setRole(time.isEmpty() ? Role::SecondText : Role::History);
}

void StatusStrip::updateEndpoint()
{
    const EndpointState &state = m_endpoint.state();
    QString text;
    switch (state.kind) {
    case EndpointState::Kind::Listening:
        text = state.address;
        break;
    case EndpointState::Kind::Starting:
        text = tr("Endpoint starting");
        break;
    case EndpointState::Kind::Off:
        text = tr("Endpoint off");
        break;
    case EndpointState::Kind::Failed:
        text = tr("Endpoint not listening");
        break;
    }
    m_state->setIcon(QIcon(stateSign(state.kind, devicePixelRatioF())));
    m_state->setText(text);
    m_state->setToolTip(state.kind == EndpointState::Kind::Failed
                            ? state.problem
                            : tr("SDK clients reach this workspace here."));
    m_state->setAccessibleDescription(text);
}

void StatusStrip::fillCopyMenu()
{
    QMenu *menu = m_state->menu();
    menu->clear();
    const EndpointState state = m_endpoint.state();
    if (state.kind != EndpointState::Kind::Listening) {
        const bool isFailed = state.kind == EndpointState::Kind::Failed;
        menu->addAction(isFailed ? tr("Use Another Port") : tr("Start the Endpoint"), this,
                        [this, isFailed] { Q_EMIT m_endpoint.startRequested(isFailed ? 0 : 8000); })
            ->setEnabled(state.kind != EndpointState::Kind::Starting);
        return;
    }
    menu->addAction(theme::icon(u"copy"_s), tr("Copy Address"), this, [this, state] { copied(state.url()); });
    const auto add = [&](const QString &title, SnippetLanguage language) {
        menu->addAction(title, this, [this, state, language] { copied(endpointSnippet(state, language)); });
    };
    add(tr("Copy for the AWS CLI"), SnippetLanguage::Cli);
    add(tr("Copy for Python"), SnippetLanguage::Python);
    add(tr("Copy for JavaScript"), SnippetLanguage::JavaScript);
}

void StatusStrip::copied(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    say(tr("Copied."), MessageKind::Note);
}

void StatusStrip::updateJobs()
{
    const int running = m_jobs.runningCount();
    const double progress = m_jobs.runningProgress();
    m_jobButton->setVisible(running > 0);
    const QString count = tr("%Ln job(s)", nullptr, running);
    m_jobButton->setText(progress < 0 ? count : count + u"  "_s + percentText(progress));
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Role::Window));
    painter.fillRect(QRect(0, 0, width(), 1), theme::color(Role::Hairline));
}

} // namespace stator::ui

#include "moc_status_strip.cpp"
