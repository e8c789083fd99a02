#include "operations/resource.h"

#include "operations/arns.h"
#include "streams/stream_names.h"

namespace stator::operations {

bool Resource::exists() const
{
    const engine::TableHandle handle = region ? region->findTable(table) : nullptr;
    return handle && isOf(region->definition(*handle));
}

Result<Resource> parseResource(const Environment &environment, const service::Call &call,
                               const std::string &arn, std::string_view invalid)
{
    constexpr std::string_view kStream = "stream/";
    if (arn.rfind("arn:", 0) != 0)
        return Error::invalidParameter("ARNs must start with 'arn:': " + arn);
    auto parsed = parseTableArn(arn);
    if (!parsed)
        return Error::validation(std::string(invalid) + arn);
    Resource resource;
    if (parsed->rest.rfind(kStream, 0) == 0)
        // A label that is no time is that of no stream.
        resource.stream =
            streams::parseStreamLabel(std::string_view(parsed->rest).substr(kStream.size())).value_or(-1);
    else if (!parsed->rest.empty())
        return Error::invalidParameter("Invalid resource arn provided, only table or stream is accepted. "
                                       "Provided resource arn: " +
                                       arn);
    if (parsed->region == call.region && parsed->accountId == environment.accountId)
        resource.region = environment.regions->find(parsed->region);
    resource.table = std::move(parsed->table);
    return resource;
}

} // namespace stator::operations
