// Goal: no request, however spoilt, is answered by an internal error or ends the process. Every request of
// every scenario is asked again with something in it replaced, cut or doubled. Whether the answers are right
// is the scenarios' affair.
#include <QtTest/QTest>

#include <algorithm>
#include <set>

#include <QtCore/QDirIterator>

#include "base/random.h"
#include "conformance/runner/play.h"
#include "conformance/runner/text.h"

using namespace stator;
using namespace stator::conformance;

namespace {

constexpr const char *kFolder = "tests/conformance";
constexpr int kMutations = 4;
constexpr std::size_t kLargestBody = 6000; // what makes a body large was tried by its scenario

class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : m_random(seed) {}

    std::string mutate(std::string body)
    {
        if (body.empty())
            return body;
        switch (below(6)) {
        case 0:
            body.resize(below(body.size()));
            return body;
        case 1:
            body[below(body.size())] = static_cast<char>(below(256));
            return body;
        case 2: { // a part said twice
            const std::size_t at = below(body.size());
            const std::string part = body.substr(at, 1 + below(30));
            return body.insert(at, part);
        }
        case 3:
            return insertWord(std::move(body));
        default:
            return replaceValue(std::move(body));
        }
    }

private:
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(m_random.below(bound)); }

    // A word of the expression languages, anywhere: most of all inside expressions.
    std::string insertWord(std::string body)
    {
        static const std::vector<std::string> words{"(",
                                                    ")",
                                                    "[0]",
                                                    ".",
                                                    ",",
                                                    " AND ",
                                                    " OR ",
                                                    " NOT ",
                                                    "=",
                                                    "<>",
                                                    ":v",
                                                    "#n",
                                                    "size(",
                                                    "SET ",
                                                    "REMOVE ",
                                                    " BETWEEN ",
                                                    " IN (",
                                                    "list_append(",
                                                    "if_not_exists(",
                                                    "?",
                                                    "'",
                                                    "*",
                                                    "+ ",
                                                    "{",
                                                    "}",
                                                    "<<",
                                                    ">>",
                                                    "null"};
        return body.insert(below(body.size()), words[below(words.size())]);
    }

    // A string, number, object or list for another.
    std::string replaceValue(std::string body)
    {
        static const std::vector<std::string> values{"null",
                                                     "true",
                                                     "0",
                                                     "-1",
                                                     "1e400",
                                                     "99999999999999999999",
                                                     "\"\"",
                                                     "\"x\"",
                                                     "\"\\u0000\"",
                                                     "[]",
                                                     "{}",
                                                     "[null]",
                                                     "{\"S\":\"\"}",
                                                     "{\"N\":\"1\"}",
                                                     "{\"N\":\"\"}",
                                                     "{\"B\":\"AA==\"}",
                                                     "{\"M\":{\"\":{\"S\":\"x\"}}}",
                                                     "{\"L\":[{\"NULL\":true}]}",
                                                     "{\"a\":{\"S\":\"x\"}}",
                                                     "{\"a\":{\"N\":\"1\"},\"b\":{\"S\":\"\"}}",
                                                     "[{}]"};
        const std::string starts = "\"{[0123456789";
        std::size_t begin = body.find_first_of(starts, below(body.size()));
        if (begin == std::string::npos)
            begin = 0;
        return body.replace(begin, lengthOfValue(body, begin), values[below(values.size())]);
    }

    static std::size_t lengthOfValue(const std::string &body, std::size_t begin)
    {
        const char open = body[begin];
        if (open == '"') {
            std::size_t end = begin + 1;
            while (end < body.size() && body[end] != '"')
                end += body[end] == '\\' ? std::size_t{2} : std::size_t{1};
            return std::min(end + 1, body.size()) - begin;
        }
        const char close = open == '{' ? '}' : open == '[' ? ']' : '\0';
        if (!close)
            return std::min(body.find_first_not_of("0123456789.eE+-", begin), body.size()) - begin;
        int depth = 0;
        for (std::size_t end = begin; end < body.size(); ++end) {
            depth += body[end] == open ? 1 : body[end] == close ? -1 : 0;
            if (depth == 0)
                return end + 1 - begin;
        }
        return body.size() - begin;
    }

    SeededRandom m_random;
};

} // namespace

class TestMutations : public QObject {
    Q_OBJECT

private slots:
    void everyAnswerIsAnAnswer_data();
    void everyAnswerIsAnAnswer();

private:
    World m_world;
    std::unique_ptr<Door> m_door = doorInProcess(m_world);
    std::set<std::string> m_asked; // targets with bodies: cases share their first steps
};

void TestMutations::everyAnswerIsAnAnswer_data()
{
    QTest::addColumn<QString>("path");
    for (QDirIterator files(kFolder, {"*.scenario"}, QDir::Files, QDirIterator::Subdirectories);
         files.hasNext();) {
        const QString path = files.next();
        QTest::newRow(qPrintable(path.mid(static_cast<int>(qstrlen(kFolder)) + 1))) << path;
    }
}

void TestMutations::everyAnswerIsAnAnswer()
{
    QFETCH(const QString, path);
    Mutator mutator(static_cast<std::uint64_t>(qEnvironmentVariableIntValue("STATOR_SEED")));
    for (Scenario &scenario : readScenarios(path.toStdString()).scenarios) {
        const auto steps = std::exchange(scenario.steps, std::make_shared<const Steps>());
        bool isReady = false;
        for (const Step &step : *steps) {
            Question question;
            const std::string operation = expanded(step.operation, scenario.variables);
            question.target =
                (operation.find('.') == std::string::npos ? "DynamoDB_20120810." : "") + operation;
            const std::string body = expanded(step.body, scenario.variables);
            if (step.kind != Step::Kind::Request || body.size() > kLargestBody ||
                !m_asked.insert(operation + body).second)
                continue;
            if (!std::exchange(isReady, true)) {
                const std::string wrong =
                    play(scenario, std::string(kFolder) + "/fixtures", m_world, *m_door);
                QVERIFY2(wrong.empty(), wrong.c_str());
            }
            for (int i = 0; i < kMutations; ++i) {
                question.body = mutator.mutate(body);
                const Answer answer = m_door->ask(question);
                const std::string shown = operation + ' ' + question.body + '\n' +
                                          std::to_string(answer.status) + ' ' + answer.body;
                QVERIFY2(answer.status == 200 || answer.status == 400, shown.c_str());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestMutations)
#include "tst_mutations.moc"
