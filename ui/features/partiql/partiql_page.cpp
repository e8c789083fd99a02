#include "features/partiql/partiql_page.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "api/batch_execute_statement.h"
#include "api/execute_statement.h"
#include "api/execute_transaction.h"
#include "bridge/connections.h"
#include "bridge/error_text.h"
#include "bridge/table_directory.h"
#include "bridge/text.h"
#include "code/code_dialog.h"
#include "cost/cost_panel.h"
#include "document/json_writer.h"
#include "features/partiql/editor/partiql_editor.h"
#include "features/partiql/partiql_samples.h"
#include "features/partiql/statement_fault.h"
#include "grid/cell_editor.h"
#include "grid/grid_view.h"
#include "grid/result_line.h"
#include "models/item_grid_model.h"
#include "shell/action_catalog.h"
#include "shell/endpoint_status.h"
#include "shell/page_registry.h"
#include "shell/workbench.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/json_highlighter.h"
#include "widgets/json_text.h"
#include "widgets/labels.h"
#include "widgets/page_frame.h"
#include "widgets/text_view.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kPlanDelayMs = 150;

// Numbers of the tabs that are open; a new one takes the smallest that is free.
QSet<int> &takenNumbers()
{
    static QSet<int> numbers;
    return numbers;
}

int takeNumber(int wanted)
{
    int number = wanted > 0 && !takenNumbers().contains(wanted) ? wanted : 1;
    while (takenNumbers().contains(number))
        ++number;
    takenNumbers().insert(number);
    return number;
}

bool isRead(const Statement &statement)
{
    return targetOf(statement).kind == StatementKind::Select;
}

} // namespace

PartiqlPage::PartiqlPage(Workbench &workbench, QWidget *parent)
    : Page(workbench, parent), m_editor(new PartiqlEditor), m_parameters(new ParameterTable),
      m_split(new QSplitter(Qt::Vertical)), m_plan(new ElidedLabel),
      m_planSign(new ThemedLabel({}, TextStyle::Body, Role::Warning)), m_run(new QPushButton(tr("Run"))),
      m_more(new QToolButton), m_frame(new PageFrame), m_stack(new QStackedWidget), m_model(new ItemGridModel(this)), m_grid(new GridView),
      m_result(new ResultLine), m_planTimer(new QTimer(this))
{
    m_model->setReadOnly(tr("Results of a statement are not edited here. Open the table to change an item."));
    m_grid->setItemDelegate(new CellEditorDelegate(m_grid));
    m_grid->setGridModel(m_model);
    m_grid->setAccessibleName(tr("Results"));
    m_stack->addWidget(m_grid);
    m_frame->setContent(m_stack);
    auto *results = new QWidget;
    auto *column = new QVBoxLayout(results);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeStrip());
    column->addWidget(m_frame, 1);
    column->addWidget(m_result);
    m_split->addWidget(makeEditorSide());
    m_split->addWidget(results);
    m_split->setStretchFactor(0, 2);
    m_split->setStretchFactor(1, 3);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_split);
    setFocusProxy(m_editor);

    m_planTimer->setSingleShot(true);
    m_planTimer->setInterval(kPlanDelayMs);
    connect(m_planTimer, &QTimer::timeout, this, &PartiqlPage::updatePlan);
    m_editor->setCompleter([this](const QString &text, qsizetype cursor) { return completions(text, cursor); });
    connect(m_editor, &PartiqlEditor::textChanged, this, [this] {
        Q_EMIT kept();
        updateStatement();
    });
    connect(m_editor, &PartiqlEditor::cursorMoved, this, &PartiqlPage::updateStatement);
    connect(&m_shapes, &TableShapes::changed, this, [this] {
        updatePlan();
        if (m_editor->text().isEmpty() && !m_source)
            showSamples();
    });
    connect(&workbench.tables(), &TableDirectory::changed, this, [this] {
        if (m_editor->text().isEmpty() && !m_source)
            showSamples();
    });
    connect(m_grid, &GridView::selectionMoved, this, [this] {
        Q_EMIT selectionChanged();
        inspect();
    });
    connect(m_grid, &GridView::inspectRequested, this, [this] {
        Q_EMIT inspectRequested();
        inspect();
    });
    connect(m_grid, &GridView::editRefused, this,
            [this](const QModelIndex &index) { this->workbench().say(m_model->editRefusal(index)); });
    connect(m_result, &ResultLine::cancelRequested, this, [this] { m_source->cancel(); });
    connect(m_result, &ResultLine::nextPageRequested, this, [this] { m_source->loadMore(); });
    connect(m_result, &ResultLine::codeRequested, this, &PartiqlPage::showCode);
    connect(m_result, &ResultLine::whyRequested, this, &PartiqlPage::showCost);
    answerCommands();
}

