#include "features/streams/recording.h"

#include "api/codec.h"
#include "api/tables.h"
#include "bridge/text.h"

namespace stator::ui {

std::string recordJson(const ChangeRecord &change)
{
    std::string json;
    api::encode(api::kRecord, &change.record, json);
    return json;
}

Result<ChangeRecord> recordFromJson(std::string_view json)
{
    ChangeRecord change;
    STATOR_CHECK(api::decodeResponse(api::kRecord, &change.record, json));
    if (!change.record.dynamodb || !change.record.dynamodb->keys || change.record.dynamodb->keys->fault())
        return Error::serialization("The line holds no record of a stream");
    for (const auto &image : {change.record.dynamodb->oldImage, change.record.dynamodb->newImage})
        if (image && image->fault())
            return image->fault()->error;
    return change;
}

RecordingWriter::RecordingWriter(const QString &path) : m_path(path), m_file(path + QStringLiteral(".part")) {}

Error RecordingWriter::failure() const
{
    return Error::io(toUtf8(m_file.errorString()));
}

Result<void> RecordingWriter::open()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return failure();
    return {};
}

Result<void> RecordingWriter::write(const std::vector<ChangePointer> &changes)
{
    std::string text;
    for (const ChangePointer &change : changes) {
        text += recordJson(*change);
        text += '\n';
    }
    const auto size = static_cast<qint64>(text.size());
    if (m_file.write(text.data(), size) != size || !m_file.flush())
        return failure();
    m_count += static_cast<std::int64_t>(changes.size());
    return {};
}

Result<void> RecordingWriter::close()
{
    m_file.close();
    if (m_file.error() != QFileDevice::NoError)
        return failure();
    QFile::remove(m_path);
    if (!m_file.rename(m_path))
        return failure();
    return {};
}

} // namespace stator::ui
