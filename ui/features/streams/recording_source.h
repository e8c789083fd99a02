// A recording as a ChangeSource: plays records back at the pace they were made, or faster.
#pragma once

#include <deque>

#include <QElapsedTimer>

#include "features/streams/change_source.h"

namespace stator::ui {

class RecordingSource : public ChangeSource {
    Q_OBJECT
public:
    // `speed`: times the pace of the recording; 0: all at once.
    // Records that do not tell their table are of `origin`; null: of none that is known.
    RecordingSource(const ServiceClient &client, const QString &path, double speed,
                    std::shared_ptr<const ChangeOrigin> origin = nullptr, QObject *parent = nullptr);

    QString path() const { return m_path; }
    double speed() const { return m_speed; }
    const std::shared_ptr<const ChangeOrigin> &origin() const { return m_origin; }
    void setSpeed(double speed);

    void readOn(std::int64_t most) override;
    bool isReading() const override { return m_isReading; }
    bool isAtEnd() const override { return m_isAtEnd; }
    double nowSeconds() const override;
    void readAgain(const std::vector<ChangeSpan> &spans, Reread done) override;

private:
    ServiceClient m_client;
    QString m_path;
    double m_speed;
    std::shared_ptr<const ChangeOrigin> m_origin;
    bool m_isReading = false;
    bool m_isAtEnd = false;
    std::int64_t m_offset = 0; // where the next line begins
    std::deque<ChangePointer> m_ahead; // read, and not due yet
    double m_startSeconds = 0; // of the recording, when m_clock was started
    double m_playedSeconds = 0; // the time of the last record that was handed out
    QElapsedTimer m_clock;
    RequestSlot m_slot;
    std::vector<std::unique_ptr<RequestSlot>> m_rereads;
};

} // namespace stator::ui
