#include "features/triggers/trigger_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include "api/describe_table.h"
#include "api/update_table.h"
#include "bridge/connections.h"
#include "bridge/error_text.h"
#include "bridge/table_directory.h"
#include "bridge/text.h"
#include "shell/workbench.h"
#include "theme/theme.h"
#include "widgets/error_card.h"
#include "widgets/labels.h"
#include "widgets/segmented_switch.h"
#include "widgets/wheel_guard.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;
using theme::TextStyle;

namespace {

QSpinBox *makeNumber(int least, int most, int value, const QString &suffix = {})
{
    auto *field = new QSpinBox;
    field->setRange(least, most);
    field->setValue(value);
    field->setSuffix(suffix);
    leaveWheelToPage(field);
    return field;
}

} // namespace

TriggerDialog::TriggerDialog(Workbench &workbench, const Place &place, QWidget *parent)
    : QDialog(parent), m_workbench(workbench), m_place(place), m_name(new QLineEdit), m_table(new QComboBox),
      m_invoker(new SegmentedSwitch), m_call(new QLineEdit), m_callHint(new ThemedLabel({}, TextStyle::Caption, Role::SecondText)),
      m_start(new QComboBox), m_batchSize(makeNumber(1, 10'000, 100)), m_window(makeNumber(0, 300, 0, tr(" s"))),
      m_parallel(makeNumber(1, 10, 1)), m_retries(makeNumber(-1, 10'000, -1)), m_bisects(new QCheckBox(tr("Halve a batch that fails"))),
      m_reportsFailures(new QCheckBox(tr("The function says which records failed"))), m_filters(new QPlainTextEdit),
      m_failureFile(new QLineEdit), m_error(new ErrorCard), m_create(new QPushButton(tr("Create Trigger")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New Trigger"));
    auto *title = new ThemedLabel(tr("New trigger"), TextStyle::Title);
    title->setContentsMargins(24, 20, 24, 4);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(makeForm());
    m_error->hide();
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 12, 24, 16);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    m_create->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(scroll, 1);
    auto *problem = new QVBoxLayout; // takes no room while there is none
    problem->setContentsMargins(24, 8, 24, 12);
    problem->addWidget(m_error);
    column->addLayout(problem);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addLayout(buttons);
    resize(theme::px(560), theme::px(620));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &TriggerDialog::create);
    for (QLineEdit *field : {m_name, m_call})
        connect(field, &QLineEdit::textChanged, this, &TriggerDialog::judge);
    connect(m_invoker, &SegmentedSwitch::chosen, this, &TriggerDialog::showInvoker);
    showInvoker();
    m_name->setFocus();
}

QWidget *TriggerDialog::makeForm()
{
    for (const TableSummary &table : m_workbench.tables().tables(m_workbench.connections().resolvedId(m_place.connection),
                                                                 m_workbench.connections().resolvedRegion(m_place.connection, m_place.region)))
        m_table->addItem(table.name);
    m_invoker->setSegments({{u"program"_s, tr("Program")}, {u"webhook"_s, tr("Webhook")}, {u"lambda"_s, tr("Lambda")}});
    m_invoker->setCurrent(u"program"_s);
    m_invoker->setAccessibleName(tr("What it calls"));
    m_call->setFont(theme::monoFont());
    m_callHint->setWordWrap(true);
    m_start->addItem(tr("What comes from now on"), static_cast<int>(api::TriggerStartingPosition::Latest));
    m_start->addItem(tr("The oldest record the stream has"), static_cast<int>(api::TriggerStartingPosition::TrimHorizon));
    m_retries->setSpecialValueText(tr("until the records expire"));
    m_filters->setFont(theme::monoFont());
    m_filters->setPlaceholderText(u"{\"eventName\": [\"INSERT\"]}"_s);
    m_filters->setTabChangesFocus(true);
    m_filters->setFixedHeight(theme::px(72));
    for (QWidget *box : {m_table, m_start})
        leaveWheelToPage(box);
    m_failureFile->setPlaceholderText(u"failures.jsonl"_s);
    auto *form = new QWidget;
    auto *rows = new QFormLayout(form);
    rows->setContentsMargins(24, 8, 24, 16);
    rows->setVerticalSpacing(12);
    rows->setHorizontalSpacing(16);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto add = [rows](const QString &label, QWidget *field) {
        field->setAccessibleName(label);
        rows->addRow(label, field);
    };
    add(tr("Name"), m_name);
    add(tr("Table"), m_table);
    add(tr("Calls"), m_invoker);
    rows->addRow(QString(), m_call);
    rows->addRow(QString(), m_callHint);
    add(tr("Begins with"), m_start);
    add(tr("Records in a batch"), m_batchSize);
    add(tr("Gathers for"), m_window);
    add(tr("Batches at a time"), m_parallel);
    add(tr("Filter patterns, one a line"), m_filters);
    add(tr("Retries"), m_retries);
    rows->addRow(QString(), m_bisects);
    rows->addRow(QString(), m_reportsFailures);
    add(tr("File for what is given up"), m_failureFile);
    return form;
}

void TriggerDialog::showInvoker()
{
    const QString kind = m_invoker->current();
    if (kind == "program"_L1) {
        m_call->setPlaceholderText(u"/usr/bin/python3 handler.py"_s);
        m_callHint->setText(tr("The program and its arguments. It is run for each batch with the event on standard input; exit code 0 accepts it."));
    } else if (kind == "webhook"_L1) {
        m_call->setPlaceholderText(u"http://127.0.0.1:3000/changes"_s);
        m_callHint->setText(tr("The event is sent as a POST; an answer of 2xx accepts it."));
    } else {
        m_call->setPlaceholderText(u"http://127.0.0.1:9000/2015-03-31/functions/function/invocations"_s);
        m_callHint->setText(tr("A Lambda runtime endpoint, as AWS's runtime emulator and SAM serve it."));
    }
    m_call->setAccessibleName(kind == "program"_L1 ? tr("Program and arguments") : tr("Address"));
    judge();
}

void TriggerDialog::judge()
{
    m_create->setEnabled(!m_name->text().trimmed().isEmpty() && !m_call->text().trimmed().isEmpty() && m_table->count() > 0);
}

api::PutTriggerRequest TriggerDialog::request() const
{
    api::PutTriggerRequest request;
    request.name = toUtf8(m_name->text().trimmed());
    request.startingPosition = static_cast<api::TriggerStartingPosition>(m_start->currentData().toInt());
    request.batchSize = m_batchSize->value();
    request.maximumBatchingWindowInSeconds = m_window->value();
    request.parallelizationFactor = m_parallel->value();
    request.maximumRetryAttempts = m_retries->value();
    request.bisectBatchOnFunctionError = m_bisects->isChecked();
    if (m_reportsFailures->isChecked())
        request.functionResponseTypes = {api::FunctionResponseType::ReportBatchItemFailures};
    api::FilterCriteria criteria;
    criteria.filters.emplace();
    for (const QString &line : m_filters->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        api::Filter filter;
        filter.pattern = toUtf8(line.trimmed());
        criteria.filters->push_back(std::move(filter));
    }
    if (!criteria.filters->empty())
        request.filterCriteria = std::move(criteria);
    request.invoker.emplace();
    const QString kind = m_invoker->current();
    if (kind == "program"_L1) {
        request.invoker->program.emplace();
        for (const QString &word : QProcess::splitCommand(m_call->text()))
            request.invoker->program->push_back(toUtf8(word));
    } else if (kind == "webhook"_L1) {
        request.invoker->webhook = toUtf8(m_call->text().trimmed());
    } else {
        request.invoker->lambda = toUtf8(m_call->text().trimmed());
    }
    if (const QString file = m_failureFile->text().trimmed(); !file.isEmpty()) {
        request.onFailure.emplace();
        request.onFailure->file = toUtf8(file);
    }
    return request;
}

void TriggerDialog::create()
{
    m_error->hide();
    m_create->setEnabled(false);
    api::DescribeTableRequest describe;
    describe.tableName = toUtf8(m_table->currentText());
    m_workbench.client(m_place).run(this, m_slot, std::move(describe), [this](Result<api::DescribeTableResponse> reply) {
        if (!reply.ok())
            return refuse(ui::describe(reply.error()));
        if (!reply->table || !reply->table->latestStreamArn)
            return refuse({tr("%1 has no stream.").arg(m_table->currentText()), tr("A trigger reads the changes of a table from its stream."), {}, {}},
                          tr("Turn On Stream"), [this] { turnOnStream(); });
        put(*reply->table->latestStreamArn);
    });
}

void TriggerDialog::put(const std::string &streamArn)
{
    api::PutTriggerRequest wanted = request();
    wanted.streamArn = streamArn;
    m_workbench.client(m_place).run(this, m_slot, std::move(wanted), [this](Result<api::PutTriggerResponse> reply) {
        if (!reply.ok())
            return refuse(ui::describe(reply.error()));
        m_workbench.say(tr("Created the trigger %1.").arg(m_name->text().trimmed()));
        accept();
    });
}

void TriggerDialog::turnOnStream()
{
    api::UpdateTableRequest update;
    update.tableName = toUtf8(m_table->currentText());
    update.streamSpecification.emplace();
    update.streamSpecification->streamEnabled = true;
    update.streamSpecification->streamViewType = api::StreamViewType::NewAndOldImages;
    m_workbench.client(m_place).run(this, m_slot, std::move(update), [this](Result<api::UpdateTableResponse> reply) {
        if (!reply.ok())
            return refuse(ui::describe(reply.error()));
        m_workbench.say(tr("The stream of %1 is on.").arg(m_table->currentText()));
        create();
    });
}

void TriggerDialog::refuse(const ErrorText &error, const QString &buttonText, std::function<void()> action)
{
    m_error->show(error, buttonText, std::move(action));
    m_error->QWidget::show();
    judge();
}

} // namespace stator::ui

#include "moc_trigger_dialog.cpp"
