// Records what the Live page lists into a file while it goes on. Files are written on core's threads, a part at a
// time.
//
// Threads: the GUI thread only.
#pragma once

#include <QObject>

#include "bridge/service_client.h"
#include "features/streams/recording.h"

namespace stator::ui {

class ChangeRecorder : public QObject {
    Q_OBJECT
public:
    // Changes that wait for the drive; with more, the cursor has to rest.
    static constexpr std::size_t kMostWaiting = 50'000;

    using QObject::QObject;

    void start(const ServiceClient &client, const QString &path);
    void add(const std::vector<ChangePointer> &changes);
    // Writes what waits, then gives the file its name; ended() tells.
    void stop();

    bool isRecording() const { return m_writer != nullptr; }
    bool isBehind() const { return m_waiting.size() > kMostWaiting; }
    std::int64_t count() const { return m_count; }
    QString path() const { return m_path; }

Q_SIGNALS:
    void changed();
    void ended(const QString &path, std::int64_t count);
    void failed(const stator::Error &error);

private:
    void work();

    ServiceClient m_client;
    QString m_path;
    std::shared_ptr<RecordingWriter> m_writer;
    std::vector<ChangePointer> m_waiting;
    std::int64_t m_count = 0;
    bool m_isOpen = false;
    bool m_isStopping = false;
    RequestSlot m_slot;
};

} // namespace stator::ui
