#include "triggers/invoker.h"

#include <fmt/format.h>
#include <simdjson.h>

namespace stator::triggers {

namespace {

constexpr std::size_t kMaxEventBytes = 6'291'456; // Lambda's payload
constexpr std::size_t kAnswerBytes = 1024;        // kept for a person to read

std::string beginning(const std::string &answer)
{
    std::size_t end = std::min(answer.size(), kAnswerBytes);
    while (end < answer.size() && end > 0 && (static_cast<unsigned char>(answer[end]) & 0xC0) == 0x80)
        --end;
    return answer.substr(0, end);
}

Error badAnswer(std::string_view why)
{
    return Error::io(fmt::format("The answer is not a list of batchItemFailures: {}", why));
}

// How many records are accepted (Lambda Developer Guide, "Configuring partial batch response"): all, if the
// answer is empty or null, or its list is; else those before the lowest sequence number in it.
Result<std::size_t> acceptedOf(const std::string &answer, const std::vector<std::string> &sequenceNumbers)
{
    if (answer.find_first_not_of(" \t\r\n") == std::string::npos)
        return sequenceNumbers.size();
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (parser.parse(answer.data(), answer.size()).get(root) != simdjson::SUCCESS)
        return badAnswer("it is not JSON");
    if (root.is_null())
        return sequenceNumbers.size();
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS)
        return badAnswer("it is not an object");
    simdjson::dom::element list;
    if (object.at_key("batchItemFailures").get(list) != simdjson::SUCCESS || list.is_null())
        return sequenceNumbers.size();
    simdjson::dom::array failures;
    if (list.get(failures) != simdjson::SUCCESS)
        return badAnswer("batchItemFailures is not an array");
    std::size_t accepted = sequenceNumbers.size();
    for (const simdjson::dom::element failure : failures) {
        std::string_view identifier;
        if (failure.at_key("itemIdentifier").get(identifier) != simdjson::SUCCESS || identifier.empty())
            return badAnswer("an entry has no itemIdentifier");
        const auto found = std::find(sequenceNumbers.begin(), sequenceNumbers.end(), identifier);
        if (found == sequenceNumbers.end())
            return badAnswer(fmt::format("there is no record {} in the batch", identifier));
        accepted = std::min(accepted, static_cast<std::size_t>(found - sequenceNumbers.begin()));
    }
    return accepted;
}

class FunctionInvoker final : public Invoker {
public:
    FunctionInvoker(std::unique_ptr<Function> function, bool reportsItemFailures)
        : m_function(std::move(function)), m_reportsItemFailures(reportsItemFailures)
    {
    }

    std::size_t maxBytes() const override { return kMaxEventBytes; }

    void invoke(const std::vector<FeedRecord> &batch, std::stop_token stop, Completion<Delivery> done) override
    {
        std::vector<std::string> sequenceNumbers;
        for (const FeedRecord &record : batch)
            sequenceNumbers.push_back(record.sequenceNumber);
        m_function->call(eventOf(batch), std::move(stop),
                         [sequenceNumbers = std::move(sequenceNumbers), reports = m_reportsItemFailures,
                          done = std::move(done)](Result<std::string> answer) mutable {
                             if (!answer.ok())
                                 return done(std::move(answer).error());
                             Delivery delivery;
                             delivery.accepted = sequenceNumbers.size();
                             if (reports) {
                                 auto accepted = acceptedOf(*answer, sequenceNumbers);
                                 if (!accepted.ok())
                                     return done(std::move(accepted).error());
                                 delivery.accepted = *accepted;
                             }
                             if (delivery.accepted < sequenceNumbers.size())
                                 delivery.problem = fmt::format("The function reports a failure of record {}",
                                                                sequenceNumbers[delivery.accepted]);
                             delivery.answer = beginning(*answer);
                             done(std::move(delivery));
                         });
    }

private:
    const std::unique_ptr<Function> m_function;
    const bool m_reportsItemFailures;
};

} // namespace

std::string eventOf(const std::vector<FeedRecord> &batch)
{
    std::size_t bytes = 16;
    for (const FeedRecord &record : batch)
        bytes += record.json.size() + 1;
    std::string event;
    event.reserve(bytes);
    event += "{\"Records\":[";
    for (const FeedRecord &record : batch) {
        if (&record != &batch.front())
            event += ',';
        event += record.json;
    }
    event += "]}";
    return event;
}

std::unique_ptr<Invoker> makeFunctionInvoker(std::unique_ptr<Function> function, bool reportsItemFailures)
{
    return std::make_unique<FunctionInvoker>(std::move(function), reportsItemFailures);
}

} // namespace stator::triggers
