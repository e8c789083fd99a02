#include "features/partiql/partiql_page.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "bridge/text.h"
#include "features/partiql/editor/partiql_editor.h"
#include "features/partiql/statement_code.h"
#include "features/partiql/statement_completion.h"
#include "features/partiql/statement_fault.h"
#include "features/partiql/statement_results.h"
#include "shell/endpoint_status.h"
#include "shell/workbench.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/labels.h"

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

} // namespace

PartiqlPage::PartiqlPage(Workbench &workbench, QWidget *parent)
    : Page(workbench, parent), m_editor(new PartiqlEditor), m_parameters(new ParameterTable),
      m_split(new QSplitter(Qt::Vertical)), m_plan(new ElidedLabel),
      m_planSign(new ThemedLabel({}, TextStyle::Body, Role::Warning)), m_run(new QPushButton(tr("Run"))),
      m_more(new QToolButton), m_results(new StatementResults(workbench, m_shapes)), m_planTimer(new QTimer(this))
{
    auto *lower = new QWidget;
    auto *column = new QVBoxLayout(lower);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeStrip());
    column->addWidget(m_results, 1);
    m_split->addWidget(makeEditorSide());
    m_split->addWidget(lower);
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
    m_editor->setCompleter([this](const QString &text, qsizetype cursor) {
        return completionsAt(text, cursor, listedTables(), knownTable());
    });
    connect(m_editor, &PartiqlEditor::textChanged, this, [this] {
        Q_EMIT kept();
        updateStatement();
    });
    connect(m_editor, &PartiqlEditor::cursorMoved, this, &PartiqlPage::updateStatement);
    const auto offerSamples = [this] {
        if ((m_editor->text().isEmpty() || m_results->saysNoTable()) && !m_results->runner().source())
            showSamples();
    };
    connect(&m_shapes, &TableShapes::changed, this, [this, offerSamples] {
        updatePlan();
        offerSamples();
    });
    connect(&workbench.tables(), &TableDirectory::changed, this, offerSamples);
    connect(m_results, &StatementResults::sampleChosen, this, [this](const QString &statement) {
        m_editor->insertText(statement + u'\n');
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_results, &StatementResults::failed, this, &PartiqlPage::markFailure);
    connect(m_results, &StatementResults::busyChanged, this, &PartiqlPage::busyChanged);
    connect(m_results, &StatementResults::selectionChanged, this, &PartiqlPage::selectionChanged);
    connect(m_results, &StatementResults::inspectRequested, this, &PartiqlPage::inspectRequested);
    connect(m_results, &StatementResults::codeRequested, this, &PartiqlPage::showCode);
    answerCommands();
}

PartiqlPage::~PartiqlPage()
{
    takenNumbers().remove(m_number);
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
        if (m_results->runner().source() && m_results->runner().source()->hasMore())
            m_results->runner().source()->loadMore();
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
    if (!m_results->runner().source())
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
    const Statement &statement = current();
    const StatementTarget target = targetOf(statement);
    const KnownTable *known = m_shapes.find(target.table);
    // Tables that are listed are on their way; the others are not there.
    const QList<TableSummary> tables = listedTables();
    const bool isOnItsWay = !known && std::any_of(tables.begin(), tables.end(), [&target](const TableSummary &table) {
        return table.name == target.table;
    });
    if (isOnItsWay) {
        m_plan->setText({});
        return;
    }
    const StatementPlan plan = planOf(statement, known ? &known->shape : nullptr);
    m_plan->setText(plan.sentence);
    m_planSign->setText(u"▲"_s);
    m_planSign->setVisible(plan.isRisky || plan.isScan);
}

const Statement &PartiqlPage::current() const
{
    return m_statements[static_cast<std::size_t>(m_current)];
}

QList<TableSummary> PartiqlPage::listedTables() const
{
    return workbench().tables().tables(workbench().connections().resolvedId(m_place.connection), workbench().client(m_place).region());
}

const KnownTable *PartiqlPage::knownTable()
{
    return m_current < 0 ? nullptr : m_shapes.find(targetOf(current()).table);
}

void PartiqlPage::showSamples()
{
    const QList<TableSummary> tables = listedTables();
    if (tables.isEmpty()) {
        m_results->showNoTable(workbench().client(m_place).region());
        return;
    }
    // The table that has most to show.
    const auto largest = std::max_element(tables.begin(), tables.end(), [](const TableSummary &a, const TableSummary &b) {
        return std::pair(a.indexes.size(), a.itemCount) < std::pair(b.indexes.size(), b.itemCount);
    });
    const KnownTable *known = m_shapes.find(largest->name);
    if (!known)
        return;
    m_results->showSamples(largest->name, samplesFor(*known));
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
    std::optional<Statement> statement;
    if (const QString selected = m_editor->selectedText(); !selected.trimmed().isEmpty()) {
        const std::vector<Statement> inside = statementsOf(selected);
        if (inside.size() == 1)
            statement = inside.front();
    }
    if (!statement && m_current >= 0)
        statement = current();
    if (!statement)
        return;
    if (auto one = bound(*statement, m_parameters->parameters()))
        start({{{StatementRun::Mode::One, {std::move(*one)}, m_isConsistent}, {*statement}}});
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
        start({{{mode, std::move(all), m_isConsistent}, m_statements}});
        return;
    }
    std::vector<StatementRunner::Step> steps;
    for (std::size_t i = 0; i < all.size(); ++i)
        steps.push_back({{StatementRun::Mode::One, {std::move(all[i])}, m_isConsistent}, {m_statements[i]}});
    start(std::move(steps));
}

void PartiqlPage::start(std::vector<StatementRunner::Step> steps)
{
    m_editor->clearFault();
    m_results->runner().start(workbench().client(m_place), std::move(steps));
    m_place.query = m_editor->text();
    Q_EMIT placeChanged();
}

void PartiqlPage::markFailure(const StatementRunner::Failure &failure)
{
    const StatementFault fault = faultOf(failure.statement.text, failure.code, failure.message);
    // The text may have been edited since.
    const qsizetype at = m_editor->text().indexOf(failure.statement.text);
    if (at >= 0)
        m_editor->setFault(at + fault.at, fault.length, failure.message);
}


void PartiqlPage::showCode()
{
    StatementRun run;
    if (m_results->runner().source()) {
        run = m_results->runner().source()->run();
    } else if (m_current >= 0) {
        auto one = bound(current(), m_parameters->parameters());
        if (!one)
            return;
        run = {StatementRun::Mode::One, {std::move(*one)}, m_isConsistent};
    } else {
        return;
    }
    const ConnectionInfo *info = workbench().connections().find(workbench().connections().resolvedId(m_place.connection));
    const EndpointState endpoint = workbench().endpoint().state();
    const bool isHere = info && info->isEmbedded && endpoint.kind == EndpointState::Kind::Listening;
    openStatementCode(run, workbench().client(m_place).region(), isHere ? endpoint.url() : QString(), workbench().window());
}

} // namespace stator::ui

#include "moc_partiql_page.cpp"
