// Recordings of streams: a file with a record a line, as GetRecords gives them (API Reference, Record), and with the
// eventSourceARN that functions get (Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB").
//
// A RecordingWriter writes beside its file, in `<file>.part`, and takes the file's place when it is closed: a full
// drive or a crash leaves an older file whole, and what was written so far readable.
#pragma once

#include <map>

#include <QFile>
#include <QString>

#include "base/result.h"
#include "features/streams/change_record.h"

namespace stator::ui {

// The origins of records that are read, one for each stream.
class ChangeOrigins {
public:
    // Of records that tell no stream, and of those of its table.
    explicit ChangeOrigins(std::shared_ptr<const ChangeOrigin> usual = nullptr) : m_usual(std::move(usual)) {}

    std::shared_ptr<const ChangeOrigin> of(const std::string &streamArn);

private:
    std::shared_ptr<const ChangeOrigin> m_usual;
    std::map<std::string, std::shared_ptr<const ChangeOrigin>> m_origins;
};

// One line of JSON.
std::string recordJson(const ChangeRecord &change);
Result<ChangeRecord> recordFromJson(std::string_view json, ChangeOrigins &origins);

// Threads: any, one at a time.
class RecordingWriter {
public:
    explicit RecordingWriter(const QString &path);

    Result<void> open();
    Result<void> write(const std::vector<ChangePointer> &changes);
    Result<void> close();
    std::int64_t count() const { return m_count; }

private:
    Error failure() const;

    QString m_path;
    QFile m_file;
    std::int64_t m_count = 0;
};

} // namespace stator::ui
