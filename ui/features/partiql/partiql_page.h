// PartiQL: an editor of statements, values for their parameters, the plan in words before they run, and the results.
#pragma once

#include "features/partiql/parameter_table.h"
#include "features/partiql/statement_plan.h"
#include "features/partiql/statement_source.h"
#include "features/partiql/table_shapes.h"
#include "shell/page.h"

class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace stator::ui {

class ElidedLabel;
class GridView;
class ItemGridModel;
class PageFrame;
class PageRegistry;
class PartiqlEditor;
class ResultLine;
class TextView;
class ThemedLabel;

class PartiqlPage : public Page {
    Q_OBJECT
public:
    explicit PartiqlPage(Workbench &workbench, QWidget *parent = nullptr);
    ~PartiqlPage() override;

    void open(const Place &place) override;
    Place place() const override { return m_place; }
    QString title() const override;
    QWidget *inspector() override;
    QString inspectorTitle() const override { return tr("Item"); }
    QString selectionText() const override;
    void refresh() override { run(); }
    void focusContent() override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

    PartiqlEditor &editor() { return *m_editor; }
    ParameterTable &parameters() { return *m_parameters; }
    GridView &grid() { return *m_grid; }
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
    QStringList completions(const QString &text, qsizetype cursor);
    std::optional<api::ParameterizedStatement> bound(const Statement &statement, const QList<ParameterText> &values);
    void start(StatementRun run, std::vector<Statement> statements);
    void startNext();
    void progressed();
    void finished();
    void showFault(const Statement &statement, const QString &code, const QString &message);
    void showWritten();
    void showCode();
    void showCost();
    void inspect();

    Place m_place;
    int m_number = 0; // "PartiQL 2"
    bool m_isConsistent = false;
    std::vector<Statement> m_statements;
    int m_current = -1;

    TableShapes m_shapes;
    std::unique_ptr<StatementSource> m_source;
    std::vector<Statement> m_running;                // what the source runs
    std::vector<std::pair<StatementRun, Statement>> m_queue; // to be run after it, one by one
    int m_done = 0;                                  // of a run of several, one by one

    PartiqlEditor *m_editor;
    ParameterTable *m_parameters;
    QWidget *m_parameterSide;
    QSplitter *m_split;
    ElidedLabel *m_plan;
    ThemedLabel *m_planSign;
    QPushButton *m_run;
    QToolButton *m_more;
    PageFrame *m_frame;
    QStackedWidget *m_stack; // the results, or samples before there are any
    QWidget *m_samples = nullptr;
    ItemGridModel *m_model;
    GridView *m_grid;
    ResultLine *m_result;
    QTimer *m_planTimer;
    QPointer<QWidget> m_inspector;
    TextView *m_inspected = nullptr;
};

void registerPartiql(PageRegistry &registry);
void addPartiqlCommands(Workbench &workbench);

} // namespace stator::ui
