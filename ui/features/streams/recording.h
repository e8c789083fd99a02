// Recordings of a stream: a file with a record a line, as GetRecords gives them (API Reference, Record).
//
// A RecordingWriter writes beside its file, in `<file>.part`, and takes the file's place when it is closed: a full
// drive or a crash leaves an older file whole, and what was written so far readable.
#pragma once

#include <QFile>
#include <QString>

#include "base/result.h"
#include "features/streams/change_record.h"

namespace stator::ui {

// A record as GetRecords gives it: one line of JSON.
std::string recordJson(const ChangeRecord &change);
Result<ChangeRecord> recordFromJson(std::string_view json);

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
