// Writes what clients send, with the answers, to a file: line by line, so that a crash loses the last one at most.
//
// Threads: the GUI thread; the file is written on the core's.
#pragma once

#include <memory>

#include <QObject>
#include <QTimer>

#include "bridge/request_slot.h"
#include "bridge/service_client.h"
#include "features/requests/recording.h"

class QFile;

namespace stator::api {
struct ListRequestsResponse;
}

namespace stator::ui {

class RequestRecorder : public QObject {
    Q_OBJECT
public:
    explicit RequestRecorder(QObject *parent = nullptr);
    ~RequestRecorder() override;

    // `after`: the number of the newest request that is not to be in it.
    void start(const QString &path, const ServiceClient &client, std::int64_t after);
    // Takes what was sent until now; ended() follows.
    void stop();

    bool isRecording() const { return m_state != State::Idle; }
    QString path() const { return m_path; }
    std::int64_t count() const { return m_count; }
    std::int64_t bytes() const { return m_bytes; }
    // Requests whose bodies had made room for later ones before they could be written.
    std::int64_t missed() const { return m_missed; }

Q_SIGNALS:
    void changed();
    void ended();
    void failed(const QString &sentence);

private:
    enum class State { Idle, Running, Stopping };

    void poll();
    void take(const api::ListRequestsResponse &reply);
    void write(QByteArray lines, bool isLast);
    void end();

    ServiceClient m_client;
    RequestSlot m_slot;
    RequestSlot m_writeSlot;
    QTimer m_timer;
    State m_state = State::Idle;
    std::shared_ptr<QFile> m_file;
    QString m_path;
    std::int64_t m_after = 0;
    std::int64_t m_count = 0;
    std::int64_t m_bytes = 0;
    std::int64_t m_missed = 0;
};

} // namespace stator::ui
