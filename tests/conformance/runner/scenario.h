// A scenario file as it is written: rule, given tables, scenarios with their steps and cases (README.md).
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stator::conformance {

using Variables = std::map<std::string, std::string, std::less<>>;

// What must come back of one request.
struct Expectation {
    enum class Kind {
        Success, // any reply without an error
        Exactly, // this JSON
        AtLeast, // this JSON, its objects may have more members
        Error,   // name and message
        Http,    // status and body as bytes
    };
    Kind kind = Kind::Success;
    std::string text;                 // JSON; or "Name: message"; or "404 body"
    std::string members;              // JSON of what an error carries beside its message
    std::vector<std::string> headers; // "Name: value" lines of the reply
};

struct Step {
    enum class Kind { Request, Advance, Restart };
    Kind kind = Kind::Request;
    int line = 0;
    std::string operation; // with its family if it is not DynamoDB's: "DynamoDBStreams_20120810.ListStreams"
    std::string body;
    std::string argument; // of Advance
    std::string region = "us-east-1";
    bool isEventual = false;                                  // asked again until it is so
    std::vector<std::pair<std::string, std::string>> headers; // set; without a value: left out
    Expectation expectation;
    std::vector<std::pair<std::string, std::string>> kept; // variable, path into the reply

    bool needsHttp() const
    {
        return !headers.empty() || expectation.kind == Expectation::Kind::Http ||
               !expectation.headers.empty();
    }
};

using Steps = std::vector<Step>;

struct Scenario {
    std::string name;
    int line = 0;
    Variables variables;
    std::shared_ptr<const std::vector<std::string>> fixtures;
    std::shared_ptr<const Steps> given;
    std::shared_ptr<const Steps> steps;

    bool needsHttp() const;
};

struct ScenarioFile {
    std::vector<Scenario> scenarios;
    std::string fault; // why it cannot be read; empty: it can
};

ScenarioFile readScenarios(const std::string &path);
// A fixture is a file of steps alone.
Steps readSteps(const std::string &path, std::string &fault);

} // namespace stator::conformance
