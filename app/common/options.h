// The command line of stator and stator-server.
//
// Qt-free, and without effects: what is wrong comes back as an Error with a sentence for the user.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/logger.h"
#include "base/result.h"

namespace stator::app {

enum class Program { Server, Window };

enum class SyncChoice { Always, Interval, Never };

struct ProgramOptions {
    std::string workspace; // empty: the default directory
    bool inMemory = false;
    std::optional<std::uint64_t> zones;
    SyncChoice sync = SyncChoice::Interval;
    std::optional<std::uint64_t> cacheMegabytes; // nothing: as the machine has it
    std::vector<std::string> regions = {"us-east-1"}; // opened at the start; the first is the default one
    std::optional<std::int64_t> tableDelayMs; // nothing: short, and looks at a table wait for its end
    bool hasTestClock = false;

    std::string host = "127.0.0.1";
    std::uint16_t port = 8000;
    std::vector<std::string> corsOrigins;
    std::vector<std::string> allowHosts;
    std::string kinesisEndpoint; // empty: there is none
    bool allowPrograms = false; // of triggers made through the endpoint

    LogLevel logLevel = LogLevel::Warning;
    bool wantsHelp = false;
    bool wantsVersion = false;

    // The window's alone.
    bool withEndpoint = true;
    std::string openView;             // table:NAME
    std::string screenshotsDirectory; // empty: none
};

// `arguments` without the program's name. Errors are Validation: exit code 2.
Result<ProgramOptions> parseOptions(Program program, std::span<const char *const> arguments);

std::string helpText(Program program);
std::string versionText(Program program);
// The version alone: 0.1.0.
std::string_view version();

// Contract: what the programs end with.
enum class ExitCode : int {
    Clean = 0,
    Usage = 2,
    Locked = 3,
    Damaged = 4,
    PortTaken = 5,
    NewerFormat = 6,
};
// For errors of opening a workspace.
ExitCode exitCodeFor(const Error &error);

} // namespace stator::app
