#include "features/requests/requests_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "api/list_requests.h"
#include "bridge/text.h"
#include "features/requests/record_bar.h"
#include "features/requests/request_details.h"
#include "features/requests/request_view.h"
#include "shell/action_catalog.h"
#include "shell/endpoint_status.h"
#include "shell/workbench.h"
#include "theme/style_controls.h"
#include "theme/theme.h"
#include "widgets/filter_field.h"
#include "widgets/labels.h"
#include "widgets/page_frame.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kRequestsPollMs = 250;
constexpr int kMostRequestsAtOnce = 2000;

RequestRow rowOf(const api::LoggedRequest &request)
{
    RequestRow row;
    row.number = request.number;
    row.timeSeconds = request.time;
    row.operation = toQt(std::string_view(request.operation));
    row.table = toQt(request.tableName);
    row.region = toQt(std::string_view(request.region));
    row.errorCode = toQt(request.errorCode);
    row.status = request.httpStatus;
    row.durationMs = request.durationMs;
    row.requestBytes = request.requestBytes;
    row.responseBytes = request.responseBytes;
    row.units = request.capacityUnits.value_or(-1);
    row.client = toQt(request.client);
    row.userAgent = toQt(request.userAgent);
    return row;
}

} // namespace

RequestsPage::RequestsPage(Workbench &workbench, QWidget *parent)
    : Page(workbench, parent), m_model(new RequestModel(this)), m_filtered(new RequestFilter(this)),
      m_frame(new PageFrame), m_filter(new FilterField(tr("Filter by operation, table, region, client or error"))),
      m_errors(new QToolButton), m_newer(new QPushButton), m_record(new RecordBar(workbench)),
      m_dropped(new ThemedLabel({}, TextStyle::Body, Role::Warning)), m_view(new QTableView)
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(RequestModel::SearchRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    setUpView();
    m_frame->setContent(m_view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    // Above the frame: who wants the first request on record asks before it comes.
    column->addWidget(makeTools());
    column->addWidget(makeLine(Qt::Horizontal));
    column->addWidget(m_frame, 1);
    commands().answer(u"page.freeze"_s, this, [this] { setFollowing(m_model->isFrozen()); });
    commands().answer(u"edit.find"_s, this, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    commands().answer(u"requests.record"_s, this, [this] { m_record->record(); });
    commands().answer(u"requests.replay"_s, this, [this] { m_record->chooseReplay(); });
    connect(m_record, &RecordBar::started, this, &RequestsPage::kept);
    connect(&m_timer, &QTimer::timeout, this, &RequestsPage::poll);
    connect(&workbench.endpoint(), &EndpointStatus::changed, this, &RequestsPage::updateState);
    updateState();
    m_timer.start(kRequestsPollMs);
}

QWidget *RequestsPage::makeTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(12, 8, 12, 8);
    m_filter->setMaximumWidth(theme::px(360));
    m_errors->setText(tr("Errors Only"));
    m_errors->setCheckable(true);
    m_errors->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_newer->hide();
    row->addWidget(m_filter, 1);
    row->addWidget(m_errors);
    row->addStretch();
    row->addWidget(m_dropped);
    row->addWidget(m_newer);
    row->addWidget(m_record);
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &FilterField::downPressed, m_view, [this] { m_view->setFocus(Qt::TabFocusReason); });
    connect(m_errors, &QToolButton::toggled, this,
            [this](bool isOn) { m_filtered->setErrorsOnly(isOn); });
    connect(m_newer, &QPushButton::clicked, this, [this] { setFollowing(true); });
    return tools;
}

void RequestsPage::setUpView()
{
    QHeaderView *header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setMinimumSectionSize(1); // the style's own is taller than a compact row
    m_view->verticalHeader()->setDefaultSectionSize(theme::rowHeight());
    m_view->setItemDelegate(new RequestDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->setAccessibleName(tr("Requests"));
    m_view->setModel(m_filtered);
    // What went wrong is read first; who sent it may lie beyond the edge of a narrow window.
    constexpr int kWidths[] = {112, 116, 84, 80, 196, 48, 52, 72, 120};
    header->setMinimumSectionSize(theme::px(48));
    for (int i = 0; i < RequestModel::ColumnCount; ++i)
        header->resizeSection(i, theme::px(kWidths[i]));
    header->setStretchLastSection(true);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RequestsPage::showSelected);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_isScrolling && isAtEnd() == m_model->isFrozen())
            setFollowing(isAtEnd());
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, m_view,
            [this] { m_view->verticalHeader()->setDefaultSectionSize(theme::rowHeight()); });
}

