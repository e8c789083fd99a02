#include "features/partiql/statement_results.h"

#include <algorithm>

#include <QStackedWidget>
#include <QVBoxLayout>

#include "bridge/error_text.h"
#include "bridge/text.h"
#include "cost/cost_panel.h"
#include "document/json_writer.h"
#include "features/partiql/statement_code.h"
#include "features/partiql/statement_plan.h"
#include "grid/cell_editor.h"
#include "grid/grid_view.h"
#include "grid/result_line.h"
#include "models/item_grid_model.h"
#include "shell/workbench.h"
#include "widgets/json_highlighter.h"
#include "widgets/json_text.h"
#include "widgets/page_frame.h"
#include "widgets/text_view.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

bool isRead(const Statement &statement)
{
    return targetOf(statement).kind == StatementKind::Select;
}

} // namespace

StatementResults::StatementResults(Workbench &workbench, TableShapes &shapes, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_shapes(shapes), m_frame(new PageFrame), m_stack(new QStackedWidget),
      m_model(new ItemGridModel(this)), m_grid(new GridView), m_result(new ResultLine)
{
    m_model->setReadOnly(tr("Results of a statement are not edited here. Open the table to change an item."));
    m_grid->setItemDelegate(new CellEditorDelegate(m_grid));
    m_grid->setGridModel(m_model);
    m_grid->setAccessibleName(tr("Results"));
    m_stack->addWidget(m_grid);
    m_frame->setContent(m_stack);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_frame, 1);
    column->addWidget(m_result);

    connect(m_grid, &GridView::selectionMoved, this, [this] {
        Q_EMIT selectionChanged();
        inspect();
    });
    connect(m_grid, &GridView::inspectRequested, this, [this] {
        Q_EMIT inspectRequested();
        inspect();
    });
    connect(m_grid, &GridView::editRefused, this,
            [this](const QModelIndex &index) { m_workbench.say(m_model->editRefusal(index)); });
    connect(m_result, &ResultLine::cancelRequested, this, [this] { m_runner.source()->cancel(); });
    connect(m_result, &ResultLine::nextPageRequested, this, [this] { m_runner.source()->loadMore(); });
    connect(m_result, &ResultLine::codeRequested, this, &StatementResults::codeRequested);
    connect(m_result, &ResultLine::whyRequested, this, &StatementResults::showCost);
    connect(&m_runner, &StatementRunner::starting, this, [this] { m_model->setSource(nullptr, {}, {}); });
    connect(&m_runner, &StatementRunner::started, this, &StatementResults::showStarted);
    connect(&m_runner, &StatementRunner::progressed, this, &StatementResults::showProgress);
    connect(&m_runner, &StatementRunner::finished, this, &StatementResults::showFinished);
}

StatementResults::~StatementResults()
{
    m_model->setSource(nullptr, {}, {});
}

void StatementResults::showSamples(const QString &table, const QList<PartiqlSample> &samples)
{
    auto *pane = new SamplesPane(table, samples);
    connect(pane, &SamplesPane::chosen, this, &StatementResults::sampleChosen);
    delete std::exchange(m_samples, pane);
    m_saysNoTable = false;
    m_stack->addWidget(pane);
    m_stack->setCurrentWidget(pane);
    m_frame->showContent();
}

bool StatementResults::cancel()
{
    if (!m_runner.source() || !m_runner.source()->isLoading())
        return false;
    m_runner.source()->cancel();
    return true;
}

void StatementResults::showNoTable(const QString &region)
{
    m_saysNoTable = true;
    EmptyText text;
    text.icon = u"partiql"_s;
    text.title = tr("No table to ask");
    text.sentence = tr("Statements read and write tables; there is none in %1 yet.").arg(region);
    m_frame->showEmpty(text);
}

