#include "features/streams/live_page.h"

#include <QDialog>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include "bridge/connections.h"
#include "bridge/error_text.h"
#include "bridge/text.h"
#include "features/streams/change_details.h"
#include "features/streams/change_recorder.h"
#include "features/streams/change_view.h"
#include "features/streams/live_texts.h"
#include "features/streams/rate_chart.h"
#include "features/streams/recording_source.h"
#include "shell/action_catalog.h"
#include "shell/endpoint_status.h"
#include "shell/workbench.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/filter_field.h"
#include "widgets/labels.h"
#include "widgets/page_frame.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kDescribeMs = 2000;
constexpr int kDescribeRemoteMs = 15'000;
constexpr int kFilterMs = 200;
// So many newer rows are simply shown; with more, following is a jump, and its way back is told.
constexpr std::int64_t kFewRows = 50;
// Behind by more than this, the list offers to jump.
constexpr double kBehindSeconds = 10;

QToolButton *makeOperationButton(const QString &sign, const QString &name)
{
    auto *button = new QToolButton;
    button->setText(sign);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setCheckable(true);
    button->setChecked(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
}

} // namespace

LivePage::LivePage(Workbench &workbench, QWidget *parent)
    : Page(workbench, parent), m_model(new ChangeModel(this)), m_cursor(new LiveCursor(*m_model, this)),
      m_recorder(new ChangeRecorder(this)), m_frame(new PageFrame), m_rate(new RateChart),
      m_inserts(makeOperationButton(u"+"_s, tr("Show inserts"))),
      m_modifies(makeOperationButton(u"~"_s, tr("Show modifications"))),
      m_removes(makeOperationButton(u"−"_s, tr("Show removals"))), m_region(new QComboBox),
      m_table(new FilterField(tr("Table"))), m_key(new FilterField(tr("Key"))),
      m_attribute(new FilterField(tr("Changed attribute"))),
      m_pace(new ElidedLabel), m_newer(new QPushButton), m_speed(new QComboBox),
      m_strip(new LiveStrip), m_view(new ChangeView(m_model)), m_freeze(new QAction(tr("Pause"), this))
{
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_rate);
    inner->addWidget(makeLine(Qt::Horizontal));
    inner->addWidget(makeTools());
    inner->addWidget(makeLine(Qt::Horizontal));
    inner->addWidget(m_strip);
    m_frame->setContent(m_view);
    inner->addWidget(m_frame, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(content);
    theme::setPageSurface(content);

    connect(m_cursor, &LiveCursor::changed, this, &LivePage::updateState);
    connect(m_cursor, &LiveCursor::arrived, m_recorder, &ChangeRecorder::add);
    connect(m_cursor, &LiveCursor::failed, this, &LivePage::readFailed);
    connect(m_cursor, &LiveCursor::trimmed, this, &LivePage::showTrimmed);
    connect(m_model, &ChangeModel::rereadFailed, this, [this](const Error &error) {
        m_rowsAreGone = error.code == ErrorCode::TrimmedDataAccess || error.code == ErrorCode::ResourceNotFound;
        if (!m_rowsAreGone)
            m_problem = ui::describe(error).sentence;
        updateState();
    });
    connect(m_recorder, &ChangeRecorder::changed, this, [this] { m_cursor->setHeld(m_recorder->isBehind()); });
    connect(m_recorder, &ChangeRecorder::ended, this, [this](const QString &path, std::int64_t count) {
        this->workbench().say(tr("Recorded %Ln change(s) to %1.", nullptr, static_cast<int>(count)).arg(path));
        updateState();
        Q_EMIT headChanged();
    });
    connect(m_recorder, &ChangeRecorder::failed, this, [this](const Error &error) {
        this->workbench().say(tr("The recording ended: %1").arg(toQt(error.message)), MessageKind::Error);
        Q_EMIT headChanged();
    });
    connect(m_view, &ChangeView::movedByHand, this, &LivePage::moved);
    connect(m_view, &ChangeView::rowChanged, this, &LivePage::showSelected);
    connect(m_view, &ChangeView::inspectRequested, this, &LivePage::inspectRequested);
    connect(m_view, &ChangeView::activatedRow, this, &LivePage::openItem);
    connect(m_freeze, &QAction::triggered, this, [this] { setFollowing(!m_cursor->isFollowing()); });
    connect(&m_describeTimer, &QTimer::timeout, this, &LivePage::describe);
    connect(&m_secondTimer, &QTimer::timeout, this, &LivePage::drawRate);
    m_secondTimer.start(1000);
    m_filterTimer.setSingleShot(true);
    m_filterTimer.setInterval(kFilterMs);
    connect(&m_filterTimer, &QTimer::timeout, this, &LivePage::filterEdited);
    answerCommands();
    drawRate();
}

