#include "conformance/runner/scenario.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <optional>

#include "conformance/runner/text.h"

namespace stator::conformance {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
        text.remove_suffix(1);
    return text;
}

// The first word, taken off `text`.
std::string_view takeWord(std::string_view &text)
{
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text = trimmed(text.substr(end));
    return word;
}

std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> all;
    for (text = trimmed(text); !text.empty();)
        all.emplace_back(takeWord(text));
    return all;
}

// The cells of a row; a bar in a cell is written \|.
std::vector<std::string> cells(std::string_view row)
{
    std::vector<std::string> all(1);
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '\\' && i + 1 < row.size() && row[i + 1] == '|')
            all.back() += row[++i];
        else if (row[i] == '|')
            all.emplace_back();
        else
            all.back() += row[i];
    }
    for (std::string &cell : all)
        cell = std::string(trimmed(cell));
    return all;
}

// A line with the deeper indented ones that go on with it.
struct Line {
    int number = 0;
    bool isIndented = false;
    std::string text;
};

constexpr std::size_t kStepIndent = 2;

// Headings that are followed by nothing but more of their own text.
bool takesText(const Line &line)
{
    return !line.isIndented && (line.text.starts_with("rule ") || line.text.starts_with("let "));
}

std::optional<std::vector<Line>> readLines(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return {};
    std::vector<Line> lines;
    std::string text;
    for (int number = 1; std::getline(file, text); ++number) {
        const std::size_t indent = std::min(text.find_first_not_of(' '), text.size());
        const std::string_view content = trimmed(text);
        if (content.empty() || text.front() == '#')
            continue;
        const bool goesOn =
            !lines.empty() && (indent > kStepIndent || (indent > 0 && takesText(lines.back())));
        if (goesOn) {
            lines.back().text += ' ';
            lines.back().text += content;
        } else {
            lines.push_back({number, indent > 0, std::string(content)});
        }
    }
    return lines;
}

class Reader {
public:
    explicit Reader(std::string path) : m_path(std::move(path)) {}

    ScenarioFile read()
    {
        const auto lines = readLines(m_path);
        if (!lines)
            return {{}, m_path + " cannot be read"};
        for (const Line &line : *lines)
            if (m_fault.empty())
                line.isIndented ? readIndented(line) : readHeading(line);
        finish();
        if (m_fault.empty() && m_rule.empty())
            m_fault = m_path + " names no rule";
        return {std::move(m_scenarios), std::move(m_fault)};
    }

    Steps readStepsOnly(std::string &fault)
    {
        const auto lines = readLines(m_path);
        if (!lines)
            m_fault = m_path + " cannot be read";
        else
            for (const Line &line : *lines)
                readStep(line, m_steps);
        fault = std::move(m_fault);
        return std::move(m_steps);
    }

private:
    enum class Section { None, Given, Scenario, Cases };

    void fail(const Line &line, std::string_view why)
    {
        if (m_fault.empty())
            m_fault = m_path + ":" + std::to_string(line.number) + ": " + std::string(why);
    }

    void readHeading(const Line &line)
    {
        std::string_view rest = line.text;
        const std::string_view word = takeWord(rest);
        if (word == "cases") {
            if (m_section != Section::Scenario)
                return fail(line, "cases follow the steps of a scenario");
            m_columns = cells(rest);
            m_section = Section::Cases;
            return;
        }
        finish();
        if (word == "rule") {
            m_rule = rest;
        } else if (word == "let") {
            const std::string name(takeWord(rest));
            if (takeWord(rest) != "=")
                return fail(line, "let NAME = TEXT");
            m_variables[name] = withVariables(rest, m_variables);
        } else if (word == "given") {
            m_fixtures = std::make_shared<const std::vector<std::string>>(words(rest));
            m_given = std::make_shared<const Steps>();
            m_section = Section::Given;
        } else if (word == "scenario") {
            m_name = rest;
            m_line = line.number;
            m_section = Section::Scenario;
        } else {
            fail(line, "a heading is rule, let, given, scenario or cases");
        }
    }

    void readIndented(const Line &line)
    {
        switch (m_section) {
        case Section::None:
            return fail(line, "a step belongs under given or scenario");
        case Section::Given:
        case Section::Scenario:
            return readStep(line, m_steps);
        case Section::Cases:
            return readCase(line);
        }
    }

    void readCase(const Line &line)
    {
        const std::vector<std::string> row = cells(line.text);
        if (row.size() != m_columns.size())
            return fail(line, "the row has " + std::to_string(row.size()) + " cells");
        Scenario scenario = scenarioHere(line.number);
        scenario.name += ": " + row.front();
        for (std::size_t i = 0; i < row.size(); ++i)
            scenario.variables[m_columns[i]] = withVariables(row[i], m_variables);
        m_cases.push_back(std::move(scenario));
    }

