#include "features/requests/request_recorder.h"

#include <QDateTime>
#include <QFile>

#include "api/list_requests.h"
#include "bridge/error_text.h"
#include "bridge/text.h"

namespace stator::ui {

namespace {

// Bodies are overwritten when many megabytes have followed them.
constexpr int kPollMs = 100;
constexpr int kMostAtOnce = 500;

RecordedRequest recorded(const api::LoggedRequest &request)
{
    RecordedRequest one;
    one.timeSeconds = request.time;
    one.region = toQt(std::string_view(request.region));
    one.operation = toQt(std::string_view(request.operation));
    one.status = request.httpStatus;
    one.request = request.requestBody.value_or(std::string());
    one.response = request.responseBody.value_or(std::string());
    one.isRequestCut = request.requestBodyTruncated.value_or(false);
    one.isResponseCut = request.responseBodyTruncated.value_or(false);
    return one;
}

} // namespace

RequestRecorder::RequestRecorder(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(kPollMs);
    connect(&m_timer, &QTimer::timeout, this, &RequestRecorder::poll);
}

RequestRecorder::~RequestRecorder() = default;

void RequestRecorder::start(const QString &path, const ServiceClient &client, std::int64_t after)
{
    m_client = client;
    m_path = path;
    m_file = std::make_shared<QFile>(path);
    m_after = after;
    m_count = m_bytes = m_missed = 0;
    m_state = State::Running;
    write(recordingHead(static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000), false);
    m_timer.start();
    Q_EMIT changed();
}

void RequestRecorder::stop()
{
    if (m_state != State::Running)
        return;
    m_state = State::Stopping;
    poll();
    Q_EMIT changed();
}

void RequestRecorder::poll()
{
    if (m_slot.isWaiting() || m_writeSlot.isWaiting())
        return;
    api::ListRequestsRequest request;
    request.after = m_after;
    request.limit = kMostAtOnce;
    request.includeBodies = true;
    m_client.run(this, m_slot, std::move(request), [this](Result<api::ListRequestsResponse> reply) {
        if (reply.ok())
            return take(*reply);
        Q_EMIT failed(describe(reply.error()).sentence);
        end();
    });
}

void RequestRecorder::take(const api::ListRequestsResponse &reply)
{
    m_missed += reply.dropped;
    QByteArray lines;
    for (const api::LoggedRequest &request : reply.requests) {
        m_after = request.number;
        if (!request.requestBody) {
            ++m_missed;
            continue;
        }
        lines += recordingLine(recorded(request));
        ++m_count;
    }
    const bool isLast = m_state == State::Stopping && reply.requests.size() < kMostAtOnce;
    write(std::move(lines), isLast);
    if (!reply.requests.empty())
        Q_EMIT changed();
}

void RequestRecorder::write(QByteArray lines, bool isLast)
{
    if (lines.isEmpty() && isLast)
        return end();
    if (lines.isEmpty())
        return;
    m_bytes += lines.size();
    const auto work = [file = m_file, lines = std::move(lines)](std::stop_token) {
        if (!file->isOpen() && !file->open(QIODevice::WriteOnly | QIODevice::Truncate))
            return file->errorString();
        return file->write(lines) == lines.size() && file->flush() ? QString() : file->errorString();
    };
    m_client.compute(this, m_writeSlot, work, [this, isLast](const QString &problem) {
        if (!problem.isEmpty())
            Q_EMIT failed(tr("The recording cannot be written: %1").arg(problem));
        if (!problem.isEmpty() || isLast)
            end();
        else
            poll();
    });
}

void RequestRecorder::end()
{
    if (m_state == State::Idle)
        return;
    m_timer.stop();
    m_slot.cancel();
    m_file.reset();
    m_state = State::Idle;
    Q_EMIT changed();
    Q_EMIT ended();
}

} // namespace stator::ui

#include "moc_request_recorder.cpp"
