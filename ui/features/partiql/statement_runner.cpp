#include "features/partiql/statement_runner.h"

#include <algorithm>

#include <QTimer>

#include "bridge/error_text.h"
#include "bridge/text.h"

namespace stator::ui {

void StatementRunner::start(const ServiceClient &client, std::vector<Step> steps)
{
    m_client = client;
    m_steps = std::move(steps);
    std::reverse(m_steps.begin(), m_steps.end());
    m_statements.clear();
    m_done = 0;
    startNext();
}

void StatementRunner::startNext()
{
    Step step = std::move(m_steps.back());
    m_steps.pop_back();
    Q_EMIT starting();
    m_done += static_cast<int>(m_statements.size());
    m_statements = std::move(step.second);
    m_source = std::make_unique<StatementSource>(m_client, std::move(step.first));
    connect(m_source.get(), &ItemSource::progressed, this, &StatementRunner::follow);
    Q_EMIT started();
    m_source->want(0, 0);
}

void StatementRunner::follow()
{
    if (m_source->error())
        m_steps.clear();
    Q_EMIT progressed();
    if (m_source->error() || m_source->isLoading())
        return;
    if (m_steps.empty()) {
        Q_EMIT finished();
        return;
    }
    // Not from within the source that is about to go.
    QTimer::singleShot(0, m_source.get(), [this] {
        if (!m_steps.empty())
            startNext();
    });
}

std::optional<StatementRunner::Failure> StatementRunner::failure() const
{
    if (!m_source)
        return std::nullopt;
    const std::vector<StatementOutcome> &outcomes = m_source->outcomes();
    for (std::size_t i = 0; i < outcomes.size() && i < m_statements.size(); ++i)
        if (!outcomes[i].code.isEmpty())
            return Failure{m_statements[i], outcomes[i].code, outcomes[i].message};
    if (!m_source->error())
        return std::nullopt;
    return Failure{m_statements.front(), errorName(m_source->error()->code), toQt(std::string_view(m_source->error()->message))};
}

int StatementRunner::failedCount() const
{
    const std::vector<StatementOutcome> &outcomes = m_source->outcomes();
    return static_cast<int>(std::count_if(outcomes.begin(), outcomes.end(),
                                          [](const StatementOutcome &outcome) { return !outcome.code.isEmpty(); }));
}

} // namespace stator::ui

#include "moc_statement_runner.cpp"