QWidget *LivePage::makeTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(4);
    row->addWidget(m_region);
    m_region->setAccessibleName(tr("Region"));
    m_region->setToolTip(tr("Region whose tables are watched"));
    connect(m_region, &QComboBox::activated, this, &LivePage::chooseRegion);
    row->addSpacing(4);
    for (QToolButton *button : {m_inserts, m_modifies, m_removes}) {
        row->addWidget(button);
        connect(button, &QToolButton::toggled, this, &LivePage::filterEdited);
    }
    row->addSpacing(8);
    for (FilterField *field : {m_table, m_key, m_attribute}) {
        field->setMaximumWidth(theme::px(220));
        field->setAccessibleName(field->placeholderText());
        row->addWidget(field, 1);
        connect(field, &QLineEdit::textChanged, &m_filterTimer, qOverload<>(&QTimer::start));
        connect(field, &FilterField::downPressed, m_view, [this] { m_view->setFocus(Qt::TabFocusReason); });
    }
    row->addStretch();
    row->addWidget(m_pace);
    row->addWidget(m_speed);
    row->addWidget(m_newer);
    const std::pair<QString, double> speeds[] = {{tr("As Recorded"), 1.0},
                                                 {tr("10 Times as Fast"), 10.0},
                                                 {tr("All at Once"), 0.0}};
    for (const auto &[text, speed] : speeds)
        m_speed->addItem(text, speed);
    m_speed->setAccessibleName(tr("Playback speed"));
    m_speed->setToolTip(tr("Playback speed"));
    m_speed->hide();
    connect(m_speed, &QComboBox::activated, this, [this] { m_cursor->setSpeed(m_speed->currentData().toDouble()); });
    m_pace->setRole(Role::SecondText);
    m_pace->setTextStyle(TextStyle::Caption);
    m_pace->setText(tr("Redrawn four times a second"));
    m_pace->hide();
    m_newer->hide();
    connect(m_newer, &QPushButton::clicked, this, [this] { setFollowing(true); });
    return tools;
}

void LivePage::answerCommands()
{
    commands().answer(u"page.freeze"_s, this, [this] { setFollowing(!m_cursor->isFollowing()); });
    commands().answer(u"edit.find"_s, this, [this] { m_key->setFocus(Qt::ShortcutFocusReason); });
    commands().answer(u"live.region"_s, this, [this] {
        Place place = Place::ofPage(u"live-region"_s);
        place.connection = m_place.connection;
        place.region = m_place.region;
        this->workbench().open(place, OpenMode::Keep);
    });
    commands().answer(u"live.oldest"_s, this, [this] { goToOldest(); });
    commands().answer(u"live.record"_s, this, [this] { chooseRecording(); });
    commands().answer(u"live.play"_s, this, [this] { choosePlayback(); });
    commands().answer(u"live.rates"_s, this, [this] {
        makeRateTable(m_cursor->meter(), m_cursor->nowSeconds(), workbench().window())->show();
    });
    commands().answer(u"live.copy"_s, this, [this] { copySelected(); });
    commands().answer(u"live.item"_s, this, [this] { openItem(); });
}

QList<QAction *> LivePage::headActions() const
{
    return m_cursor->isRunning() ? QList<QAction *>{m_freeze} : QList<QAction *>{};
}

QAction *LivePage::primaryAction() const
{
    return m_cursor->isRunning() ? m_freeze : nullptr;
}

QList<QAction *> LivePage::moreActions() const
{
    QList<QAction *> actions;
    if (!isRegion())
        if (QAction *action = workbench().actions().action(u"live.region"_s))
            actions.append(action);
    for (const QString &id : {u"live.oldest"_s, u"live.record"_s, u"live.play"_s, u"live.rates"_s})
        if (QAction *action = workbench().actions().action(id))
            actions.append(action);
    return actions;
}

// --- Places ---

void LivePage::open(const Place &place)
{
    const bool isSameTable =
        place.connection == m_place.connection && place.region == m_place.region && place.table == m_place.table;
    const bool isFirst = m_place.isEmpty();
    m_place = place;
    if (isFirst && isRegion())
        m_view->makeRoomForTables();
    m_cursor->setFilter(ChangeFilter::fromText(place.query));
    showFilter();
    showScope();
    if (isSameTable && m_cursor->isRunning())
        return;
    m_cursor->stop();
    m_streamArn.clear();
    m_shape = {};
    m_frame->showLoading();
    const ConnectionInfo *connection = workbench().connections().find(workbench().connections().resolvedId(place.connection));
    m_describeTimer.setInterval(connection && connection->isEmbedded ? kDescribeMs : kDescribeRemoteMs);
    if (isRegion())
        watchRegion();
    else
        describe();
}

