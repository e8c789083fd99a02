#include "conformance/runner/play.h"

#include <array>
#include <chrono>
#include <thread>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include "conformance/runner/match.h"
#include "conformance/runner/text.h"

namespace stator::conformance {

namespace {

constexpr std::size_t kShownBytes = 1500;

std::string shortened(const std::string &text)
{
    return text.size() <= kShownBytes
               ? text
               : text.substr(0, kShownBytes) + "… (" + std::to_string(text.size()) + " bytes)";
}

QJsonValue parsed(const std::string &text, bool &isValid)
{
    // Wrapped, so that lone values are read too.
    QJsonParseError error{};
    const QByteArray json = "[" + QByteArray::fromStdString(text) + "]";
    const QJsonArray array = QJsonDocument::fromJson(json, &error).array();
    isValid = error.error == QJsonParseError::NoError && array.size() == 1;
    return array.isEmpty() ? QJsonValue() : array.first();
}

// Name, prefix of __type and the member of the text: each family of errors has its own.
struct ErrorForm {
    std::string_view prefix = "com.amazonaws.dynamodb.v20120810#";
    std::string_view member = "message";
    int status = 400;
};

ErrorForm formOf(std::string_view name)
{
    static constexpr std::string_view parsing = "com.amazon.coral.service#";
    static constexpr std::array named{"UnknownOperationException",    "MissingAuthenticationTokenException",
                                      "IncompleteSignatureException", "InvalidSignatureException",
                                      "UnrecognizedClientException",  "ExpiredTokenException",
                                      "ThrottlingException",          "InternalFailure"};
    if (name == "ValidationException")
        return {"com.amazon.coral.validate#"};
    if (name == "SerializationException" || name == "AccessDeniedException")
        return {parsing, "Message"};
    for (const std::string_view each : named)
        if (name == each)
            return {parsing, "message", name == "InternalFailure" ? 500 : 400};
    if (name == "TransactionCanceledException" || name == "IdempotentParameterMismatchException" ||
        name == "TransactionInProgressException")
        return {ErrorForm{}.prefix, "Message"};
    if (name == "InternalServerError")
        return {ErrorForm{}.prefix, "message", 500};
    return {};
}

// Replies may carry a path as "Table.LatestStreamArn" or "Shards.0.ShardId".
QJsonValue at(QJsonValue value, const std::string &path)
{
    for (const QString &part : QString::fromStdString(path).split('.'))
        value = value.isArray() ? value.toArray().at(part.toInt()) : value.toObject().value(part);
    return value;
}

std::string jsonText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toStdString();
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact).toStdString();
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString();
    return value.toVariant().toString().toStdString();
}

class Player {
public:
    Player(const Scenario &scenario, World &world, Door &door)
        : m_world(world), m_door(door), m_inside(doorInProcess(world)), m_variables(scenario.variables)
    {}

    std::string run(const Steps &steps, const std::string &where)
    {
        for (const Step &step : steps) {
            const std::string wrong = runStep(step);
            if (!wrong.empty())
                return where + ":" + std::to_string(step.line) + ": " + wrong;
        }
        return {};
    }

private:
    std::string runStep(const Step &step)
    {
        switch (step.kind) {
        case Step::Kind::Restart:
            m_world.restart();
            return {};
        case Step::Kind::Advance:
            m_world.advanceMilliseconds(static_cast<std::int64_t>(1000 * std::stod(step.argument)));
            m_world.runJobs();
            return {};
        case Step::Kind::Request:
            return step.isEventual ? askUntil(step) : askOnce(step);
        }
        return {};
    }

    std::string askUntil(const Step &step)
    {
        using namespace std::chrono;
        for (const auto end = steady_clock::now() + seconds(10);;) {
            std::string wrong = askOnce(step);
            if (wrong.empty() || steady_clock::now() > end)
                return wrong;
            std::this_thread::sleep_for(milliseconds(1));
            m_world.runJobs();
        }
    }

    std::string askOnce(const Step &step)
    {
        Question question;
        // A variable may stand for the operation, or for all of the line.
        const std::string line = expanded(step.operation + ' ' + step.body, m_variables);
        m_operation = line.substr(0, line.find(' '));
        const bool isFull = m_operation.find('.') != std::string::npos;
        question.target = (isFull ? "" : "DynamoDB_20120810.") + m_operation;
        question.region = step.region;
        question.body = line.substr(m_operation.size() + 1);
        for (const auto &header : step.headers)
            question.headers.emplace_back(header.first, expanded(header.second, m_variables));

        const Expectation::Kind kind = step.expectation.kind;
        // To look at everything takes throughput, too: where there is none left it cannot be done.
        const std::string &expected = step.expectation.text;
        const bool isThrottled = expected.find("ThroughputExceeded") != std::string::npos ||
                                 expected.find("Throttling") != std::string::npos;
        const bool isRefused =
            !isThrottled && (kind == Expectation::Kind::Error || kind == Expectation::Kind::Http);
        const std::string before = isRefused ? everything(step.region) : std::string();
        const Answer answer = m_door.ask(question);
        std::string wrong = judge(step, answer);
        if (wrong.empty() && isRefused && answer.status != 200 && everything(step.region) != before)
            wrong = "the request was refused and changed something all the same:\n  before " +
                    shortened(before) + "\n  after  " + shortened(everything(step.region));
        if (!wrong.empty())
            return wrong + "\n  asked " + m_operation + ' ' + shortened(question.body) + "\n  got   " +
                   std::to_string(answer.status) + ' ' + shortened(answer.body);
        return {};
    }

