#include "triggers/function.h"

#include <csignal>

#include <fmt/format.h>
#include <simdjson.h>

namespace stator::triggers {

namespace {

constexpr std::size_t kQuotedBytes = 300; // of what a function said, in an error

std::string whatItSaid(std::string_view text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
        text.remove_suffix(1);
    if (text.empty())
        return {};
    std::size_t end = std::min(text.size(), kQuotedBytes);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end; // not in the middle of a character
    return fmt::format(": {}{}", text.substr(0, end), end < text.size() ? " …" : "");
}

class ProgramFunction final : public Function {
public:
    ProgramFunction(const Trigger &trigger, std::string region, ProgramRunner &runner)
        : m_target(trigger.target), m_environment{{"STATOR_TRIGGER", trigger.name}, {"AWS_REGION", std::move(region)}},
          m_runner(runner), m_needsAnswer(trigger.reportsItemFailures)
    {
    }

    void call(std::string event, std::stop_token stop, Completion<std::string> done) override
    {
        ProgramRun run;
        run.arguments = m_target.program;
        run.environment = m_environment;
        run.input = std::move(event);
        run.timeoutMs = m_target.timeoutSeconds * 1000;
        run.memoryBytes = static_cast<std::uint64_t>(m_target.memoryMegabytes) << 20;
        m_runner.run(std::move(run), std::move(stop),
                     [done = std::move(done), name = m_target.program.front(),
                      seconds = m_target.timeoutSeconds, needsAnswer = m_needsAnswer](Result<ProgramOutcome> outcome) mutable {
                         if (!outcome.ok())
                             return done(std::move(outcome).error());
                         if (outcome->isTimedOut)
                             return done(Error::io(fmt::format("{} ran longer than {} s and was killed{}", name,
                                                               seconds, whatItSaid(outcome->errors))));
                         if (outcome->signal != 0)
                             return done(Error::io(fmt::format("{} was ended by signal {}{}", name, outcome->signal,
                                                               whatItSaid(outcome->errors))));
                         if (outcome->exitCode != 0)
                             return done(Error::io(fmt::format("{} ended with exit code {}{}", name,
                                                               outcome->exitCode, whatItSaid(outcome->errors))));
                         if (needsAnswer && outcome->outputBytes > outcome->output.size())
                             return done(Error::io(fmt::format("{} printed more than {} bytes", name,
                                                               outcome->output.size())));
                         done(std::move(outcome->output));
                     });
    }

private:
    const Target m_target;
    const std::vector<std::pair<std::string, std::string>> m_environment;
    ProgramRunner &m_runner;
    const bool m_needsAnswer;
};

http::HttpRequest requestTo(const std::string &url, const Target &target, std::string event)
{
    http::HttpRequest request;
    request.url = url;
    request.headers = {{"Content-Type", "application/json"}, {"User-Agent", "Stator"}};
    request.body = std::move(event);
    request.timeoutMs = target.timeoutSeconds * 1000;
    return request;
}

class WebhookFunction final : public Function {
public:
    WebhookFunction(const Trigger &trigger, http::HttpClient &client)
        : m_name(trigger.name), m_target(trigger.target), m_client(client)
    {
    }

    void call(std::string event, std::stop_token stop, Completion<std::string> done) override
    {
        http::HttpRequest request = requestTo(m_target.url, m_target, std::move(event));
        request.headers.emplace_back("X-Stator-Trigger", m_name);
        m_client.send(std::move(request), std::move(stop),
                      [done = std::move(done), url = m_target.url](Result<http::HttpReply> reply) mutable {
                          if (!reply.ok())
                              return done(std::move(reply).error());
                          if (reply->status < 200 || reply->status > 299)
                              return done(Error::io(
                                  fmt::format("{} answered {}{}", url, reply->status, whatItSaid(reply->body))));
                          done(std::move(reply->body));
                      });
    }

private:
    const std::string m_name;
    const Target m_target;
    http::HttpClient &m_client;
};

// Whether a reply with status 200 tells of an error all the same: by the header of the Invoke operation, or, as
// emulators leave that out, by the two members every runtime reports an error with.
bool isFunctionError(const http::HttpReply &reply)
{
    if (!reply.header("x-amz-function-error").empty())
        return true;
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    if (parser.parse(reply.body.data(), reply.body.size()).get(object) != simdjson::SUCCESS)
        return false;
    return object.at_key("errorMessage").error() == simdjson::SUCCESS
           && object.at_key("errorType").error() == simdjson::SUCCESS;
}

class LambdaFunction final : public Function {
public:
    LambdaFunction(const Trigger &trigger, http::HttpClient &client)
        : m_target(trigger.target), m_url(invocationUrl(trigger.target.url)), m_client(client)
    {
    }

    void call(std::string event, std::stop_token stop, Completion<std::string> done) override
    {
        http::HttpRequest request = requestTo(m_url, m_target, std::move(event));
        request.headers.emplace_back("X-Amz-Invocation-Type", "RequestResponse");
        m_client.send(std::move(request), std::move(stop),
                      [done = std::move(done), url = m_url](Result<http::HttpReply> reply) mutable {
                          if (!reply.ok())
                              return done(std::move(reply).error());
                          if (reply->status < 200 || reply->status > 299)
                              return done(Error::io(
                                  fmt::format("{} answered {}{}", url, reply->status, whatItSaid(reply->body))));
                          if (isFunctionError(*reply))
                              return done(Error::io("The function failed" + whatItSaid(reply->body)));
                          done(std::move(reply->body));
                      });
    }

private:
    const Target m_target;
    const std::string m_url;
    http::HttpClient &m_client;
};

} // namespace

std::string invocationUrl(const std::string &url)
{
    if (url.find("/2015-03-31/functions/") != std::string::npos)
        return url;
    const std::size_t end = std::min(url.find('?'), url.size());
    const bool hasSlash = end > 0 && url[end - 1] == '/';
    return url.substr(0, end) + (hasSlash ? "" : "/") + "2015-03-31/functions/function/invocations" + url.substr(end);
}

std::unique_ptr<Function> makeFunction(const Trigger &trigger, const std::string &region, const Carriers &carriers)
{
    switch (trigger.target.kind) {
    case Target::Kind::Program:
        return std::make_unique<ProgramFunction>(trigger, region, *carriers.programs);
    case Target::Kind::Webhook:
        return std::make_unique<WebhookFunction>(trigger, *carriers.http);
    case Target::Kind::Lambda:
        return std::make_unique<LambdaFunction>(trigger, *carriers.http);
    }
    return nullptr;
}

} // namespace stator::triggers
