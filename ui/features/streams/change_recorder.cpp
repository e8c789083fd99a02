#include "features/streams/change_recorder.h"

namespace stator::ui {

void ChangeRecorder::start(const ServiceClient &client, const QString &path)
{
    m_client = client;
    m_path = path;
    m_writer = std::make_shared<RecordingWriter>(path);
    m_waiting.clear();
    m_count = 0;
    m_isOpen = m_isStopping = false;
    work();
    Q_EMIT changed();
}

void ChangeRecorder::add(const std::vector<ChangePointer> &changes)
{
    if (!m_writer || m_isStopping)
        return;
    m_waiting.insert(m_waiting.end(), changes.begin(), changes.end());
    m_count += static_cast<std::int64_t>(changes.size());
    if (!m_slot.isWaiting())
        work();
    Q_EMIT changed();
}

void ChangeRecorder::stop()
{
    if (!m_writer)
        return;
    m_isStopping = true;
    if (!m_slot.isWaiting())
        work();
}

void ChangeRecorder::work()
{
    const bool closes = m_isStopping;
    m_client.compute(
        this, m_slot,
        [writer = m_writer, opens = !m_isOpen, closes, changes = std::exchange(m_waiting, {})](std::stop_token) -> Result<void> {
            if (opens)
                STATOR_CHECK(writer->open());
            STATOR_CHECK(writer->write(changes));
            if (closes)
                return writer->close();
            return {};
        },
        [this, closes](Result<void> done) {
            m_isOpen = true;
            if (!done.ok()) {
                m_writer.reset();
                Q_EMIT failed(done.error());
            } else if (closes) {
                m_writer.reset();
                Q_EMIT ended(m_path, m_count);
            } else if (m_isStopping || !m_waiting.empty()) {
                work();
            }
            Q_EMIT changed();
        });
}

} // namespace stator::ui

#include "moc_change_recorder.cpp"
