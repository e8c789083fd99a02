#include "features/streams/recording.h"

#include "api/codec.h"
#include "api/tables.h"
#include "bridge/text.h"

namespace stator::ui {

namespace {

// What a line tells beside the record.
struct Source {
    std::optional<std::string> eventSourceArn;
};

constexpr api::Type kText{.kind = api::Kind::String};
constexpr api::Member kSourceMembers[] = {
    {"eventSourceARN", &kText, false,
     [](void *source) -> void * { return &static_cast<Source *>(source)->eventSourceArn.emplace(); },
     [](const void *source) -> const void * {
         const auto &arn = static_cast<const Source *>(source)->eventSourceArn;
         return arn ? &*arn : nullptr;
     }},
};
constexpr api::Structure kSource{"Source", kSourceMembers, false};

// "…:table/NAME/stream/LABEL"
std::string tableOfArn(const std::string &arn)
{
    constexpr std::string_view kBefore = ":table/";
    const std::size_t found = arn.find(kBefore);
    if (found == std::string::npos)
        return {};
    const std::size_t begin = found + kBefore.size();
    return arn.substr(begin, arn.find('/', begin) - begin);
}

} // namespace

std::shared_ptr<const ChangeOrigin> ChangeOrigins::of(const std::string &streamArn)
{
    if (streamArn.empty())
        return m_usual;
    auto &known = m_origins[streamArn];
    if (!known) {
        ChangeOrigin origin;
        origin.streamArn = streamArn;
        origin.table = tableOfArn(streamArn);
        if (m_usual && m_usual->table == origin.table)
            origin.keys = m_usual->keys;
        known = std::make_shared<ChangeOrigin>(std::move(origin));
    }
    return known;
}

std::string recordJson(const ChangeRecord &change)
{
    std::string json;
    api::encode(api::kRecord, &change.record, json);
    if (change.origin) {
        Source source;
        source.eventSourceArn = change.origin->streamArn;
        std::string members;
        api::encode(kSource, &source, members);
        // Both are objects; the record has members.
        json.back() = ',';
        json.append(members, 1);
    }
    return json;
}

Result<ChangeRecord> recordFromJson(std::string_view json, ChangeOrigins &origins)
{
    ChangeRecord change;
    Source source;
    STATOR_CHECK(api::decodeResponse(api::kRecord, &change.record, json));
    STATOR_CHECK(api::decodeResponse(kSource, &source, json));
    change.origin = origins.of(source.eventSourceArn.value_or(std::string()));
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