    void readStep(const Line &line, Steps &steps)
    {
        std::string_view rest = line.text;
        const std::string_view word = takeWord(rest);
        if (word == "advance" || word == "restart") {
            Step step;
            step.kind = word == "advance" ? Step::Kind::Advance : Step::Kind::Restart;
            step.line = line.number;
            step.argument = rest;
            steps.push_back(std::move(step));
            return;
        }
        const bool isOperation =
            std::isupper(static_cast<unsigned char>(word.front())) || word.front() == '$';
        if (isOperation || word == "eventually" || word == "in")
            return readRequest(line, steps);
        if (steps.empty() || steps.back().kind != Step::Kind::Request)
            return fail(line, "no request to say this of");
        readClause(line, word, rest, steps.back());
    }

    void readRequest(const Line &line, Steps &steps)
    {
        Step step;
        step.line = line.number;
        std::string_view rest = line.text;
        std::string_view word = takeWord(rest);
        if (word == "eventually") {
            step.isEventual = true;
            word = takeWord(rest);
        }
        if (word == "in") {
            step.region = takeWord(rest);
            word = takeWord(rest);
        }
        step.operation = word;
        step.body = rest;
        steps.push_back(std::move(step));
    }

    void readClause(const Line &line, std::string_view word, std::string_view rest, Step &step)
    {
        Expectation &expectation = step.expectation;
        const auto expect = [&](Expectation::Kind kind) {
            if (expectation.kind != Expectation::Kind::Success)
                fail(line, "one request, one answer");
            expectation.kind = kind;
            expectation.text = rest;
        };
        if (word == "->") {
            expect(Expectation::Kind::Exactly);
        } else if (word == "~>") {
            expect(Expectation::Kind::AtLeast);
        } else if (word == "!") {
            expect(Expectation::Kind::Error);
        } else if (word == "replies") {
            expect(Expectation::Kind::Http);
        } else if (word == "+") {
            expectation.members = rest;
        } else if (word == "header") {
            expectation.headers.emplace_back(rest);
        } else if (word == "with") {
            const std::size_t colon = rest.find(':', 1);
            if (colon == std::string_view::npos)
                return fail(line, "with NAME: VALUE");
            step.headers.emplace_back(rest.substr(0, colon), trimmed(rest.substr(colon + 1)));
        } else if (word == "without") {
            step.headers.emplace_back(rest, "");
        } else if (word == "keep") {
            const std::string name(takeWord(rest));
            if (takeWord(rest) != "=")
                return fail(line, "keep NAME = PATH");
            step.kept.emplace_back(name, rest);
        } else {
            fail(line, "unknown word '" + std::string(word) + "'");
        }
    }

    Scenario scenarioHere(int line) const
    {
        Scenario scenario;
        scenario.name = m_name;
        scenario.line = line;
        scenario.variables = m_variables;
        scenario.fixtures = m_fixtures;
        scenario.given = m_given;
        return scenario;
    }

    // Ends the section before the next heading.
    void finish()
    {
        if (m_section == Section::Given) {
            m_given = std::make_shared<const Steps>(std::move(m_steps));
        } else if (m_section == Section::Scenario || m_section == Section::Cases) {
            const auto steps = std::make_shared<const Steps>(std::move(m_steps));
            if (steps->empty() || (m_section == Section::Cases && m_cases.empty()))
                fail({m_line, false, {}}, "the scenario is empty");
            if (m_section == Section::Scenario)
                m_cases.push_back(scenarioHere(m_line));
            for (Scenario &scenario : m_cases) {
                scenario.steps = steps;
                m_scenarios.push_back(std::move(scenario));
            }
        }
        m_steps.clear();
        m_cases.clear();
        m_section = Section::None;
    }

    const std::string m_path;
    std::string m_fault;

    // In force for the scenarios that follow.
    std::string m_rule;
    Variables m_variables;
    std::shared_ptr<const std::vector<std::string>> m_fixtures =
        std::make_shared<const std::vector<std::string>>();
    std::shared_ptr<const Steps> m_given = std::make_shared<const Steps>();

    // The section being read.
    Section m_section = Section::None;
    std::string m_name;
    int m_line = 0;
    Steps m_steps;
    std::vector<std::string> m_columns;
    std::vector<Scenario> m_cases;

    std::vector<Scenario> m_scenarios;
};

} // namespace

bool Scenario::needsHttp() const
{
    return std::any_of(steps->begin(), steps->end(), [](const Step &step) { return step.needsHttp(); });
}

ScenarioFile readScenarios(const std::string &path)
{
    return Reader(path).read();
}

Steps readSteps(const std::string &path, std::string &fault)
{
    return Reader(path).readStepsOnly(fault);
}

} // namespace stator::conformance
