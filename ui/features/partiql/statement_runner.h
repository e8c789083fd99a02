// Runs what the person asked for: one statement, several at once, or one after another, each when the one before has
// ended. The first that fails ends the rest.
//
// Threads: the GUI thread.
#pragma once

#include <memory>
#include <utility>

#include "features/partiql/statement_source.h"
#include "features/partiql/statement_text.h"

namespace stator::ui {

class StatementRunner : public QObject {
    Q_OBJECT
public:
    using Step = std::pair<StatementRun, std::vector<Statement>>;

    explicit StatementRunner(QObject *parent = nullptr) : QObject(parent) {}

    void start(const ServiceClient &client, std::vector<Step> steps);

    // Of the step that runs, or ran last; nullptr before the first.
    StatementSource *source() const { return m_source.get(); }
    const std::vector<Statement> &statements() const { return m_statements; }
    // Of all steps so far.
    int statementCount() const { return m_done + static_cast<int>(m_statements.size()); }

    // What the service said of the first statement that failed.
    struct Failure {
        Statement statement;
        QString code;
        QString message;
    };
    std::optional<Failure> failure() const;
    int failedCount() const;

Q_SIGNALS:
    void starting(); // the source before is about to go
    void started();
    void progressed();
    void finished(); // the last step has ended, for this page

private:
    void startNext();
    void follow();

    ServiceClient m_client;
    std::vector<Step> m_steps; // to run, the next one last
    std::unique_ptr<StatementSource> m_source;
    std::vector<Statement> m_statements;
    int m_done = 0; // statements of the steps before
};

} // namespace stator::ui
