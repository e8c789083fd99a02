#include "features/tables/new_table_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "features/tables/create_fault.h"
#include "features/tables/disclosure.h"
#include "features/tables/form_row.h"
#include "features/tables/index_form.h"
#include "features/tables/key_edit.h"
#include "features/tables/options_form.h"
#include "features/tables/table_creation.h"
#include "shell/page_registry.h"
#include "shell/workbench.h"
#include "widgets/card.h"
#include "widgets/error_card.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;
using Field = FieldFault::Field;

NewTableDialog::NewTableDialog(Workbench &workbench, const Place &place, QWidget *parent)
    : QDialog(parent), m_workbench(workbench), m_creation(new TableCreation(workbench, this)),
      m_connection(workbench.connections().resolvedId(place.connection)), m_region(new QComboBox), m_name(new QLineEdit),
      m_partition(new KeyEdit(tr("Attribute, such as pk"))), m_sort(new KeyEdit(tr("None"))), m_options(new OptionsForm),
      m_more(new Disclosure(tr("Capacity and Options"), m_options)),
      m_indexFault(new ThemedLabel({}, TextStyle::Caption, Role::Error)), m_error(new ErrorCard), m_cancel(new QPushButton(tr("Cancel"))),
      m_create(new QPushButton(tr("Create Table")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New Table"));
    if (const ConnectionInfo *info = workbench.connections().find(m_connection))
        m_region->addItems(info->regions);
    m_region->setCurrentText(workbench.connections().resolvedRegion(m_connection, place.region));
    TableSettings usual;
    usual.throughput.readUnits = usual.throughput.writeUnits = kUsualUnits;
    m_options->show(usual, {});
    build();
    connectParts();
    m_name->setFocus();
}

QWidget *NewTableDialog::makeForm()
{
    m_name->setPlaceholderText(QStringLiteral("Orders"));
    m_nameRow = new FormRow(tr("Table name"), m_name);
    m_partitionRow = new FormRow(tr("Partition key"), m_partition, tr("Items with the same value are kept together."));
    m_sortRow = new FormRow(tr("Sort key, if any"), m_sort, tr("Orders the items of one partition key."));
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(24, 8, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_nameRow);
    if (m_region->count() > 1)
        column->addWidget(new FormRow(tr("Region"), m_region));
    column->addWidget(m_partitionRow);
    column->addWidget(m_sortRow);
    m_indexColumn = new QVBoxLayout;
    m_indexColumn->setSpacing(12);
    column->addLayout(m_indexColumn);
    m_indexFault->setWordWrap(true);
    m_indexFault->hide();
    column->addWidget(m_indexFault);
    auto *add = new QPushButton(tr("Add Index"));
    column->addWidget(add, 0, Qt::AlignLeading);
    column->addWidget(m_more);
    column->addStretch();
    connect(add, &QPushButton::clicked, this, &NewTableDialog::addIndex);
    return form;
}

void NewTableDialog::build()
{
    m_form = makeForm();
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_form);
    auto *title = new ThemedLabel(tr("New table"), TextStyle::Title);
    title->setContentsMargins(24, 20, 24, 4);
    m_error->hide();
    auto *errorHolder = new QVBoxLayout;
    errorHolder->setContentsMargins(24, 0, 24, 8);
    errorHolder->addWidget(m_error);
    m_create->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->setContentsMargins(24, 12, 24, 16);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_create);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(m_scroll, 1);
    column->addLayout(errorHolder);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addLayout(buttons);
    // Large text does not make it larger than the screen.
    resize(QSize(theme::px(600), theme::px(620)).boundedTo(screen()->availableSize() * 9 / 10));
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void NewTableDialog::connectParts()
{
    connect(m_name, &QLineEdit::textEdited, this, &NewTableDialog::judge);
    connect(m_partition, &KeyEdit::changed, this, &NewTableDialog::judge);
    connect(m_sort, &KeyEdit::changed, this, &NewTableDialog::judge);
    connect(m_options, &OptionsForm::changed, this, &NewTableDialog::judge);
    connect(m_region, &QComboBox::currentIndexChanged, this, &NewTableDialog::judge);
    connect(m_create, &QPushButton::clicked, this, &NewTableDialog::create);
    connect(m_more, &Disclosure::toggled, this, [this](bool isOpen) {
        if (isOpen)
            reveal(m_more);
    });
    connect(m_creation, &TableCreation::refused, this, &NewTableDialog::showRefusal);
    connect(m_creation, &TableCreation::created, this, [this] {
        // From here on there is nothing to cancel.
        m_cancel->setText(tr("Close"));
        setBusy(tr("Waiting for the table…"));
    });
    connect(m_creation, &TableCreation::finished, this, [this] {
        const QList<PageInfo> views = m_workbench.pages().pages(PageScope::Table);
        opened(views.isEmpty() ? QStringLiteral("items") : views.first().id);
    });
    connect(m_creation, &TableCreation::optionRefused, this, [this](const QString &sentence) {
        opened(QStringLiteral("settings"));
        m_workbench.say(sentence, MessageKind::Error);
    });
}

void NewTableDialog::addIndex()
{
    auto *box = new Card;
    auto *form = new IndexForm(true);
    auto *head = new QHBoxLayout;
    head->addWidget(new ThemedLabel(tr("Index"), TextStyle::Strong), 1);
    auto *remove = makeIconButton(QStringLiteral("close"), tr("Remove This Index"));
    head->addWidget(remove);
    box->body()->addLayout(head);
    box->body()->addWidget(form);
    m_indexColumn->addWidget(box);
    m_indexes.append({box, form});
    connect(form, &IndexForm::changed, this, &NewTableDialog::judge);
    connect(remove, &QToolButton::clicked, this, [this, box] { removeIndex(box); });
    judge();
    form->setFocus();
    reveal(box);
}

