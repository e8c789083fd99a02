#include "common/options.h"

#include <algorithm>
#include <charconv>
#include <functional>

#include <fmt/format.h>

#include "model/region_name.h"

namespace stator::app {

namespace {

using Setter = Result<void> (*)(ProgramOptions &options, const std::string &value);

enum class For { Both, Window };

struct Flag {
    std::string_view name;
    std::string_view valueName; // empty: it takes none
    std::string_view help;
    Setter set;
    For program = For::Both;
};

Error usage(std::string sentence)
{
    return Error::validation(std::move(sentence));
}

template <class Number>
Result<Number> readNumber(std::string_view flag, const std::string &text, Number least, Number most)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < least || number > most)
        return usage(fmt::format("{} takes a number from {} to {}, not '{}'.", flag, least, most, text));
    return number;
}

bool isLoopback(std::string_view host)
{
    return host == "localhost" || host == "::1" || host.substr(0, 4) == "127.";
}

// A capability that comes later is refused by name: silence would let a user believe in it.
template <std::size_t size>
struct Name {
    char text[size];
    constexpr Name(const char (&name)[size]) { std::copy_n(name, size, text); }
};
template <Name name>
Result<void> notYet(ProgramOptions &, const std::string &)
{
    return usage(fmt::format("{} is not supported by this version of Stator.", std::string_view(name.text)));
}

Result<void> setZones(ProgramOptions &options, const std::string &value)
{
    if (value == "3")
        return usage("--zones 3 is not supported by this version of Stator; a workspace has one zone.");
    if (value != "1")
        return usage(fmt::format("--zones takes 1 or 3, not '{}'.", value));
    options.zones = 1;
    return {};
}

Result<void> setSync(ProgramOptions &options, const std::string &value)
{
    if (value == "always")
        options.sync = SyncChoice::Always;
    else if (value == "interval")
        options.sync = SyncChoice::Interval;
    else if (value == "never")
        options.sync = SyncChoice::Never;
    else
        return usage(fmt::format("--sync takes always, interval or never, not '{}'.", value));
    return {};
}

Result<void> setAuth(ProgramOptions &, const std::string &value)
{
    if (value == "any")
        return {};
    if (value == "signed")
        return usage("--auth signed is not supported by this version of Stator.");
    return usage(fmt::format("--auth takes any or signed, not '{}'.", value));
}

Result<void> setHost(ProgramOptions &options, const std::string &value)
{
    if (!isLoopback(value))
        return usage(fmt::format("--host {} is reachable from other machines and therefore requires "
                                 "--auth signed, which this version of Stator does not support.",
                                 value));
    options.host = value;
    return {};
}

Result<void> addRegion(ProgramOptions &options, const std::string &value)
{
    if (!model::isRegionName(value))
        return usage(fmt::format("'{}' is not a name of a region.", value));
    options.regions.push_back(value);
    return {};
}

Result<void> setLogLevel(ProgramOptions &options, const std::string &value)
{
    for (const LogLevel level : {LogLevel::Error, LogLevel::Warning, LogLevel::Info, LogLevel::Debug}) {
        if (nameOf(level) != value)
            continue;
        options.logLevel = level;
        return {};
    }
    return usage(fmt::format("--log-level takes error, warning, info or debug, not '{}'.", value));
}

Result<void> setPort(ProgramOptions &options, const std::string &value)
{
    STATOR_TRY(options.port, readNumber<std::uint16_t>("--port", value, 0, 65535));
    return {};
}

Result<void> setCache(ProgramOptions &options, const std::string &value)
{
    STATOR_TRY(options.cacheMegabytes, readNumber<std::uint64_t>("--cache-mb", value, 4, 1'048'576));
    return {};
}

Result<void> setKinesisEndpoint(ProgramOptions &options, const std::string &value)
{
    if (value.rfind("http://", 0) != 0 && value.rfind("https://", 0) != 0)
        return usage(fmt::format("--kinesis-endpoint takes an http or https URL, not '{}'.", value));
    options.kinesisEndpoint = value;
    return {};
}

Result<void> setTableDelay(ProgramOptions &options, const std::string &value)
{
    STATOR_TRY(options.tableDelayMs, readNumber<std::int64_t>("--table-delay", value, 0, 3'600'000));
    return {};
}

Result<void> setOpen(ProgramOptions &options, const std::string &value)
{
    const bool isTable = value.substr(0, 6) == "table:" && value.size() > 6;
    // A link, as the window copies them; what it names is the window's to know.
    const bool isLink = value.substr(0, 7) == "stator:" && value.size() > 7;
    if (!isTable && !isLink)
        return usage(fmt::format("--open takes table:NAME or a link of the window, not '{}'.", value));
    options.openView = value;
    return {};
}