Place LivePage::place() const
{
    Place place = m_place;
    place.query = m_cursor->filter().toText();
    return place;
}

void LivePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    setWatched(true);
}

void LivePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    setWatched(false);
}

void LivePage::setWatched(bool isWatched)
{
    m_cursor->setWatched(isWatched || m_recorder->isRecording());
    if (!isWatched) {
        m_describeTimer.stop();
        return;
    }
    if (isRegion())
        return;
    m_describeTimer.start();
    describe();
}

// --- The list ---

void LivePage::filterEdited()
{
    ChangeFilter filter;
    filter.hasInserts = m_inserts->isChecked();
    filter.hasModifies = m_modifies->isChecked();
    filter.hasRemoves = m_removes->isChecked();
    filter.table = isRegion() ? m_table->text() : QString();
    filter.key = m_key->text();
    filter.attribute = m_attribute->text();
    if (filter == m_cursor->filter())
        return;
    m_passedRows = 0;
    m_cursor->setFilter(filter);
    Q_EMIT placeChanged();
}

void LivePage::showFilter()
{
    const ChangeFilter &filter = m_cursor->filter();
    const QSignalBlocker blockers[] = {QSignalBlocker(m_inserts), QSignalBlocker(m_modifies), QSignalBlocker(m_removes),
                                       QSignalBlocker(m_table), QSignalBlocker(m_key), QSignalBlocker(m_attribute)};
    m_inserts->setChecked(filter.hasInserts);
    m_modifies->setChecked(filter.hasModifies);
    m_removes->setChecked(filter.hasRemoves);
    m_table->setText(filter.table);
    m_key->setText(filter.key);
    m_attribute->setText(filter.attribute);
}

void LivePage::setFollowing(bool isFollowing)
{
    if (isFollowing) {
        m_passedRows = m_model->newerCount() > kFewRows ? m_model->newerCount() : 0;
        m_frozenRow = m_view->firstVisibleRow() + m_model->droppedCount();
    }
    m_cursor->setFollowing(isFollowing);
}

// A person scrolled: away from the end it freezes; at the end of what is shown there is more.
void LivePage::moved()
{
    if (m_model->rowCount() == 0)
        return;
    if (!m_view->isAtEnd()) {
        if (m_cursor->isFollowing())
            setFollowing(false);
        return;
    }
    if (m_cursor->isFollowing())
        return;
    if (m_model->newerCount() <= kFewRows && m_cursor->isAtEnd())
        setFollowing(true);
    else
        m_model->revealNewer();
    updateState();
}

void LivePage::goBack()
{
    if (m_cursor->passed()) {
        m_passedRows = 0;
        m_cursor->goBack();
        return;
    }
    const std::int64_t row = m_frozenRow - m_model->droppedCount();
    m_passedRows = 0;
    if (row < 0) {
        goToOldest();
        return;
    }
    m_cursor->setFollowing(false);
    m_view->goTo(static_cast<int>(row));
    updateState();
}

void LivePage::goToOldest()
{
    if (m_cursor->recording()) {
        play(m_cursor->recording()->path());
        return;
    }
    if (m_streamArn.isEmpty() && !isRegion())
        return;
    m_frame->showLoading();
    start(LiveCursor::From::Oldest);
}

void LivePage::updateState()
{
    if (m_cursor->isAtEnd())
        m_problem.clear();
    showState();
    m_view->setFollowing(m_cursor->isFollowing());
    m_freeze->setText(m_cursor->isFollowing() ? tr("Pause") : tr("Resume"));
    const std::int64_t newer = m_model->newerCount();
    //: Changes that came while the list was held still: "2,310 newer".
    m_newer->setText(m_model->isFull() ? tr("Over %1 newer").arg(countText(newer)) : tr("%1 newer").arg(countText(newer)));
    m_newer->setVisible(!m_cursor->isFollowing() && newer > 0);
    m_pace->setVisible(m_cursor->isFollowing() && m_cursor->meter().perSecond(m_cursor->nowSeconds()) > LiveCursor::kBusyRate);
    m_speed->setVisible(m_cursor->recording() != nullptr);
    m_strip->show(notice());
    m_frame->setBusy(m_cursor->isRunning() && !m_cursor->isAtEnd() && m_frame->state() == PageFrame::State::Content
                     && m_cursor->iteratorAge() > kBehindSeconds);
    Q_EMIT selectionChanged();
}

