// What statements gave: items in a grid, or in words that nothing was found, written, or why it was refused; samples
// before there is anything. The item under the cursor can be inspected.
#pragma once

#include <QPointer>

#include "features/partiql/samples_pane.h"
#include "features/partiql/statement_runner.h"
#include "features/partiql/table_shapes.h"

class QStackedWidget;

namespace stator::ui {

class GridView;
class ItemGridModel;
class PageFrame;
class ResultLine;
class TextView;
class Workbench;

class StatementResults : public QWidget {
    Q_OBJECT
public:
    StatementResults(Workbench &workbench, TableShapes &shapes, QWidget *parent = nullptr);
    ~StatementResults() override;

    StatementRunner &runner() { return m_runner; }
    // False: nothing runs.
    bool cancel();
    bool saysNoTable() const { return m_saysNoTable; }
    GridView &grid() { return *m_grid; }

    void showSamples(const QString &table, const QList<PartiqlSample> &samples);
    void showNoTable(const QString &region);

    QWidget *inspector();
    QString selectionText() const;

Q_SIGNALS:
    void sampleChosen(const QString &statement);
    void failed(const stator::ui::StatementRunner::Failure &failure);
    void busyChanged(bool isBusy);
    void selectionChanged();
    void inspectRequested();
    void codeRequested();

private:
    void showStarted();
    void showProgress();
    void showFinished();
    void showWritten();
    void showCost();
    void tellFailure();
    void inspect();

    Workbench &m_workbench;
    TableShapes &m_shapes;
    StatementRunner m_runner;
    bool m_saysNoTable = false;
    PageFrame *m_frame;
    QStackedWidget *m_stack; // the grid, or samples
    SamplesPane *m_samples = nullptr;
    ItemGridModel *m_model;
    GridView *m_grid;
    ResultLine *m_result;
    QPointer<QWidget> m_inspector;
    TextView *m_inspected = nullptr;
};

} // namespace stator::ui