PartiqlPage::~PartiqlPage()
{
    takenNumbers().remove(m_number);
    m_model->setSource(nullptr, {}, {});
}

QWidget *PartiqlPage::makeEditorSide()
{
    m_parameterSide = new QWidget;
    auto *column = new QVBoxLayout(m_parameterSide);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *title = new ThemedLabel(tr("Parameters"), TextStyle::Caption, Role::SecondText);
    title->setContentsMargins(theme::px(8), theme::px(6), 0, theme::px(4));
    column->addWidget(title);
    column->addWidget(m_parameters, 1);
    m_parameterSide->hide();
    auto *side = new QSplitter(Qt::Horizontal);
    side->addWidget(m_editor);
    side->addWidget(m_parameterSide);
    side->setStretchFactor(0, 1);
    side->setChildrenCollapsible(false);
    side->setHandleWidth(1);
    side->setSizes({theme::px(480), theme::px(240)});
    return side;
}

QWidget *PartiqlPage::makeStrip()
{
    auto *strip = new QWidget;
    theme::setWindowSurface(strip);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    m_plan->setRole(Role::SecondText);
    m_run->setIcon(theme::icon(u"run"_s, Role::OnAccent));
    theme::setPrimary(m_run);
    m_run->setToolTip(tr("Run the statement under the cursor, or what is selected"));
    m_more->setText(tr("Run All"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    menu->addAction(tr("&One After Another"), this, [this] { runAll(Together::OneByOne); });
    menu->addAction(tr("As a &Batch"), this, [this] { runAll(Together::Batch); });
    menu->addAction(tr("As a &Transaction"), this, [this] { runAll(Together::Transaction); });
    menu->addSeparator();
    QAction *strong = menu->addAction(tr("&Strongly Consistent Reads"));
    strong->setCheckable(true);
    connect(strong, &QAction::toggled, this, [this](bool isOn) { m_isConsistent = isOn; });
    m_more->setMenu(menu);
    row->addWidget(m_planSign);
    row->addWidget(m_plan, 1);
    row->addWidget(m_more);
    row->addWidget(m_run);
    connect(m_run, &QPushButton::clicked, this, &PartiqlPage::run);
    m_planSign->hide();
    return strip;
}

void PartiqlPage::answerCommands()
{
    CommandSet &set = commands();
    set.answer(u"query.run"_s, this, [this] { run(); });
    set.answer(u"query.run-all"_s, this, [this] { runAll(Together::OneByOne); });
    set.answer(u"query.focus"_s, this, [this] { m_editor->setFocus(Qt::ShortcutFocusReason); });
    set.answer(u"query.next-page"_s, this, [this] {
        if (m_source && m_source->hasMore())
            m_source->loadMore();
    });
    set.answer(u"query.code"_s, this, [this] { showCode(); });
    set.answer(u"partiql.complete"_s, this, [this] { m_editor->complete(); });
}

// --- Places ---

QString PartiqlPage::title() const
{
    //: The title of a tab; %1 is its number.
    return tr("PartiQL %1").arg(m_number);
}

void PartiqlPage::open(const Place &place)
{
    const bool isElsewhere = m_number == 0 || place.connection != m_place.connection || place.region != m_place.region;
    m_place = place;
    if (m_number == 0)
        m_number = takeNumber(place.view.toInt());
    m_place.view = QString::number(m_number);
    if (isElsewhere) {
        const ConnectionInfo *info = workbench().connections().find(workbench().connections().resolvedId(place.connection));
        m_shapes.setClient(workbench().client(place), info && info->isEmbedded);
    }
    if (!place.query.isEmpty() && place.query != m_editor->text())
        m_editor->setText(place.query);
    if (!m_source)
        showSamples();
    updateStatement();
    Q_EMIT titleChanged();
}

QVariantMap PartiqlPage::saveState() const
{
    QVariantList parameters;
    for (const ParameterText &each : m_parameters->parameters())
        parameters.append(QVariant(QStringList{each.type, each.value}));
    return {{u"text"_s, m_editor->text()}, {u"cursor"_s, m_editor->cursor()}, {u"parameters"_s, parameters},
            {u"split"_s, m_split->saveState()}};
}

void PartiqlPage::restoreState(const QVariantMap &state)
{
    m_editor->setText(state.value(u"text"_s).toString());
    m_editor->setCursor(state.value(u"cursor"_s).toLongLong());
    QList<ParameterText> parameters;
    for (const QVariant &each : state.value(u"parameters"_s).toList())
        if (const QStringList parts = each.toStringList(); parts.size() == 2)
            parameters.append({parts.first(), parts.last()});
    m_split->restoreState(state.value(u"split"_s).toByteArray());
    updateStatement();
    m_parameters->setParameters(parameters);
}

void PartiqlPage::focusContent()
{
    m_editor->setFocus(Qt::OtherFocusReason);
}

// --- What is typed ---

void PartiqlPage::updateStatement()
{
    m_statements = statementsOf(m_editor->text());
    m_current = statementAt(m_statements, m_editor->cursor());
    const int parameters = m_current < 0 ? 0 : m_statements[static_cast<std::size_t>(m_current)].parameters;
    m_parameters->setCount(parameters);
    m_parameterSide->setVisible(parameters > 0);
    m_more->setEnabled(!m_statements.empty());
    m_run->setEnabled(m_current >= 0);
    const QString reason = m_current < 0 ? tr("There is no statement yet.") : QString();
    commands().setReason(u"query.run"_s, reason);
    commands().setReason(u"query.run-all"_s, reason);
    m_planTimer->start();
}

QString PartiqlPage::planText() const
{
    return m_plan->text();
}

void PartiqlPage::updatePlan()
{
    m_planSign->hide();
    if (m_current < 0) {
        m_plan->setText(m_editor->text().isEmpty() ? QString() : tr("There is no statement yet."));
        return;
    }
    const Statement &statement = m_statements[static_cast<std::size_t>(m_current)];
    const StatementTarget target = targetOf(statement);
    const KnownTable *known = m_shapes.find(target.table);
    const bool isAsked = !known && !target.table.isEmpty();
    if (isAsked) {
        // Tables that are listed are on their way; the others are not there.
        const QString region = workbench().client(m_place).region();
        const QList<TableSummary> tables =
            workbench().tables().tables(workbench().connections().resolvedId(m_place.connection), region);
        const bool isListed = std::any_of(tables.begin(), tables.end(),
                                          [&target](const TableSummary &table) { return table.name == target.table; });
        if (isListed) {
            m_plan->setText({});
            return;
        }
    }
    const StatementPlan plan = planOf(statement, known ? &known->shape : nullptr);
    m_plan->setText(plan.sentence);
    m_planSign->setText(u"▲"_s);
    m_planSign->setVisible(plan.isRisky || plan.isScan);
}

void PartiqlPage::showSamples()
{
    const QString region = workbench().client(m_place).region();
    const QList<TableSummary> tables = workbench().tables().tables(workbench().connections().resolvedId(m_place.connection), region);
    EmptyText text;
    text.icon = u"partiql"_s;
    if (tables.isEmpty()) {
        text.title = tr("No table to ask");
        text.sentence = tr("Statements read and write tables; there is none in %1 yet.").arg(region);
        m_frame->showEmpty(text);
        return;
    }
    const TableSummary *largest = &tables.front();
    for (const TableSummary &table : tables)
        if (table.indexes.size() > largest->indexes.size() ||
            (table.indexes.size() == largest->indexes.size() && table.itemCount > largest->itemCount))
            largest = &table;
    const KnownTable *known = m_shapes.find(largest->name);
    if (!known)
        return;
    const QList<PartiqlSample> samples = samplesFor(*known);
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(theme::px(24), theme::px(16), theme::px(24), theme::px(16));
    column->setSpacing(theme::px(6));
    column->addWidget(new ThemedLabel(tr("Three statements on %1 to begin with").arg(largest->name), TextStyle::Section));
    for (const PartiqlSample &sample : samples) {
        auto *button = new QPushButton(sample.title);
        button->setToolTip(sample.statement);
        auto *code = new ThemedLabel(QString(sample.statement).replace(u'\n', u' '), TextStyle::Caption, Role::SecondText);
        code->setMono(true);
        code->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        column->addSpacing(theme::px(6));
        column->addWidget(button, 0, Qt::AlignLeft);
        column->addWidget(code);
        connect(button, &QPushButton::clicked, this, [this, statement = sample.statement] {
            m_editor->insertText(statement + u'\n');
            m_editor->setFocus(Qt::OtherFocusReason);
        });
    }
    column->addStretch();
    delete std::exchange(m_samples, holder);
    m_stack->addWidget(holder);
    m_stack->setCurrentWidget(holder);
    m_frame->showContent();
}

QStringList PartiqlPage::completions(const QString &text, qsizetype cursor)
{
    const QString region = workbench().client(m_place).region();
    const QList<TableSummary> tables = workbench().tables().tables(workbench().connections().resolvedId(m_place.connection), region);
    // What stands before the word decides what may follow: a table, an index, an attribute.
    QString before;
    QString beforeThat;
    for (const Token &token : tokensOf(QStringView(text).left(cursor))) {
        if (token.kind == TokenKind::Space || token.kind == TokenKind::Comment)
            continue;
        beforeThat = before;
        before = nameOf(token, text);
    }
    QStringList words;
    const QString upper = before.toUpper();
    if (upper == "FROM"_L1 || upper == "INTO"_L1 || upper == "UPDATE"_L1) {
        for (const TableSummary &table : tables)
            words.append(quotedName(table.name));
        return words;
    }
    if (before == "."_L1) {
        for (const TableSummary &table : tables)
            if (table.name == beforeThat)
                for (const QString &index : table.indexes)
                    words.append(quotedName(index));
        return words;
    }
    if (m_current >= 0) {
        const StatementTarget target = targetOf(m_statements[static_cast<std::size_t>(m_current)]);
        if (const KnownTable *known = m_shapes.find(target.table))
            for (const QString &attribute : known->attributes)
                words.append(partiqlName(attribute));
    }
    return words + partiqlKeywords() + partiqlFunctions();
}

// --- Running ---

std::optional<api::ParameterizedStatement> PartiqlPage::bound(const Statement &statement, const QList<ParameterText> &values)
{
    api::ParameterizedStatement one;
    one.statement = toUtf8(statement.text);
    for (int i = 0; i < statement.parameters; ++i) {
        Result<document::Value> value = i < values.size() ? valueOf(values.at(i)) : Error::validation(toUtf8(tr("It has no value.")));
        if (!value.ok()) {
            //: %1 the number of a parameter, %2 a sentence that says what is wrong.
            workbench().say(tr("Parameter %1: %2").arg(i + 1).arg(toQt(std::string_view(value.error().message))), MessageKind::Warning);
            if (i < m_parameters->rowCount())
                m_parameters->edit(i);
            return std::nullopt;
        }
        if (!one.parameters)
            one.parameters.emplace();
        one.parameters->push_back(std::move(*value));
    }
    return one;
}

void PartiqlPage::run()
{
    updateStatement(); // the editor tells of its cursor only when it paints
    if (const QString selected = m_editor->selectedText(); !selected.trimmed().isEmpty()) {
        const std::vector<Statement> inside = statementsOf(selected);
        if (inside.size() == 1 && inside.front().text != m_statements[static_cast<std::size_t>(std::max(0, m_current))].text) {
            if (auto statement = bound(inside.front(), m_parameters->parameters()))
                start({StatementRun::Mode::One, {std::move(*statement)}, m_isConsistent}, inside);
            return;
        }
    }
    if (m_current < 0)
        return;
    const Statement statement = m_statements[static_cast<std::size_t>(m_current)];
    if (auto one = bound(statement, m_parameters->parameters()))
        start({StatementRun::Mode::One, {std::move(*one)}, m_isConsistent}, {statement});
}

void PartiqlPage::runAll(Together how)
{
    updateStatement();
    if (m_statements.empty())
        return;
    std::vector<api::ParameterizedStatement> all;
    for (std::size_t i = 0; i < m_statements.size(); ++i) {
        const Statement &statement = m_statements[i];
        const bool isCurrent = static_cast<int>(i) == m_current;
        if (statement.parameters > 0 && !isCurrent) {
            workbench().say(tr("Only the statement under the cursor has its parameters filled in; run the others by themselves."),
                            MessageKind::Warning);
            return;
        }
        auto one = bound(statement, isCurrent ? m_parameters->parameters() : QList<ParameterText>());
        if (!one)
            return;
        all.push_back(std::move(*one));
    }
    if (how != Together::OneByOne) {
        const auto mode = how == Together::Batch ? StatementRun::Mode::Batch : StatementRun::Mode::Transaction;
        start({mode, std::move(all), m_isConsistent}, m_statements);
        return;
    }
    std::vector<std::pair<StatementRun, Statement>> queue;
    for (std::size_t i = 0; i < all.size(); ++i)
        queue.push_back({{StatementRun::Mode::One, {std::move(all[i])}, m_isConsistent}, m_statements[i]});
    m_queue = std::move(queue);
    m_done = 0;
    startNext();
}

void PartiqlPage::startNext()
{
    auto [run, statement] = std::move(m_queue.front());
    m_queue.erase(m_queue.begin());
    auto rest = std::move(m_queue);
    start(std::move(run), {std::move(statement)});
    m_queue = std::move(rest);
}

void PartiqlPage::start(StatementRun run, std::vector<Statement> statements)
{
    m_queue.clear();
    m_editor->clearFault();
    m_running = std::move(statements);
    m_model->setSource(nullptr, {}, {});
    const StatementTarget target = targetOf(m_running.front());
    const KnownTable *known = m_shapes.find(target.table);
    // Keys lead where whole items come; of a projection every column is as good as the next.
    const bool isWhole = m_running.size() == 1 && target.isAll && known;
    m_source = std::make_unique<StatementSource>(workbench().client(m_place), std::move(run));
    connect(m_source.get(), &ItemSource::progressed, this, &PartiqlPage::progressed);
    m_model->setSource(m_source.get(), isWhole ? known->shape : TableShape(),
                       isWhole && known->shape.index(toUtf8(target.index)) ? toUtf8(target.index) : std::string());
    m_stack->setCurrentWidget(m_grid);
    m_frame->showLoading();
    m_source->want(0, 50);
    m_place.query = m_editor->text();
    Q_EMIT placeChanged();
}

void PartiqlPage::progressed()
{
    m_result->showStatement(*m_source);
    Q_EMIT busyChanged(m_source->isLoading());
    if (m_source->error()) {
        const Error &error = *m_source->error();
        const QString code = errorName(error.code);
        const QString message = toQt(std::string_view(error.message));
        m_queue.clear();
        const Statement *cause = &m_running.front();
        QString why = message;
        for (std::size_t i = 0; i < m_source->outcomes().size() && i < m_running.size(); ++i) {
            if (m_source->outcomes()[i].code.isEmpty())
                continue;
            cause = &m_running[i];
            why = m_source->outcomes()[i].message;
            break;
        }
        showFault(*cause, code, why.isEmpty() ? message : why);
        m_frame->showError(ui::describe(error));
        return;
    }
    if (m_source->isLoading()) {
        if (m_source->rowCount() > 0)
            m_frame->showContent();
        m_frame->setBusy(true);
        return;
    }
    m_frame->setBusy(false);
    finished();
}

void PartiqlPage::finished()
{
    if (!m_queue.empty()) {
        ++m_done;
        QTimer::singleShot(0, this, [this] {
            if (!m_queue.empty())
                startNext();
        });
        return;
    }
    for (const Statement &statement : m_running)
        if (!isRead(statement))
            m_shapes.refresh(targetOf(statement).table);
    for (std::size_t i = 0; i < m_source->outcomes().size() && i < m_running.size(); ++i) {
        const StatementOutcome &outcome = m_source->outcomes()[i];
        if (!outcome.code.isEmpty()) {
            showFault(m_running[i], outcome.code, outcome.message);
            break;
        }
    }
    if (m_source->rowCount() > 0) {
        m_frame->showContent();
        return;
    }
    showWritten();
}

void PartiqlPage::showWritten()
{
    EmptyText text;
    const auto failed = std::count_if(m_source->outcomes().begin(), m_source->outcomes().end(),
                                      [](const StatementOutcome &outcome) { return !outcome.code.isEmpty(); });
    const int statements = static_cast<int>(m_running.size()) + std::exchange(m_done, 0);
    const bool isReading = std::all_of(m_running.begin(), m_running.end(), isRead);
    if (failed > 0) {
        text.icon = u"warning"_s;
        text.title = tr("%1 of %2 statements failed").arg(failed).arg(statements);
        text.sentence = tr("The first of them is underlined. The others were carried out: a batch is not a transaction.");
    } else if (isReading) {
        text.icon = u"partiql"_s;
        text.title = tr("No item matches");
        text.sentence = m_source->hasMore() ? tr("Nothing was found so far, and there is more to read.")
                                            : tr("The statement ran and returned nothing.");
    } else {
        text.icon = u"check"_s;
        text.title = tr("%Ln statement(s) carried out", nullptr, statements);
        text.sentence = tr("RETURNING ALL NEW * behind an UPDATE would show the item as it is now.");
        if (targetOf(m_running.back()).kind != StatementKind::Update)
            text.sentence.clear();
    }
    m_frame->showEmpty(text);
}

void PartiqlPage::showFault(const Statement &statement, const QString &code, const QString &message)
{
    const StatementFault fault = faultOf(statement.text, code, message);
    // The text may have been edited since.
    const qsizetype at = m_editor->text().indexOf(statement.text);
    if (at >= 0)
        m_editor->setFault(at + fault.at, fault.length, message);
}

// --- Beside the results ---

void PartiqlPage::showCode()
{
    StatementRun run;
    if (m_source) {
        run = m_source->run();
    } else if (m_current >= 0) {
        auto one = bound(m_statements[static_cast<std::size_t>(m_current)], m_parameters->parameters());
        if (!one)
            return;
        run = {StatementRun::Mode::One, {std::move(*one)}, m_isConsistent};
    } else {
        return;
    }
    const ConnectionInfo *info = workbench().connections().find(workbench().connections().resolvedId(m_place.connection));
    const EndpointState endpoint = workbench().endpoint().state();
    const bool isHere = info && info->isEmbedded && endpoint.kind == EndpointState::Kind::Listening;
    const QString address = isHere ? endpoint.url() : QString();
    const QString region = workbench().client(m_place).region();
    if (run.mode == StatementRun::Mode::One) {
        api::ExecuteStatementRequest request;
        request.statement = run.statements.front().statement;
        request.parameters = run.statements.front().parameters;
        if (run.isConsistent)
            request.consistentRead = true;
        openCodeDialog(u"ExecuteStatement"_s, request, region, address, workbench().window());
    } else if (run.mode == StatementRun::Mode::Batch) {
        api::BatchExecuteStatementRequest request;
        for (const api::ParameterizedStatement &statement : run.statements) {
            api::BatchStatementRequest one;
            one.statement = statement.statement;
            one.parameters = statement.parameters;
            request.statements.push_back(std::move(one));
        }
        openCodeDialog(u"BatchExecuteStatement"_s, request, region, address, workbench().window());
    } else {
        api::ExecuteTransactionRequest request;
        request.transactStatements = run.statements;
        openCodeDialog(u"ExecuteTransaction"_s, request, region, address, workbench().window());
    }
}

void PartiqlPage::showCost()
{
    if (!m_source || m_running.empty())
        return;
    const ReadTotals totals = m_source->totals();
    CostFacts facts;
    facts.kind = isRead(m_running.front()) ? CostKind::ReadStatement : CostKind::WriteStatement;
    const StatementTarget target = targetOf(m_running.front());
    facts.table = target.table;
    facts.index = target.index;
    facts.isConsistent = m_isConsistent;
    facts.hasProjection = !target.isAll;
    facts.parts = totals.parts;
    facts.total = totals.capacityUnits;
    facts.requests = totals.requests;
    facts.asked = static_cast<std::int64_t>(m_running.size());
    facts.returned = static_cast<std::int64_t>(totals.found);
    facts.returnedBytes = static_cast<std::int64_t>(totals.foundBytes);
    if (const KnownTable *known = m_shapes.find(target.table))
        facts.shape = known->shape;
    (new CostDialog(facts, workbench().window()))->open();
}

QWidget *PartiqlPage::inspector()
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

void PartiqlPage::inspect()
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

QString PartiqlPage::selectionText() const
{
    const qint64 rows = m_grid->selectedRowCount();
    return rows > 0 ? tr("%Ln selected", nullptr, static_cast<int>(rows)) : QString();
}

void registerPartiql(PageRegistry &registry)
{
    PageInfo info;
    info.id = u"partiql"_s;
    info.title = PartiqlPage::tr("PartiQL");
    info.icon = u"partiql"_s;
    info.order = 10;
    info.factory = [](Workbench &workbench, QWidget *parent) { return new PartiqlPage(workbench, parent); };
    registry.add(info);
}

void addPartiqlCommands(Workbench &workbench)
{
    ActionCatalog &actions = workbench.actions();
    Command open;
    open.id = u"partiql.new"_s;
    open.text = PartiqlPage::tr("New &PartiQL Tab");
    open.icon = u"partiql"_s;
    open.shortcuts = {Qt::CTRL | Qt::Key_T};
    open.menu = MenuId::File;
    open.group = 10;
    open.handler = [&workbench] { workbench.open(Place::ofPage(u"partiql"_s), OpenMode::NewTab); };
    actions.add(open);
    Command all;
    all.id = u"query.run-all"_s;
    all.text = PartiqlPage::tr("Run &All Statements");
    all.shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_Return};
    all.menu = MenuId::Table;
    actions.add(all);
    Command complete;
    complete.id = u"partiql.complete"_s;
    complete.text = PartiqlPage::tr("Complete the &Word");
    complete.shortcuts = {Qt::CTRL | Qt::Key_Space};
    complete.menu = MenuId::Edit;
    complete.group = 30;
    actions.add(complete);
}

} // namespace stator::ui