void LivePage::showState()
{
    if (!m_cursor->isRunning() || m_isLost)
        return;
    if (m_model->rowCount() > 0) {
        if (m_frame->state() != PageFrame::State::Content)
            m_frame->showContent();
    } else if (m_cursor->isAtEnd() && m_frame->state() != PageFrame::State::Empty) {
        showEmpty();
    }
}

void LivePage::showEmpty()
{
    EmptyText text;
    text.icon = u"live"_s;
    if (!m_cursor->filter().isEmpty() && m_cursor->scanned() > 0) {
        text.title = tr("None of %1 changes matches").arg(countText(m_cursor->scanned()));
        text.buttonText = tr("Clear Filter");
        text.action = [this] {
            m_cursor->setFilter({});
            showFilter();
            Q_EMIT placeChanged();
        };
    } else {
        text.title = tr("No change yet");
        text.sentence = isRegion() ? tr("Listening. What is written to tables with a stream in %1 is listed here as it happens. "
                                            "A table's Live view turns its stream on.")
                                         .arg(workbench().client(m_place).region())
                                   : tr("Listening. What is written to %1 is listed here as it happens.").arg(m_place.table);
        text.snippet = isRegion() ? QString() : putSnippet(m_shape, workbench().endpoint().state(), workbench().client(m_place).region());
    }
    m_frame->showEmpty(text);
}

LiveStrip::Notice LivePage::notice()
{
    if (const RecordingSource *recording = m_cursor->recording())
        return {Role::TintAsOf, tr("Playing back %1").arg(recording->path()), tr("Back to Live"), [this] { backToLive(); }};
    if (!m_problem.isEmpty() && m_model->rowCount() > 0)
        return {Role::TintConflict, tr("%1 Reading goes on when it can.").arg(m_problem), {}, {}};
    if (m_rowsAreGone)
        return {Role::TintConflict, tr("Some of these records are no longer kept: a stream holds them for 24 hours."),
                tr("Go to Oldest"), [this] { goToOldest(); }};
    if (m_cursor->isFollowing() && m_cursor->iteratorAge() > kBehindSeconds && m_cursor->isRunning() && !m_cursor->passed())
        return {Role::TintChanged, tr("Behind by %1").arg(ageText(m_cursor->iteratorAge())), tr("Jump to Now"),
                [this] { m_cursor->jumpToNow(); }};
    if (const auto &passed = m_cursor->passed())
        return {Role::TintChanged,
                passed->isCounted ? tr("%1 changes were passed.").arg(countText(passed->count))
                                  : tr("Changes were passed; %1 counted so far.").arg(countText(passed->count)),
                tr("Go Back"), [this] { goBack(); }};
    if (m_passedRows > 0 && m_cursor->isFollowing())
        return {Role::TintChanged, tr("%1 changes came while the list was paused.").arg(countText(m_passedRows)),
                tr("Go Back"), [this] { goBack(); }};
    if (m_recorder->isRecording())
        return {Role::TintAdded,
                tr("Recording to %1: %2 changes").arg(m_recorder->path(), countText(m_recorder->count())),
                tr("Stop Recording"), [this] { m_recorder->stop(); }};
    if (m_cursor->isRunning() && !isRegion() && !m_isStreamOn && !m_isTurningOn)
        return {Role::TintAsOf, tr("The stream is off. Its records stay readable for 24 hours."), tr("Turn On Stream"),
                [this] { turnOnStream(); }};
    return {};
}

void LivePage::drawRate()
{
    if (isVisible())
        m_rate->show(m_cursor->meter(), m_cursor->nowSeconds(), m_cursor->iteratorAge());
}

QString LivePage::selectionText() const
{
    return m_model->rowCount() == 0 ? QString() : tr("%Ln change(s)", nullptr, m_model->rowCount());
}

void LivePage::focusContent()
{
    if (m_frame->state() == PageFrame::State::Content)
        m_view->setFocus(Qt::OtherFocusReason);
    else
        Page::focusContent();
}

QVariantMap LivePage::saveState() const
{
    return {{u"header"_s, m_view->horizontalHeader()->saveState()}};
}

void LivePage::restoreState(const QVariantMap &state)
{
    m_view->horizontalHeader()->restoreState(state.value(u"header"_s).toByteArray());
    showScope();
}

} // namespace stator::ui

#include "moc_live_page.cpp"