void StatementResults::showStarted()
{
    const StatementTarget target = targetOf(m_runner.statements().front());
    const KnownTable *known = m_shapes.find(target.table);
    // Keys lead where whole items come; of a projection every column is as good as the next.
    const bool isWhole = m_runner.statements().size() == 1 && target.isAll && known;
    m_model->setSource(m_runner.source(), isWhole ? known->shape : TableShape(),
                       isWhole && known->shape.index(toUtf8(target.index)) ? toUtf8(target.index) : std::string());
    m_saysNoTable = false;
    m_stack->setCurrentWidget(m_grid);
    m_frame->showLoading();
}

void StatementResults::showProgress()
{
    StatementSource &source = *m_runner.source();
    m_result->showStatement(source);
    Q_EMIT busyChanged(source.isLoading());
    if (source.error()) {
        tellFailure();
        m_frame->showError(ui::describe(*source.error()));
        return;
    }
    if (source.isLoading() && source.rowCount() > 0)
        m_frame->showContent();
    m_frame->setBusy(source.isLoading());
}

void StatementResults::showFinished()
{
    for (const Statement &statement : m_runner.statements())
        if (!isRead(statement))
            m_shapes.refresh(targetOf(statement).table);
    tellFailure();
    if (m_runner.source()->rowCount() > 0)
        m_frame->showContent();
    else
        showWritten();
}

void StatementResults::showWritten()
{
    EmptyText text;
    const std::vector<Statement> &statements = m_runner.statements();
    const int count = m_runner.statementCount();
    if (const int failed = m_runner.failedCount(); failed > 0) {
        text.icon = u"warning"_s;
        text.title = tr("%1 of %2 statements failed").arg(failed).arg(count);
        text.sentence = tr("The first of them is underlined. The others were carried out: a batch is not a transaction.");
    } else if (std::all_of(statements.begin(), statements.end(), isRead)) {
        text.icon = u"partiql"_s;
        text.title = tr("No item matches");
        text.sentence = m_runner.source()->hasMore() ? tr("Nothing was found so far, and there is more to read.")
                                                     : tr("The statement ran and returned nothing.");
    } else {
        text.icon = u"check"_s;
        text.title = tr("%Ln statement(s) carried out", nullptr, count);
        if (count > 1)
            text.sentence = tr("Items are listed of the last statement that ran. A SELECT that is run alone lists its own.");
        else if (targetOf(statements.back()).kind == StatementKind::Update)
            text.sentence = tr("RETURNING ALL NEW * behind an UPDATE would show the item as it is now.");
    }
    m_frame->showEmpty(text);
}

void StatementResults::showCost()
{
    if (!m_runner.source())
        return;
    const KnownTable *known = m_shapes.find(targetOf(m_runner.statements().front()).table);
    const CostFacts facts = costOf(*m_runner.source(), m_runner.statements(), known ? &known->shape : nullptr);
    (new CostDialog(facts, m_workbench.window()))->open();
}

QWidget *StatementResults::inspector()
{
    if (!m_inspector) {
        m_inspector = new QWidget;
        m_inspected = new TextView;
        new JsonHighlighter(m_inspected->document());
        auto *column = new QVBoxLayout(m_inspector);
        column->setContentsMargins(16, 8, 16, 16);
        column->addWidget(m_inspected);
        inspect();
    }
    return m_inspector;
}

void StatementResults::inspect()
{
    if (!m_inspector)
        return;
    const QModelIndex index = m_grid->currentIndex();
    const ItemGridModel::Row row = index.isValid() ? m_model->rowAt(index.row()) : ItemGridModel::Row();
    if (row.isLoaded)
        m_inspected->setContent(indentedJson(toQt(std::string_view(document::itemToJson(row.shown)))));
    else
        m_inspected->setNotice(tr("Select an item to see it here."));
}

QString StatementResults::selectionText() const
{
    const qint64 rows = m_grid->selectedRowCount();
    return rows > 0 ? tr("%Ln selected", nullptr, static_cast<int>(rows)) : QString();
}

void StatementResults::tellFailure()
{
    if (const std::optional<StatementRunner::Failure> failure = m_runner.failure())
        Q_EMIT failed(*failure);
}

} // namespace stator::ui

#include "moc_statement_results.cpp"