void RequestsPage::open(const Place &place)
{
    m_place = place;
    m_record->setPlace(place);
    if (m_filter->text() != place.query)
        m_filter->setText(place.query);
    poll();
}

bool RequestsPage::isAtEnd() const
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    return bar->value() >= bar->maximum() - 1;
}

void RequestsPage::poll()
{
    if (m_slot.isWaiting())
        return;
    api::ListRequestsRequest request;
    request.after = m_model->newest();
    request.limit = kMostRequestsAtOnce;
    workbench().client(m_place).run(
        this, m_slot, std::move(request), [this](Result<api::ListRequestsResponse> result) {
            if (!result) {
                if (m_model->rowCount() == 0)
                    m_frame->showError(describe(result.error()), tr("Try Again"), [this] { poll(); });
                return;
            }
            std::vector<RequestRow> rows;
            rows.reserve(result->requests.size());
            for (const api::LoggedRequest &each : result->requests)
                rows.push_back(rowOf(each));
            take(std::move(rows), result->dropped);
        });
}

void RequestsPage::take(std::vector<RequestRow> rows, std::int64_t dropped)
{
    m_droppedCount += dropped;
    if (rows.empty() && dropped == 0 && m_frame->state() != PageFrame::State::Error)
        return;
    m_isScrolling = true;
    m_model->append(std::move(rows));
    m_record->setNewest(m_model->newest());
    if (!m_model->isFrozen())
        m_view->scrollToBottom();
    m_isScrolling = false;
    updateState();
    Q_EMIT selectionChanged(); // it tells how many there are
}

void RequestsPage::setFollowing(bool isFollowing)
{
    m_isScrolling = true;
    m_model->setFrozen(!isFollowing);
    if (isFollowing)
        m_view->scrollToBottom();
    m_isScrolling = false;
    updateState();
}

void RequestsPage::updateState()
{
    //: Requests that arrived while the list was held still: "2,310 newer".
    m_newer->setText(m_model->heldCount() > 0 ? tr("%Ln newer", nullptr, m_model->heldCount())
                                              : tr("Follow"));
    m_newer->setVisible(m_model->isFrozen());
    //: Requests that were overwritten before they could be shown.
    m_dropped->setText(tr("%Ln not kept", nullptr, static_cast<int>(m_droppedCount)));
    m_dropped->setVisible(m_droppedCount > 0);
    if (m_model->rowCount() > 0) {
        if (m_frame->state() != PageFrame::State::Content)
            m_frame->showContent();
        return;
    }
    const EndpointState &endpoint = workbench().endpoint().state();
    EmptyText text;
    text.icon = u"requests"_s;
    text.title = tr("No client yet");
    const bool isListening = endpoint.kind == EndpointState::Kind::Listening;
    text.sentence = isListening ? tr("What an SDK sends to %1 is listed here.").arg(endpoint.url())
                                : tr("The endpoint is not listening; start it on Home.");
    if (isListening)
        text.snippet = endpointSnippet(endpoint, SnippetLanguage::Cli);
    m_frame->showEmpty(text);
}

QWidget *RequestsPage::inspector()
{
    if (!m_details) {
        m_details = new RequestDetails(workbench(), m_place);
        showSelected();
    }
    return m_details;
}

void RequestsPage::showSelected()
{
    const QModelIndex current = m_filtered->mapToSource(m_view->currentIndex());
    if (m_details && current.isValid())
        m_details->show(m_model->at(current.row()));
    else if (m_details)
        m_details->clear();
    Q_EMIT selectionChanged();
}

QString RequestsPage::selectionText() const
{
    return m_model->rowCount() == 0 ? QString() : tr("%Ln request(s)", nullptr, m_filtered->rowCount());
}

void RequestsPage::focusContent()
{
    if (m_frame->state() == PageFrame::State::Content)
        m_view->setFocus(Qt::OtherFocusReason);
    else
        Page::focusContent();
}

QVariantMap RequestsPage::saveState() const
{
    return {{u"header"_s, m_view->horizontalHeader()->saveState()}};
}

void RequestsPage::restoreState(const QVariantMap &state)
{
    m_view->horizontalHeader()->restoreState(state.value(u"header"_s).toByteArray());
}

} // namespace stator::ui

#include "moc_requests_page.cpp"
