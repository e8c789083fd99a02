#include "features/requests/request_details.h"

#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "api/describe_table.h"
#include "bridge/connections.h"
#include "bridge/error_text.h"
#include "bridge/text.h"
#include "code/code_panel.h"
#include "cost/cost_panel.h"
#include "features/requests/client_name.h"
#include "features/requests/region_hint.h"
#include "shell/endpoint_status.h"
#include "shell/workbench.h"
#include "widgets/card.h"
#include "widgets/code_snippet.h"
#include "widgets/elided_label.h"
#include "widgets/json_highlighter.h"
#include "widgets/json_text.h"
#include "widgets/labels.h"
#include "widgets/segmented_switch.h"
#include "widgets/text_view.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;
using theme::TextStyle;

RequestDetails::RequestDetails(Workbench &workbench, const Place &place, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_place(place),
      m_nothing(new ThemedLabel(tr("Select a request to see it here."), TextStyle::Body, Role::SecondText)),
      m_body(new QWidget), m_title(new ThemedLabel({}, TextStyle::Section)), m_status(new ThemedLabel({})),
      m_where(new ElidedLabel), m_client(new ElidedLabel), m_hintText(new ThemedLabel({})),
      m_hintFix(new CodeSnippet), m_views(new SegmentedSwitch), m_stack(new QStackedWidget), m_sent(new TextView),
      m_answered(new TextView), m_cost(new CostPanel), m_code(new CodePanel)
{
    m_nothing->setAlignment(Qt::AlignHCenter);
    m_nothing->setWordWrap(true);
    m_views->setSegments({{u"request"_s, tr("Request")},
                          {u"response"_s, tr("Response")},
                          {u"cost"_s, tr("Cost")},
                          {u"code"_s, tr("Code")}});
    m_views->setCurrent(u"request"_s);
    m_views->setAccessibleName(tr("What to see of the request"));
    for (TextView *view : {m_sent, m_answered})
        new JsonHighlighter(view->document());
    m_sent->setAccessibleName(tr("Request"));
    m_answered->setAccessibleName(tr("Response"));
    auto *costScroll = new QScrollArea;
    costScroll->setWidgetResizable(true);
    costScroll->setFrameShape(QFrame::NoFrame);
    costScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    costScroll->setWidget(m_cost);
    for (QWidget *view : {static_cast<QWidget *>(m_sent), static_cast<QWidget *>(m_answered),
                          static_cast<QWidget *>(costScroll), static_cast<QWidget *>(m_code)})
        m_stack->addWidget(view);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(12);
    body->addWidget(makeHead());
    body->addWidget(makeRegionHint());
    body->addWidget(m_views, 0, Qt::AlignLeft);
    body->addWidget(m_stack, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 16);
    column->addWidget(m_nothing, 0, Qt::AlignTop);
    column->addWidget(m_body, 1);
    connect(m_views, &SegmentedSwitch::chosen, this, &RequestDetails::showView);
    clear();
}

QWidget *RequestDetails::makeHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_status->setWordWrap(true);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (ElidedLabel *label : {m_where, m_client})
        label->setRole(Role::SecondText);
    column->addWidget(m_title);
    column->addWidget(m_status);
    column->addWidget(m_where);
    column->addWidget(m_client);
    return head;
}

QWidget *RequestDetails::makeRegionHint()
{
    auto *card = new Card;
    m_hint = card;
    m_hintText->setWordWrap(true);
    auto *open = new QPushButton(tr("Open the Table"));
    card->body()->addWidget(m_hintText);
    card->body()->addWidget(m_hintFix);
    card->body()->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, [this] {
        m_workbench.open(Place::ofTable(m_place.connection, m_hintRegion, plainTableName(m_row.table)), OpenMode::Keep);
    });
    m_hint->hide();
    return card;
}

void RequestDetails::showView(const QString &id)
{
    m_views->setCurrent(id);
    const QStringList order{u"request"_s, u"response"_s, u"cost"_s, u"code"_s};
    m_stack->setCurrentIndex(std::max<int>(0, static_cast<int>(order.indexOf(id))));
}

void RequestDetails::show(const RequestRow &row)
{
    const bool isSame = m_row.number == row.number && m_body->isVisibleTo(this);
    m_row = row;
    m_nothing->hide();
    m_body->QWidget::show();
    if (isSame)
        return;
    m_title->setText(row.operation.isEmpty() ? tr("Not an operation") : row.operation);
    //: A duration; %1 is a number of milliseconds.
    const QString time = tr("%1 ms").arg(QLocale().toString(row.durationMs, 'f', row.durationMs < 10 ? 2 : 0));
    const QString units = row.units < 0    ? QString()
                          : row.units == 1 ? u" · "_s + tr("1 unit")
                                           : u" · "_s + tr("%1 units").arg(unitsText(row.units));
    const QString code = row.errorCode.isEmpty() ? QString::number(row.status) : u"■ %1 %2"_s.arg(row.status).arg(row.errorCode);
    m_status->setText(code + u" · "_s + time + units);
    m_status->setRole(row.isError() ? Role::Error : Role::Text);
    QStringList where{requestTimeText(row.timeSeconds)};
    for (const QString &part : {plainTableName(row.table), row.region})
        if (!part.isEmpty())
            where.append(part);
    m_where->setText(where.join(u" · "_s));
    //: Who sent a request, and the sizes of what was sent and answered.
    m_client->setText(tr("%1 · %2 sent, %3 answered")
                          .arg(clientName(row.userAgent, row.client), sizeText(row.requestBytes), sizeText(row.responseBytes)));
    showHint();
    m_request.reset();
    fetch();
}

