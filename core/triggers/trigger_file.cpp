// The file of a trigger. Grammar: one JSON object; members at their default are written too, so that a file
// can be read by a person.
#include <iterator>

#include <fmt/format.h>
#include <simdjson.h>

#include "document/json_writer.h"
#include "triggers/trigger.h"

namespace stator::triggers {

namespace {

constexpr std::int64_t kFormat = 1;

class ObjectWriter {
public:
    void text(std::string_view name, std::string_view value)
    {
        begin(name);
        document::writeJsonString(value, m_out);
    }
    void number(std::string_view name, std::int64_t value)
    {
        begin(name);
        m_out += std::to_string(value);
    }
    void boolean(std::string_view name, bool value)
    {
        begin(name);
        m_out += value ? "true" : "false";
    }
    void list(std::string_view name, const std::vector<std::string> &values)
    {
        begin(name);
        m_out += '[';
        for (const std::string &value : values) {
            if (&value != &values.front())
                m_out += ", ";
            document::writeJsonString(value, m_out);
        }
        m_out += ']';
    }
    std::string finish() && { return std::move(m_out) + "\n}\n"; }

private:
    void begin(std::string_view name)
    {
        fmt::format_to(std::back_inserter(m_out), "{}\n  \"{}\": ", m_out.empty() ? "{" : ",", name);
    }

    std::string m_out;
};

// Reads members by name; remembers whether one was missing or of another type.
class ObjectReader {
public:
    explicit ObjectReader(simdjson::dom::object object) : m_object(object) {}

    std::string text(std::string_view name)
    {
        std::string_view value;
        note(m_object.at_key(name).get(value));
        return std::string(value);
    }
    std::int64_t number(std::string_view name)
    {
        std::int64_t value = 0;
        note(m_object.at_key(name).get(value));
        return value;
    }
    bool boolean(std::string_view name)
    {
        bool value = false;
        note(m_object.at_key(name).get(value));
        return value;
    }
    std::vector<std::string> list(std::string_view name)
    {
        simdjson::dom::array array;
        note(m_object.at_key(name).get(array));
        std::vector<std::string> values;
        if (!m_isWhole)
            return values;
        for (const simdjson::dom::element one : array) {
            std::string_view value;
            note(one.get(value));
            values.emplace_back(value);
        }
        return values;
    }
    bool isWhole() const { return m_isWhole; }

private:
    void note(simdjson::error_code error) { m_isWhole = m_isWhole && error == simdjson::SUCCESS; }

    simdjson::dom::object m_object;
    bool m_isWhole = true;
};

constexpr std::string_view kTargetNames[] = {"program", "webhook", "lambda"};

} // namespace

std::string writeTrigger(const StoredTrigger &stored)
{
    const Trigger &trigger = stored.trigger;
    ObjectWriter out;
    out.number("format", kFormat);
    out.text("name", trigger.name);
    out.text("stream", trigger.streamArn);
    out.text("position", stored.position);
    out.text("start", wireName(trigger.start.kind));
    out.number("startTime", trigger.start.time);
    out.text("startSequenceNumber", trigger.start.sequenceNumber);
    out.number("batchSize", trigger.batchSize);
    out.number("batchingWindowSeconds", trigger.batchingWindowSeconds);
    out.number("parallelizationFactor", trigger.parallelizationFactor);
    out.list("filters", trigger.filters);
    out.number("maxRetryAttempts", trigger.maxRetryAttempts);
    out.number("maxRecordAgeSeconds", trigger.maxRecordAgeSeconds);
    out.boolean("bisectsOnError", trigger.bisectsOnError);
    out.boolean("reportsItemFailures", trigger.reportsItemFailures);
    out.text("target", kTargetNames[static_cast<std::size_t>(trigger.target.kind)]);
    out.list("program", trigger.target.program);
    out.text("url", trigger.target.url);
    out.number("timeoutSeconds", trigger.target.timeoutSeconds);
    out.number("memoryMegabytes", trigger.target.memoryMegabytes);
    out.text("failureTable", trigger.onFailure.table);
    out.text("failureFile", trigger.onFailure.file);
    out.boolean("isEnabled", trigger.isEnabled);
    out.number("created", trigger.created);
    out.number("changed", trigger.changed);
    return std::move(out).finish();
}

Result<StoredTrigger> parseTrigger(std::string_view json)
{
    const Error damaged = Error::corruption("The file of a trigger is not what Stator wrote. Put it back from a backup of the workspace, or move it away: it holds "
                                              "the trigger and no data of tables");
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    if (parser.parse(json.data(), json.size()).get(object) != simdjson::SUCCESS)
        return damaged;
    ObjectReader in(object);
    if (const std::int64_t format = in.number("format"); in.isWhole() && format > kFormat)
        return Error::newerFormat(fmt::format("A trigger has format {}; this Stator knows formats up to {}", format,
                                              kFormat));
    StoredTrigger stored;
    Trigger &trigger = stored.trigger;
    trigger.name = in.text("name");
    trigger.streamArn = in.text("stream");
    stored.position = in.text("position");
    const auto start = startKindOf(in.text("start"));
    trigger.start.time = in.number("startTime");
    trigger.start.sequenceNumber = in.text("startSequenceNumber");
    trigger.batchSize = in.number("batchSize");
    trigger.batchingWindowSeconds = in.number("batchingWindowSeconds");
    trigger.parallelizationFactor = in.number("parallelizationFactor");
    trigger.filters = in.list("filters");
    trigger.maxRetryAttempts = in.number("maxRetryAttempts");
    trigger.maxRecordAgeSeconds = in.number("maxRecordAgeSeconds");
    trigger.bisectsOnError = in.boolean("bisectsOnError");
    trigger.reportsItemFailures = in.boolean("reportsItemFailures");
    const std::string target = in.text("target");
    trigger.target.program = in.list("program");
    trigger.target.url = in.text("url");
    trigger.target.timeoutSeconds = in.number("timeoutSeconds");
    trigger.target.memoryMegabytes = in.number("memoryMegabytes");
    trigger.onFailure.table = in.text("failureTable");
    trigger.onFailure.file = in.text("failureFile");
    trigger.isEnabled = in.boolean("isEnabled");
    trigger.created = in.number("created");
    trigger.changed = in.number("changed");
    const auto kind = std::find(std::begin(kTargetNames), std::end(kTargetNames), target);
    if (!in.isWhole() || !start.ok() || kind == std::end(kTargetNames))
        return damaged;
    trigger.start.kind = *start;
    trigger.target.kind = static_cast<Target::Kind>(kind - std::begin(kTargetNames));
    if (!checkTrigger(trigger).ok())
        return damaged;
    return stored;
}

} // namespace stator::triggers