void NewTableDialog::reveal(QWidget *widget)
{
    // It has its height only after what was said was laid out.
    QTimer::singleShot(0, widget, [this, widget] {
        QScrollBar *bar = m_scroll->verticalScrollBar();
        const int top = widget->mapTo(m_form, QPoint()).y() - theme::px(12);
        const int bottom = top + widget->height() + theme::px(24);
        if (bottom - top > m_scroll->viewport()->height() || top < bar->value())
            bar->setValue(top);
        else if (bottom > bar->value() + m_scroll->viewport()->height())
            bar->setValue(bottom - m_scroll->viewport()->height());
    });
}

void NewTableDialog::removeIndex(QWidget *box)
{
    m_indexes.removeIf([box](const IndexBox &index) { return index.box == box; });
    box->deleteLater();
    judge();
}

QStringList NewTableDialog::existing() const
{
    QStringList names;
    for (const TableSummary &table : m_workbench.tables().tables(m_connection, m_region->currentText()))
        names.append(table.name);
    return names;
}

TableDraft NewTableDialog::draft() const
{
    TableDraft draft;
    draft.name = m_name->text();
    draft.partition = m_partition->value();
    draft.sort = m_sort->value();
    m_options->putInto(draft.settings);
    for (const IndexBox &index : m_indexes)
        draft.settings.newIndexes.append(index.form->value());
    return draft;
}

void NewTableDialog::judge()
{
    const TableDraft now = draft();
    const QList<FieldFault> faults = faultsOf(now, existing());
    const auto first = [&faults](Field field, int index) {
        for (const FieldFault &fault : faults)
            if (fault.field == field && fault.index == index)
                return fault.sentence;
        return QString();
    };
    m_nameRow->setFault(m_isAsked || m_name->isModified() ? first(Field::Name, -1) : QString());
    m_partitionRow->setFault(m_isAsked || m_partition->wasTouched() ? first(Field::Partition, -1) : QString());
    m_sortRow->setFault(first(Field::Sort, -1));
    m_indexFault->setText(first(Field::Index, -1));
    m_indexFault->setVisible(!m_indexFault->text().isEmpty());
    for (qsizetype i = 0; i < m_indexes.size(); ++i) {
        QList<FieldFault> own;
        for (const FieldFault &fault : faults)
            if (fault.index == static_cast<int>(i))
                own.append(fault);
        m_indexes.at(i).form->setProvisioned(now.settings.isProvisioned);
        m_indexes.at(i).form->showFaults(own, m_isAsked);
    }
}

bool NewTableDialog::goToFault()
{
    for (FormRow *row : {m_nameRow, m_partitionRow, m_sortRow}) {
        if (!row->fault().isEmpty()) {
            row->field()->setFocus();
            reveal(row);
            return true;
        }
    }
    const QList<FieldFault> faults = faultsOf(draft(), existing());
    for (const FieldFault &fault : faults) {
        if (fault.index < 0)
            continue;
        if (QWidget *row = m_indexes.at(fault.index).form->focusFault())
            reveal(row);
        break;
    }
    if (!faults.isEmpty())
        return true;
    QWidget *option = m_options->judge();
    if (!option)
        return false;
    m_more->setOpen(true);
    option->setFocus();
    reveal(option);
    return true;
}

void NewTableDialog::setBusy(const QString &words)
{
    m_form->setEnabled(words.isEmpty());
    m_create->setEnabled(words.isEmpty());
    m_create->setText(words.isEmpty() ? tr("Create Table") : words);
}

void NewTableDialog::create()
{
    m_isAsked = true;
    judge();
    if (goToFault())
        return;
    m_error->hide();
    setBusy(tr("Creating…"));
    const TableDraft wanted = draft();
    m_creation->start(Place::ofTable(m_connection, m_region->currentText(), wanted.name), wanted);
}

void NewTableDialog::showRefusal(const Error &error)
{
    setBusy({});
    const CreateFault fault = createFaultOf(error, draft());
    const QString words = wordsBeside(error);
    QWidget *widget = nullptr;
    switch (fault.place) {
    case CreateFault::Place::Name:
        m_nameRow->setFault(words);
        widget = m_nameRow;
        break;
    case CreateFault::Place::Keys:
        m_partitionRow->setFault(words);
        widget = m_partitionRow;
        break;
    case CreateFault::Place::Index:
        m_indexes.at(fault.index).form->setRefusal(words);
        widget = m_indexes.at(fault.index).form;
        break;
    case CreateFault::Place::Option:
        m_more->setOpen(true);
        m_options->setFault(fault.option, words);
        widget = m_options->widgetOf(fault.option);
        break;
    case CreateFault::Place::Dialog:
        break;
    }
    if (widget) {
        reveal(widget);
        return;
    }
    m_error->show(describe(error));
    m_error->setVisible(true);
}

void NewTableDialog::opened(const QString &view)
{
    const QString name = m_name->text();
    m_workbench.tables().refresh();
    //: %1 is a table, %2 a region.
    m_workbench.say(tr("Created %1 in %2.").arg(name, m_region->currentText()));
    m_workbench.open(Place::ofTable(m_connection, m_region->currentText(), name, view), OpenMode::Keep);
    accept();
}

} // namespace stator::ui

#include "moc_new_table_dialog.cpp"
