#include "streams/shard_iterator.h"

#include "base/bytes.h"
#include "base/crc32c.h"
#include "document/json_reader.h"
#include "document/json_writer.h"
#include "encoding/wire.h"

namespace stator::streams {

namespace {

constexpr std::uint8_t kIteratorVersion = 1;
constexpr std::string_view kMiddle = "|1|";

std::uint32_t checksum(std::string_view arn, std::string_view bytes)
{
    return crc32c(crc32c(0, arn), bytes);
}

} // namespace

std::string writeShardIterator(const ShardIterator &iterator)
{
    std::string bytes;
    encoding::putByte(bytes, kIteratorVersion);
    encoding::putTime(bytes, iterator.issued);
    encoding::putVarint(bytes, iterator.shard);
    encoding::putVarint(bytes, iterator.place.position.epoch);
    encoding::putVarint(bytes, iterator.place.position.lsn);
    encoding::putVarint(bytes, iterator.place.index);
    appendLittleEndian<std::uint32_t>(bytes, checksum(iterator.streamArn, bytes));
    std::string text = iterator.streamArn;
    text += kMiddle;
    document::writeBase64(bytes, text);
    return text;
}

Result<ShardIterator> parseShardIterator(std::string_view text)
{
    const Error invalid = Error::validation("Invalid ShardIterator");
    const std::size_t middle = text.find(kMiddle);
    if (middle == std::string_view::npos)
        return invalid;
    ShardIterator iterator;
    iterator.streamArn = text.substr(0, middle);
    std::string bytes;
    if (!document::decodeBase64(text.substr(middle + kMiddle.size()), bytes).ok() || bytes.size() < sizeof(std::uint32_t))
        return invalid;
    const std::string_view checked = std::string_view(bytes).substr(0, bytes.size() - sizeof(std::uint32_t));
    if (getLittleEndian<std::uint32_t>(bytes.data() + checked.size()) != checksum(iterator.streamArn, checked))
        return invalid;
    encoding::WireReader reader(checked);
    const std::uint8_t version = reader.byte();
    iterator.issued = reader.time();
    iterator.shard = reader.varint32();
    iterator.place.position.epoch = reader.varint();
    iterator.place.position.lsn = reader.varint();
    iterator.place.index = reader.varint32();
    if (version != kIteratorVersion || !reader.isAtEnd())
        return invalid;
    return iterator;
}

} // namespace stator::streams
