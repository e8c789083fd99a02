#include "features/requests/requests_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "api/list_requests.h"
#include "bridge/text.h"
#include "features/requests/request_details.h"
#include "shell/action_catalog.h"
#include "shell/endpoint_status.h"
#include "shell/page_registry.h"
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

constexpr int kPollMs = 250;
constexpr int kMostAtOnce = 2000;

class RequestFilter final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setErrorsOnly(bool isErrorsOnly)
    {
        m_isErrorsOnly = isErrorsOnly;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        return (!m_isErrorsOnly || index.data(RequestModel::IsErrorRole).toBool()) &&
               QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }

private:
    bool m_isErrorsOnly = false;
};

// Lean: a fill and a text a cell. An error has a square before its status.
class RequestDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, theme::color(isSelected ? Role::Selection : Role::Page));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          theme::mix(theme::color(Role::Page), theme::color(Role::Hairline), 0.6));
        const int column = index.column();
        const bool isError = index.data(RequestModel::IsErrorRole).toBool();
        const bool isCode = column == RequestModel::Time ||
                            (column >= RequestModel::Duration && column <= RequestModel::Bytes);
        QRect area = option.rect.adjusted(theme::px(8), 0, -theme::px(8), 0);
        if (column == RequestModel::Status && isError) {
            const int side = theme::px(8);
            const QRect sign =
                QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {side, side}, area);
            painter->fillRect(sign, theme::color(Role::Error));
            area = QStyle::visualRect(option.direction, area, area.adjusted(side + theme::px(6), 0, 0, 0));
        }
        painter->setFont(isCode ? theme::monoFont() : theme::font(TextStyle::Body));
        const bool isQuiet = column == RequestModel::Time || column == RequestModel::Region ||
                             column == RequestModel::Client;
        painter->setPen(theme::color(column == RequestModel::Status && isError ? Role::Error
                                     : isQuiet                                 ? Role::SecondText
                                                                               : Role::Text));
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        painter->drawText(
            area, static_cast<int>(QStyle::visualAlignment(option.direction, alignment)) | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }
};

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
      m_errors(new QToolButton), m_newer(new QPushButton),
      m_dropped(new ThemedLabel({}, TextStyle::Body, Role::Warning)), m_view(new QTableView)
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(RequestModel::SearchRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    setUpView();
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(makeTools());
    inner->addWidget(makeLine(Qt::Horizontal));
    inner->addWidget(m_view, 1);
    m_frame->setContent(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    commands().answer(u"page.freeze"_s, this, [this] { setFollowing(m_model->isFrozen()); });
    commands().answer(u"edit.find"_s, this, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    connect(&m_timer, &QTimer::timeout, this, &RequestsPage::poll);
    connect(&workbench.endpoint(), &EndpointStatus::changed, this, &RequestsPage::updateState);
    updateState();
    m_timer.start(kPollMs);
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
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &FilterField::downPressed, m_view, [this] { m_view->setFocus(Qt::TabFocusReason); });
    connect(m_errors, &QToolButton::toggled, this,
            [this](bool isOn) { static_cast<RequestFilter *>(m_filtered)->setErrorsOnly(isOn); });
    connect(m_newer, &QPushButton::clicked, this, [this] { setFollowing(true); });
    return tools;
}

void RequestsPage::setUpView()
{
    QHeaderView *header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->verticalHeader()->hide();
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
    constexpr int kWidths[] = {116, 120, 72, 80, 88, 48, 52, 72, 120};
    header->setMinimumSectionSize(theme::px(48));
    for (int i = 0; i < RequestModel::ColumnCount; ++i)
        header->resizeSection(i, theme::px(kWidths[i]));
    header->setSectionResizeMode(RequestModel::Status, QHeaderView::Stretch);
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
    request.limit = kMostAtOnce;
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
    if (!m_model->isFrozen())
        m_view->scrollToBottom();
    m_isScrolling = false;
    updateState();
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

void registerRequests(PageRegistry &registry)
{
    PageInfo info;
    info.id = u"requests"_s;
    info.title = RequestsPage::tr("Requests");
    info.icon = u"requests"_s;
    info.order = 20;
    info.factory = [](Workbench &workbench, QWidget *parent) { return new RequestsPage(workbench, parent); };
    registry.add(info);
}

void addRequestCommands(Workbench &workbench)
{
    ActionCatalog &actions = workbench.actions();
    if (!actions.action(u"page.freeze"_s)) {
        Command freeze;
        freeze.id = u"page.freeze"_s;
        freeze.text = RequestsPage::tr("Freeze or Fo&llow");
        freeze.icon = u"pause"_s;
        freeze.shortcuts = {Qt::CTRL | Qt::Key_Period};
        freeze.menu = MenuId::View;
        freeze.group = 20;
        actions.add(freeze);
    }
    if (!actions.action(u"edit.find"_s)) {
        Command find;
        find.id = u"edit.find"_s;
        find.text = RequestsPage::tr("&Find");
        find.icon = u"search"_s;
        find.shortcuts = {Qt::CTRL | Qt::Key_F};
        find.menu = MenuId::Edit;
        find.group = 30;
        actions.add(find);
    }
}

} // namespace stator::ui
