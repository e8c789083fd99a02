// The LiveCursor moves through a stream, or a recording, at the window's pace and fills the list.
//
// It reads on ten times a second, four times where more than 200 changes a second arrive, and seldom while nobody
// looks. Where it stands is a position in the stored stream: it can rest, go on, jump to now and come back.
//
// Threads: the GUI thread only.
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include "features/streams/change_model.h"
#include "features/streams/rate_meter.h"
#include "features/streams/stream_source.h"

namespace stator::ui {

class RecordingSource;

class LiveCursor : public QObject {
    Q_OBJECT
public:
    enum class From {
        Recent, // the oldest if the end is near, else now
        Oldest,
        Now,
    };
    static constexpr double kBusyRate = 200; // changes a second

    explicit LiveCursor(ChangeModel &model, QObject *parent = nullptr);

    // An empty ARN: every stream of the region.
    void start(const ServiceClient &client, const std::string &streamArn, From from);
    // The table has another stream now; the list goes on with it.
    void goOn(const std::string &streamArn);
    // Records that do not tell their table are of `origin`.
    void play(const ServiceClient &client, const QString &path, double speed, std::shared_ptr<const ChangeOrigin> origin);
    // Of the recording that is played; 0: all at once.
    void setSpeed(double speed);
    void stop();

    // Starts the list anew, from where it began.
    void setFilter(const ChangeFilter &filter);
    const ChangeFilter &filter() const { return *m_filter; }
    void setFollowing(bool isFollowing);
    bool isFollowing() const { return !m_model.isFrozen(); }
    // Reads seldom while nobody looks.
    void setWatched(bool isWatched);
    // Rests, for what it gives cannot be taken yet.
    void setHeld(bool isHeld) { m_isHeld = isHeld; }
    void poll();

    // Leaves out what lies between here and now; counts it.
    void jumpToNow();
    void goBack();
    struct Passed {
        std::int64_t count = 0;
        bool isCounted = false; // all of it
    };
    // Nothing: there was no jump.
    const std::optional<Passed> &passed() const { return m_passed; }

    bool isRunning() const { return m_source != nullptr; }
    RecordingSource *recording() const { return m_recording; }
    const RateMeter &meter() const { return m_meter; }
    double nowSeconds() const;
    // How old what was read last is; 0 at the end of the stream, below 0 where that is not known.
    double iteratorAge() const;
    bool isAtEnd() const { return m_source && m_wasAtEnd; }
    std::int64_t scanned() const { return m_scanned; }

Q_SIGNALS:
    void changed();
    void arrived(const std::vector<stator::ui::ChangePointer> &changes);
    void failed(const stator::Error &error);
    void trimmed();

private:
    void use(ChangeSource *source);
    void begin(StreamSource *source);
    void take(const ChangeBatch &batch);
    void flush();
    void sourceRested();
    void endProbe();
    void countPassed(StreamSource *counter);
    void endCount();
    void updatePace();

    ChangeModel &m_model;
    std::shared_ptr<const ChangeFilter> m_filter = std::make_shared<ChangeFilter>();
    std::shared_ptr<ShardNames> m_names;
    ServiceClient m_client;
    ChangeSource *m_source = nullptr;
    StreamSource *m_stream = nullptr; // one of these two
    RecordingSource *m_recording = nullptr;
    RateMeter m_meter;
    std::vector<ChangeBatch> m_arrived; // since the list was redrawn
    QElapsedTimer m_flushed;
    QTimer m_timer;
    bool m_isWatched = true;
    bool m_isHeld = false;
    bool m_isProbing = false;   // reads from the oldest, to see whether the end is near
    bool m_freezesFirst = false; // the first rows are what is to be seen
    bool m_jumpsWhenRested = false;
    bool m_wasAtEnd = false;
    std::int64_t m_scanned = 0;

    std::optional<StreamSource::Position> m_back;
    std::string m_backArn;
    std::optional<Passed> m_passed;
    QPointer<StreamSource> m_counter;
};

} // namespace stator::ui
