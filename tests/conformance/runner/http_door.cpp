#include <array>
#include <memory>
#include <optional>

#include "base/clock.h"
#include "conformance/runner/door.h"
#include "endpoint/http_server.h"
#include "endpoint/service_handler.h"
#include "observe/metrics.h"
#include "observe/request_log.h"
#include "support/tcp_client.h"

namespace stator::conformance {

namespace {

// CRC-32/ISO-HDLC, written out so that another hand than the server's computes it.
std::uint32_t crc32(std::string_view bytes)
{
    static const auto table = [] {
        std::array<std::uint32_t, 256> rows{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            rows[i] = i;
            for (int bit = 0; bit < 8; ++bit)
                rows[i] = rows[i] >> 1 ^ (rows[i] & 1 ? 0xEDB88320u : 0);
        }
        return rows;
    }();
    std::uint32_t sum = ~0u;
    for (const char c : bytes)
        sum = sum >> 8 ^ table[(sum ^ static_cast<unsigned char>(c)) & 0xFF];
    return ~sum;
}

std::string headerOf(std::string_view head, std::string_view name)
{
    const std::string line = "\r\n" + std::string(name) + ": ";
    const std::size_t at = head.find(line);
    if (at == std::string_view::npos)
        return {};
    const std::size_t begin = at + line.size();
    return std::string(head.substr(begin, head.find('\r', begin) - begin));
}

// Runs the world's jobs where the request was answered: nothing else asks meanwhile.
class JobsAfterEach final : public endpoint::RequestHandler {
public:
    explicit JobsAfterEach(World &world) : m_world(world), m_handler(world.service()) {}

    bool knows(std::string_view target) const override { return m_handler.knows(target); }
    void handle(std::string_view target, std::string_view body, endpoint::RequestContext context,
                Completion<std::string> done) override
    {
        // The client hears last, so that it does not ask again while jobs run. A write may be answered after
        // handle() has returned, by this same thread.
        auto isAnswered = std::make_shared<bool>(false);
        m_handler.handle(target, body, std::move(context),
                         [this, isAnswered, done = std::move(done)](Result<std::string> result) mutable {
                             *isAnswered = true;
                             m_world.runJobs();
                             done(std::move(result));
                         });
        if (!*isAnswered)
            m_world.runJobs();
    }
    endpoint::ErrorBody errorBody(const Error &error) const override { return m_handler.errorBody(error); }

private:
    World &m_world;
    endpoint::ServiceHandler m_handler;
};

class DoorOverHttp final : public Door {
public:
    explicit DoorOverHttp(World &world) : m_handler(world) {}
    ~DoorOverHttp() override
    {
        m_client.reset();
        m_server.stop();
    }

    bool isHttp() const override { return true; }
    bool start() { return m_server.start().ok(); }

    Answer ask(const Question &question) override
    {
        if (!m_client)
            m_client.emplace(m_server.port());
        const bool isSent = m_client->send(requestText(question));
        const std::string reply = m_client->readReply();
        const std::size_t end = reply.find("\r\n\r\n");
        if (end == std::string::npos) {
            m_client.reset();
            return {0, {}, {}, isSent ? "the connection ended" : "the request could not be sent"};
        }
        Answer answer;
        answer.head = reply.substr(0, end + 2);
        answer.body = reply.substr(end + 4);
        answer.status = std::stoi(reply.substr(9, 3));
        if (headerOf(answer.head, "Connection") == "close")
            m_client.reset();
        const std::string sum = headerOf(answer.head, "x-amz-crc32");
        if (!sum.empty() && sum != std::to_string(crc32(answer.body)))
            answer.fault = "x-amz-crc32 is not the body's";
        else if (sum.empty() && answer.status == 200 && !question.target.empty())
            answer.fault = "x-amz-crc32 is missing";
        return answer;
    }

private:
    static endpoint::ServerOptions options()
    {
        endpoint::ServerOptions options;
        options.port = 0;
        options.ioThreads = 1;
        return options;
    }

    static std::string requestText(const Question &question)
    {
        std::string method = "POST";
        std::string path = "/";
        std::vector<std::pair<std::string, std::string>> headers{
            {"Host", "localhost"},
            {"Content-Type", "application/x-amz-json-1.0"},
            {"X-Amz-Target", question.target},
            {"X-Amz-Date", "20231114T221320Z"},
            {"Authorization", "AWS4-HMAC-SHA256 Credential=AKID/20231114/" + question.region +
                                  "/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, "
                                  "Signature=0000"},
            {"Content-Length", std::to_string(question.body.size())}};
        for (const auto &given : question.headers) {
            if (given.first == ":method") {
                method = given.second;
                continue;
            }
            if (given.first == ":path") {
                path = given.second;
                continue;
            }
            auto header = headers.begin();
            while (header != headers.end() && header->first != given.first)
                ++header;
            if (header == headers.end())
                headers.push_back(given);
            else
                header->second = given.second;
        }
        std::string text = method + ' ' + path + " HTTP/1.1\r\n";
        for (const auto &header : headers)
            if (!header.second.empty())
                text += header.first + ": " + header.second + "\r\n";
        return text + "\r\n" + question.body;
    }

    observe::Metrics m_metrics;
    observe::RequestLog m_log;
    JobsAfterEach m_handler;
    endpoint::HttpServer m_server{options(), m_handler, m_metrics, m_log, systemClock()};
    std::optional<test::TcpClient> m_client;
};

} // namespace

std::unique_ptr<Door> doorOverHttp(World &world)
{
    auto door = std::make_unique<DoorOverHttp>(world);
    return door->start() ? std::move(door) : nullptr;
}

} // namespace stator::conformance
