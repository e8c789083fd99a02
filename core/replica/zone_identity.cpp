#include "replica/zone_identity.h"

#include <charconv>

namespace stator::replica {

namespace {

constexpr const char *kFileName = "/zone.json";

void appendText(std::string &out, std::string_view name, std::string_view value)
{
    out.append(",\n    \"").append(name).append("\": \"");
    for (const char c : value) {
        if (c == '"' || c == '\\')
            out.push_back('\\');
        out.push_back(c);
    }
    out.push_back('"');
}

// One flat object of texts and whole numbers: all that zone.json needs.
class FlatJson {
public:
    static std::optional<FlatJson> parse(std::string_view json)
    {
        FlatJson object;
        object.m_rest = json;
        if (!object.take('{'))
            return std::nullopt;
        do {
            std::string name;
            std::string value;
            if (!object.readText(name) || !object.take(':') || !object.readValue(value))
                return std::nullopt;
            if (!object.m_members.emplace(std::move(name), std::move(value)).second)
                return std::nullopt;
        } while (object.take(','));
        if (!object.take('}'))
            return std::nullopt;
        object.skipSpace();
        return object.m_rest.empty() ? std::optional(std::move(object)) : std::nullopt;
    }

    bool read(const std::string &name, std::string &out) const
    {
        const auto found = m_members.find(name);
        if (found == m_members.end())
            return false;
        out = found->second;
        return true;
    }

private:
    void skipSpace()
    {
        while (!m_rest.empty() && std::string_view(" \t\r\n").find(m_rest.front()) != std::string_view::npos)
            m_rest.remove_prefix(1);
    }
    bool take(char wanted)
    {
        skipSpace();
        if (m_rest.empty() || m_rest.front() != wanted)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    bool readText(std::string &out)
    {
        if (!take('"'))
            return false;
        while (!m_rest.empty() && m_rest.front() != '"') {
            if (m_rest.front() == '\\')
                m_rest.remove_prefix(1);
            if (m_rest.empty())
                return false;
            out.push_back(m_rest.front());
            m_rest.remove_prefix(1);
        }
        return take('"');
    }
    bool readValue(std::string &out)
    {
        skipSpace();
        if (!m_rest.empty() && m_rest.front() == '"')
            return readText(out);
        while (!m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9') {
            out.push_back(m_rest.front());
            m_rest.remove_prefix(1);
        }
        return !out.empty();
    }

    std::string_view m_rest;
    std::map<std::string, std::string> m_members;
};

} // namespace

std::string writeZoneIdentity(const ZoneIdentity &identity)
{
    std::string json = "{\n    \"format\": " + std::to_string(identity.format);
    appendText(json, "workspace", identity.workspace);
    appendText(json, "region", identity.region);
    appendText(json, "zone", identity.zone);
    appendText(json, "incarnation", identity.incarnation);
    appendText(json, "state", identity.state);
    json += "\n}\n";
    return json;
}

Result<ZoneIdentity> parseZoneIdentity(std::string_view json)
{
    const auto object = FlatJson::parse(json);
    ZoneIdentity identity;
    std::string format;
    if (!object || !object->read("format", format))
        return Error::corruption("zone.json is not what was written");
    const auto [end, fault] = std::from_chars(format.data(), format.data() + format.size(), identity.format);
    if (fault != std::errc() || end != format.data() + format.size() || identity.format == 0)
        return Error::corruption("zone.json names a format that never was");
    if (identity.format > ZoneIdentity::kFormat)
        return Error::newerFormat("The zone was made by a newer Stator (format " + format + ")");
    if (!object->read("workspace", identity.workspace) || !object->read("region", identity.region)
        || !object->read("zone", identity.zone) || !object->read("incarnation", identity.incarnation)
        || !object->read("state", identity.state) || identity.incarnation.empty())
        return Error::corruption("zone.json lacks a member");
    return identity;
}

Result<ZoneIdentity> openZoneIdentity(FileLayer &files, const std::string &directory, const ZoneIdentity &wanted,
                                      Random &random)
{
    const std::string path = directory + kFileName;
    STATOR_TRY(const bool isThere, files.exists(path));
    if (!isThere) {
        STATOR_TRY(const bool hasLog, files.exists(directory + "/log"));
        if (hasLog)
            return Error::corruption(path + " is missing, although the zone holds a log");
        ZoneIdentity identity = wanted;
        identity.incarnation = makeUuid(random);
        STATOR_CHECK(files.replaceFile(path, writeZoneIdentity(identity)));
        return identity;
    }
    STATOR_TRY(const std::string json, files.readFile(path));
    auto identity = parseZoneIdentity(json);
    if (!identity)
        return Error{identity.error().code, path + ": " + identity.error().message, {}};
    if (identity->workspace != wanted.workspace || identity->region != wanted.region || identity->zone != wanted.zone)
        return Error::corruption(path + ": the directory belongs to zone " + identity->zone + " of region "
                                 + identity->region + " of workspace " + identity->workspace);
    return identity;
}

} // namespace stator::replica