const Flag kFlags[] = {
    {"--workspace", "DIR", "the workspace's directory (default: stator in the XDG data directory)",
     [](ProgramOptions &o, const std::string &v) { return o.workspace = v, Result<void>(); }},
    {"--in-memory", "", "keep everything in memory, and nothing after the end",
     [](ProgramOptions &o, const std::string &) { return o.inMemory = true, Result<void>(); }},
    {"--port", "N", "the endpoint's port (default 8000; 0 picks a free one)", setPort},
    {"--host", "ADDR", "the endpoint's address (default 127.0.0.1)", setHost},
    {"--region", "NAME", "a region to open at the start; may be repeated (default us-east-1)", addRegion},
    {"--zones", "1|3", "how many zones a new workspace has", setZones},
    {"--zone-dir", "DIR", "a drive for each zone; not yet supported", notYet<"--zone-dir">},
    {"--sync", "MODE", "always: a reply means it is on the drive; interval (default): within 100 ms; never", setSync},
    {"--cache-mb", "N", "memory for what was read lately; buffers for writes may take as much (default 256)",
     setCache},
    {"--tls", "", "HTTPS; not yet supported", notYet<"--tls">},
    {"--tls-cert", "FILE", "the certificate; not yet supported", notYet<"--tls-cert">},
    {"--tls-key", "FILE", "its key; not yet supported", notYet<"--tls-key">},
    {"--auth", "MODE", "any (default): requests must be well-formed, keys and signatures are not checked", setAuth},
    {"--encrypt", "", "encrypt the workspace; not yet supported", notYet<"--encrypt">},
    {"--key-file", "FILE", "the workspace's key; not yet supported", notYet<"--key-file">},
    {"--cors", "ORIGIN", "let pages of this origin use the endpoint; may be repeated",
     [](ProgramOptions &o, const std::string &v) { return o.corsOrigins.push_back(v), Result<void>(); }},
    {"--allow-host", "NAME", "accept requests for this host name; may be repeated",
     [](ProgramOptions &o, const std::string &v) { return o.allowHosts.push_back(v), Result<void>(); }},
    {"--allow-programs", "", "let triggers made through the endpoint run local programs",
     [](ProgramOptions &o, const std::string &) { return o.allowPrograms = true, Result<void>(); }},
    {"--kinesis-endpoint", "URL", "where Kinesis data streams are that tables deliver to", setKinesisEndpoint},
    {"--table-delay", "MS", "how long tables stay CREATING, UPDATING and DELETING (default 50)", setTableDelay},
    {"--test-clock", "", "a clock that the control operation AdvanceClock moves forward",
     [](ProgramOptions &o, const std::string &) { return o.hasTestClock = true, Result<void>(); }},
    {"--log-level", "LEVEL", "what standard error tells: error, warning (default), info or debug", setLogLevel},
    {"--verify-backup", "FILE", "check a backup and end; not yet supported", notYet<"--verify-backup">},
    {"--version", "", "say the version and end",
     [](ProgramOptions &o, const std::string &) { return o.wantsVersion = true, Result<void>(); }},
    {"--help", "", "say this and end",
     [](ProgramOptions &o, const std::string &) { return o.wantsHelp = true, Result<void>(); }},
    {"--no-endpoint", "", "do not listen for requests",
     [](ProgramOptions &o, const std::string &) { return o.withEndpoint = false, Result<void>(); }, For::Window},
    {"--open", "table:NAME", "show this table at the start", setOpen, For::Window},
    {"--screenshots", "DIR", "write a picture of every page and end",
     [](ProgramOptions &o, const std::string &v) { return o.screenshotsDirectory = v, Result<void>(); }, For::Window},
};

const Flag *findFlag(Program program, std::string_view name)
{
    for (const Flag &flag : kFlags)
        if (flag.name == name && (flag.program == For::Both || program == Program::Window))
            return &flag;
    return nullptr;
}

std::string_view programName(Program program)
{
    return program == Program::Server ? "stator-server" : "stator";
}

} // namespace

Result<ProgramOptions> parseOptions(Program program, std::span<const char *const> arguments)
{
    ProgramOptions options;
    options.regions.clear();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string argument = arguments[i];
        const std::size_t equals = argument.find('=');
        const Flag *flag = findFlag(program, std::string_view(argument).substr(0, equals));
        if (flag == nullptr)
            return usage(fmt::format("'{}' is not an option; see {} --help.", argument, programName(program)));
        std::string value;
        if (flag->valueName.empty()) {
            if (equals != std::string::npos)
                return usage(fmt::format("{} takes no value.", flag->name));
        } else if (equals != std::string::npos) {
            value = argument.substr(equals + 1);
        } else if (i + 1 < arguments.size()) {
            value = arguments[++i];
        } else {
            return usage(fmt::format("{} needs a value: {} {}.", flag->name, flag->name, flag->valueName));
        }
        if (!flag->valueName.empty() && value.empty())
            return usage(fmt::format("{} needs a value: {} {}.", flag->name, flag->name, flag->valueName));
        STATOR_CHECK(flag->set(options, value));
    }
    if (options.inMemory && !options.workspace.empty())
        return usage("--workspace and --in-memory exclude each other.");
    if (options.regions.empty())
        options.regions = {"us-east-1"};
    return options;
}

std::string helpText(Program program)
{
    std::string text = fmt::format("Usage: {} [options]\n\n", programName(program));
    text += program == Program::Server ? "A local Amazon DynamoDB: the engine and its endpoint, without a window.\n\n"
                                       : "A local Amazon DynamoDB with a window.\n\n";
    for (const Flag &flag : kFlags)
        if (findFlag(program, flag.name) != nullptr)
            text += fmt::format("  {:<24}{}\n", fmt::format("{} {}", flag.name, flag.valueName), flag.help);
    text += "\nExit codes: 0 clean, 2 usage, 3 the workspace is in use, 4 it is damaged, 5 the port is taken,\n"
            "6 a newer Stator made the workspace.\n";
    return text;
}

std::string versionText(Program program)
{
    return fmt::format("{} {}\n", programName(program), version());
}

std::string_view version()
{
    return STATOR_VERSION;
}

ExitCode exitCodeFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Locked:
        return ExitCode::Locked;
    case ErrorCode::Corruption:
    case ErrorCode::WrongKey:
        return ExitCode::Damaged;
    case ErrorCode::NewerFormat:
        return ExitCode::NewerFormat;
    default:
        return ExitCode::Usage; // a directory that cannot be used as one
    }
}

} // namespace stator::app
