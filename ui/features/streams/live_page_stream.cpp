// The Live page and the stream of its table: there is none, it is off, it was begun anew, it cannot be read.
#include "api/describe_table.h"
#include "api/update_table.h"
#include "bridge/connections.h"
#include "bridge/error_text.h"
#include "bridge/text.h"
#include "features/streams/live_page.h"
#include "features/streams/recording_source.h"
#include "shell/workbench.h"
#include "widgets/page_frame.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

void LivePage::describe()
{
    if (m_describeSlot.isWaiting())
        return;
    api::DescribeTableRequest request;
    request.tableName = toUtf8(m_place.table);
    workbench().client(m_place).run(this, m_describeSlot, std::move(request), [this](Result<api::DescribeTableResponse> reply) {
        if (reply.ok() && reply->table)
            return described(*reply->table);
        if (!m_cursor->isRunning())
            m_frame->showError(ui::describe(reply.ok() ? Error::resourceNotFound() : reply.error()), tr("Try Again"),
                               [this] { describe(); });
    });
}

void LivePage::described(const api::TableDescription &table)
{
    m_shape = shapeOf(table);
    m_isStreamOn = table.streamSpecification && table.streamSpecification->streamEnabled;
    m_isTurningOn = m_isTurningOn && !m_isStreamOn;
    if (m_cursor->recording())
        return;
    const QString arn = toQt(table.latestStreamArn);
    if (arn.isEmpty()) {
        if (!m_isTurningOn && !m_cursor->isRunning())
            offerStream();
        return;
    }
    if (arn == m_streamArn) {
        updateState();
        return;
    }
    if (!m_cursor->isRunning()) {
        m_streamArn = arn;
        start(firstLook());
    } else if (m_cursor->isAtEnd()) {
        // A stream that was turned off and on again: the list goes on with the new one.
        m_streamArn = arn;
        m_cursor->goOn(toUtf8(arn));
    }
}

// What reading from the oldest costs, only this computer knows to be nothing.
LiveCursor::From LivePage::firstLook() const
{
    const ConnectionInfo *connection = workbench().connections().find(workbench().connections().resolvedId(m_place.connection));
    return connection && connection->isEmbedded ? LiveCursor::From::Recent : LiveCursor::From::Now;
}

void LivePage::start(LiveCursor::From from)
{
    m_problem.clear();
    m_rowsAreGone = false;
    m_isLost = false;
    m_passedRows = 0;
    m_cursor->start(workbench().client(m_place), toUtf8(m_streamArn), from);
    Q_EMIT headChanged();
}

void LivePage::offerStream()
{
    EmptyText text;
    text.icon = u"live"_s;
    text.title = tr("%1 has no stream").arg(m_place.table);
    text.sentence = tr("A stream keeps every change of the table for 24 hours, with the item before and after it.");
    text.buttonText = tr("Turn On Stream");
    text.isPrimary = true;
    text.action = [this] { turnOnStream(); };
    m_frame->showEmpty(text);
    Q_EMIT headChanged();
}

void LivePage::turnOnStream()
{
    if (m_updateSlot.isWaiting())
        return;
    m_isTurningOn = true;
    m_frame->setBusy(true);
    api::UpdateTableRequest request;
    request.tableName = toUtf8(m_place.table);
    request.streamSpecification.emplace();
    request.streamSpecification->streamEnabled = true;
    request.streamSpecification->streamViewType = api::StreamViewType::NewAndOldImages;
    workbench().client(m_place).run(this, m_updateSlot, std::move(request), [this](Result<api::UpdateTableResponse> reply) {
        m_frame->setBusy(false);
        if (!reply.ok()) {
            m_isTurningOn = false;
            m_frame->showError(ui::describe(reply.error()), tr("Turn On Stream"), [this] { turnOnStream(); });
            return;
        }
        workbench().say(tr("The stream of %1 is on.").arg(m_place.table));
        describe();
    });
}

void LivePage::showTrimmed()
{
    m_isLost = true;
    ErrorText text;
    text.sentence = tr("The records that come next are no longer kept: a stream holds them for 24 hours.");
    text.advice = tr("Go on with the oldest that is there.");
    text.code = errorName(ErrorCode::TrimmedDataAccess);
    m_frame->showError(text, tr("Go to Oldest"), [this] { goToOldest(); });
}

void LivePage::readFailed(const Error &error)
{
    const ErrorText text = ui::describe(error);
    if (m_model->rowCount() == 0)
        m_frame->showError(text, tr("Try Again"), [this] {
            m_frame->showLoading();
            m_cursor->poll();
        });
    m_problem = text.sentence;
}

} // namespace stator::ui
