// PartiQL: an editor of statements, values for their parameters, the plan in words before they run, and the results.
#pragma once

#include "bridge/table_directory.h"
#include "features/partiql/parameter_table.h"
#include "features/partiql/statement_plan.h"
#include "features/partiql/statement_results.h"
#include "features/partiql/table_shapes.h"
#include "shell/page.h"

class QPushButton;
class QSplitter;
class QTimer;
class QToolButton;

namespace stator::ui {

class ElidedLabel;
class PartiqlEditor;
class ThemedLabel;

class PartiqlPage : public Page {
    Q_OBJECT
public:
    explicit PartiqlPage(Workbench &workbench, QWidget *parent = nullptr);
    ~PartiqlPage() override;

    void open(const Place &place) override;
    Place place() const override { return m_place; }
    QString title() const override;
    QWidget *inspector() override { return m_results->inspector(); }
    QString inspectorTitle() const override { return tr("Item"); }
    QString selectionText() const override { return m_results->selectionText(); }
    void refresh() override { run(); }
    bool cancel() override { return m_results->cancel(); }
    void focusContent() override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

    PartiqlEditor &editor() { return *m_editor; }
    ParameterTable &parameters() { return *m_parameters; }
    GridView &grid() { return m_results->grid(); }
    QString planText() const;

    void run();
    enum class Together { OneByOne, Batch, Transaction };
    void runAll(Together how);

private:
    QWidget *makeEditorSide();
    QWidget *makeStrip();
    void answerCommands();
    void updateStatement();
    void updatePlan();
    void showSamples();
    std::optional<api::ParameterizedStatement> bound(const Statement &statement, const QList<ParameterText> &values);
    const Statement &current() const;
    QList<TableSummary> listedTables() const;
    const KnownTable *knownTable(); // of the statement under the cursor
    void start(std::vector<StatementRunner::Step> steps);
    void markFailure(const StatementRunner::Failure &failure);
    void showCode();

    Place m_place;
    int m_number = 0; // "PartiQL 2"
    bool m_isConsistent = false;
    std::vector<Statement> m_statements;
    int m_current = -1;

    TableShapes m_shapes;

    PartiqlEditor *m_editor;
    ParameterTable *m_parameters;
    QWidget *m_parameterSide;
    QSplitter *m_split;
    ElidedLabel *m_plan;
    ThemedLabel *m_planSign;
    QPushButton *m_run;
    QToolButton *m_more;
    StatementResults *m_results;
    QTimer *m_planTimer;
};

} // namespace stator::ui