    // Every table of a region with what is in it.
    std::string everything(const std::string &region)
    {
        const auto ask = [&](const char *operation, const std::string &body) {
            return m_inside->ask({std::string("DynamoDB_20120810.") + operation, region, body, {}}).body;
        };
        bool isValid = false;
        std::string all;
        const QJsonValue listed = parsed(ask("ListTables", "{}"), isValid);
        for (const QJsonValue name : listed.toObject().value("TableNames").toArray()) {
            const std::string table = "{\"TableName\":\"" + name.toString().toStdString() + "\"";
            all += ask("DescribeTable", table + "}") + '\n';
            for (std::string start;;) {
                const std::string page = ask("Scan", table + start + "}");
                all += page + '\n';
                const QJsonValue key = parsed(page, isValid).toObject().value("LastEvaluatedKey");
                if (!key.isObject())
                    break;
                start = ",\"ExclusiveStartKey\":" + jsonText(key);
            }
        }
        return all;
    }

    std::string judge(const Step &step, const Answer &answer)
    {
        if (!answer.fault.empty())
            return answer.fault;
        for (const std::string &header : step.expectation.headers)
            if (answer.head.find("\r\n" + expanded(header, m_variables) + "\r\n") == std::string::npos)
                return "expected the header " + header + ", got\n" + answer.head;
        const std::string text = expanded(step.expectation.text, m_variables);
        switch (step.expectation.kind) {
        case Expectation::Kind::Http:
            return judgeHttp(text, answer);
        case Expectation::Kind::Error:
            return judgeError(step, text, answer);
        default:
            return judgeReply(step, text, answer);
        }
    }

    static std::string judgeHttp(std::string text, const Answer &answer)
    {
        for (std::size_t at; (at = text.find("\\n")) != std::string::npos;)
            text.replace(at, 2, "\n");
        const std::size_t space = std::min(text.find(' '), text.size());
        const std::string body = space < text.size() ? text.substr(space + 1) : std::string();
        if (std::to_string(answer.status) == text.substr(0, space) && textMatches(body, answer.body))
            return {};
        return "expected " + text;
    }

    std::string judgeError(const Step &step, const std::string &text, const Answer &answer) const
    {
        const std::size_t colon = std::min(text.find(": "), text.size());
        const std::string name = text.substr(0, colon);
        const ErrorForm form = formOf(name);
        if (answer.status != form.status)
            return "expected status " + std::to_string(form.status) + " and " + text;
        bool isValid = false;
        QJsonObject expected =
            parsed(step.expectation.members.empty() ? "{}" : expanded(step.expectation.members, m_variables),
                   isValid)
                .toObject();
        if (!isValid)
            return "the expected members are not JSON";
        expected.insert("__type", QString::fromStdString(std::string(form.prefix) + name));
        if (colon < text.size())
            expected.insert(QString::fromUtf8(form.member.data(), static_cast<int>(form.member.size())),
                            QString::fromStdString(text.substr(colon + 2)));
        const QJsonValue actual = parsed(answer.body, isValid);
        if (!isValid)
            return "the reply is not JSON";
        return difference(expected, actual, {m_operation, false});
    }

    std::string judgeReply(const Step &step, const std::string &text, const Answer &answer)
    {
        if (answer.status != 200)
            return "expected success";
        bool isValid = false;
        const QJsonValue actual = parsed(answer.body, isValid);
        if (step.expectation.kind != Expectation::Kind::Success) {
            if (text.empty() && answer.body.empty())
                return {};
            if (!isValid)
                return "the reply is not JSON";
            const QJsonValue expected = parsed(text, isValid);
            if (!isValid)
                return "the expected reply is not JSON: " + text;
            const bool allowsMore = step.expectation.kind == Expectation::Kind::AtLeast;
            const std::string wrong = difference(expected, actual, {m_operation, allowsMore});
            if (!wrong.empty())
                return wrong;
        }
        for (const auto &each : step.kept) {
            const QJsonValue value = at(actual, each.second);
            if (value.isUndefined() || value.isNull())
                return "the reply has no " + each.second;
            m_variables[each.first] = jsonText(value);
        }
        return {};
    }

    World &m_world;
    Door &m_door;
    const std::unique_ptr<Door> m_inside;
    Variables m_variables;
    std::string m_operation; // of the step
};

constexpr std::string_view kTableDelay = "table-delay=";

} // namespace

std::string play(const Scenario &scenario, const std::string &fixtureDirectory, World &world, Door &door)
{
    world.clear();
    Player player(scenario, world, door);
    for (const std::string &name : *scenario.fixtures) {
        if (name.starts_with(kTableDelay)) {
            world.setTableDelay(std::stoll(name.substr(kTableDelay.size())));
            continue;
        }
        std::string fault;
        const std::string path = fixtureDirectory + '/' + name + ".steps";
        const Steps steps = readSteps(path, fault);
        if (!fault.empty())
            return fault;
        if (std::string wrong = player.run(steps, name + ".steps"); !wrong.empty())
            return wrong;
    }
    if (std::string wrong = player.run(*scenario.given, "given"); !wrong.empty())
        return wrong;
    return player.run(*scenario.steps, "line");
}

} // namespace stator::conformance