void RequestDetails::clear()
{
    m_row = {};
    m_body->hide();
    m_nothing->QWidget::show();
}

void RequestDetails::showHint()
{
    m_hint->hide();
    if (m_row.errorCode != "ResourceNotFoundException"_L1 || m_row.table.isEmpty())
        return;
    const QStringList regions = regionsWithTable(m_row.table, m_place.connection, m_row.region, m_workbench.connections(),
                                                 m_workbench.tables());
    if (regions.isEmpty())
        return;
    m_hintRegion = regions.first();
    //: A table that a request did not find; %2 and %3 are names of regions.
    m_hintText->setText(tr("%1 is in %2, and this request went to %3.")
                            .arg(plainTableName(m_row.table), regions.join(u", "_s), m_row.region));
    m_hintFix->setCode(regionFix(m_hintRegion, clientLanguage(m_row.userAgent)));
    m_hint->show();
}

// --- Bodies ---

void RequestDetails::fetch()
{
    api::ListRequestsRequest request;
    request.after = m_row.number - 1;
    request.limit = 1;
    request.includeBodies = true;
    m_workbench.client(m_place).run(this, m_slot, std::move(request), [this](Result<api::ListRequestsResponse> reply) {
        if (!reply.ok()) {
            showMissing(ui::describe(reply.error()).sentence);
            return;
        }
        if (reply->requests.empty() || reply->requests.front().number != m_row.number || !reply->requests.front().requestBody) {
            showMissing(tr("What was sent and answered is no longer kept; later requests took its room."));
            return;
        }
        take(reply->requests.front());
    });
}

void RequestDetails::showMissing(const QString &reason)
{
    for (TextView *view : {m_sent, m_answered})
        view->setNotice(reason);
    m_cost->setNothing(reason);
    m_code->setNothing(reason);
}

void RequestDetails::take(const api::LoggedRequest &request)
{
    m_request = request;
    showBody(m_sent, request.requestBody.value_or(std::string()), request.requestBodyTruncated.value_or(false),
             m_row.requestBytes);
    showBody(m_answered, request.responseBody.value_or(std::string()), request.responseBodyTruncated.value_or(false),
             m_row.responseBytes);
    explain(request);
    showCode(request);
    if (costKindOf(request.operation) != CostKind::Other)
        describeTable(plainTableName(m_row.table));
}

void RequestDetails::showBody(TextView *view, const std::string &body, bool isCut, std::int64_t bytes)
{
    QString text = indentedJson(toQt(std::string_view(body)));
    if (isCut)
        //: Below the beginning of a long body; %1 and %2 are sizes.
        text += u"\n\n"_s + tr("Only the first %1 of %2 are kept.")
                                .arg(sizeText(static_cast<std::int64_t>(body.size())),
                                     sizeText(std::max(bytes, static_cast<std::int64_t>(body.size()) + 1)));
    if (text.isEmpty())
        view->setNotice(tr("Empty."));
    else
        view->setContent(text);
}

void RequestDetails::showCode(const api::LoggedRequest &request)
{
    if (request.requestBodyTruncated.value_or(false)) {
        m_code->setNothing(tr("The request is too long to be kept whole, so there is no code for it."));
        return;
    }
    auto code = code::requestOf(request.operation, *request.requestBody);
    if (!code.ok()) {
        m_code->setNothing(code.error().code == ErrorCode::UnknownOperation
                               ? tr("The SDKs do not have this operation.")
                               : tr("No SDK could send this request: %1").arg(toQt(std::string_view(code.error().message))));
        return;
    }
    code->region = m_row.region;
    const EndpointState &endpoint = m_workbench.endpoint().state();
    if (endpoint.kind == EndpointState::Kind::Listening)
        code->endpoint = endpoint.url();
    m_code->setRequest(*code);
}

void RequestDetails::explain(const api::LoggedRequest &request)
{
    const bool hasCost = request.consumedCapacity && !request.consumedCapacity->empty();
    if (m_row.isError() && !hasCost) {
        m_cost->setNothing(m_row.errorCode == "ConditionalCheckFailedException"_L1
                               ? tr("The condition failed. The service counts that as a write of the item as it is, rounded up "
                                    "to 1 KB, and does not tell the units.")
                               : tr("A request that is refused consumes no units."));
        return;
    }
    if (!hasCost && costKindOf(request.operation) != CostKind::Other) {
        m_cost->setNothing(tr("The units of this request were not noted."));
        return;
    }
    m_cost->setFacts(factsOfRequest(m_row.operation, request.requestBody.value_or(std::string()),
                                    request.responseBody.value_or(std::string()),
                                    request.consumedCapacity.value_or(std::vector<api::ConsumedCapacity>())));
}

// Keys and indexes of the table tell what another request would have cost.
void RequestDetails::describeTable(const QString &table)
{
    if (table.isEmpty() || m_row.isError())
        return;
    api::DescribeTableRequest request;
    request.tableName = toUtf8(table);
    Place place = m_place;
    place.region = m_row.region;
    m_workbench.client(place).run(this, m_describeSlot, std::move(request), [this](Result<api::DescribeTableResponse> reply) {
        if (!reply.ok() || !reply->table || !m_request || !m_request->consumedCapacity)
            return;
        CostFacts facts = factsOfRequest(m_row.operation, m_request->requestBody.value_or(std::string()),
                                         m_request->responseBody.value_or(std::string()), *m_request->consumedCapacity);
        facts.shape = shapeOf(*reply->table);
        m_cost->setFacts(facts);
    });
}

} // namespace stator::ui

#include "moc_request_details.cpp"
