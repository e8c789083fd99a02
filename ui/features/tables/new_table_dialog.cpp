#include "features/tables/new_table_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "bridge/text.h"
#include "features/tables/capacity_edit.h"
#include "features/tables/form_row.h"
#include "features/tables/index_form.h"
#include "features/tables/key_edit.h"
#include "features/tables/table_requests.h"
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
    : QDialog(parent), m_workbench(workbench), m_connection(workbench.connections().resolvedId(place.connection)),
      m_region(new QComboBox), m_name(new QLineEdit), m_partition(new KeyEdit(tr("Attribute, such as pk"))),
      m_sort(new KeyEdit(tr("None"))), m_capacity(new CapacityEdit), m_protection(new QCheckBox(tr("Protect from deletion"))),
      m_indexFault(new ThemedLabel({}, TextStyle::Caption, Role::Error)), m_error(new ErrorCard),
      m_create(new QPushButton(tr("Create Table")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New Table"));
    if (const ConnectionInfo *info = workbench.connections().find(m_connection))
        m_region->addItems(info->regions);
    m_region->setCurrentText(workbench.connections().resolvedRegion(m_connection, place.region));
    build();
    connect(m_name, &QLineEdit::textEdited, this, &NewTableDialog::judge);
    connect(m_partition, &KeyEdit::changed, this, &NewTableDialog::judge);
    connect(m_sort, &KeyEdit::changed, this, &NewTableDialog::judge);
    connect(m_capacity, &CapacityEdit::changed, this, &NewTableDialog::judge);
    connect(m_region, &QComboBox::currentIndexChanged, this, &NewTableDialog::judge);
    connect(m_create, &QPushButton::clicked, this, &NewTableDialog::create);
    m_name->setFocus();
}

QWidget *NewTableDialog::makeForm()
{
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
    column->addWidget(new FormRow(tr("Capacity"), m_capacity));
    column->addWidget(m_protection);
    m_indexColumn = new QVBoxLayout;
    m_indexColumn->setSpacing(12);
    column->addLayout(m_indexColumn);
    column->addWidget(m_indexFault);
    m_indexFault->hide();
    auto *add = new QPushButton(tr("Add Index"));
    column->addWidget(add, 0, Qt::AlignLeading);
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
    auto *cancel = new QPushButton(tr("Cancel"));
    m_create->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->setContentsMargins(24, 12, 24, 16);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(m_scroll, 1);
    column->addLayout(errorHolder);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addLayout(buttons);
    resize(theme::px(480), theme::px(600));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
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
    form->setFocus();
    QScrollBar *bar = m_scroll->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, [bar] { bar->setValue(bar->maximum()); }, Qt::SingleShotConnection);
}

void NewTableDialog::reveal(QWidget *widget)
{
    // It has its height only after what was said was laid out.
    QTimer::singleShot(0, widget, [this, widget] { m_scroll->ensureWidgetVisible(widget, 0, theme::px(12)); });
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
    draft.isProvisioned = m_capacity->isProvisioned();
    draft.readUnits = m_capacity->readUnits();
    draft.writeUnits = m_capacity->writeUnits();
    draft.isDeletionProtected = m_protection->isChecked();
    for (const IndexBox &index : m_indexes) {
        IndexDraft value = index.form->value();
        value.readUnits = draft.readUnits;
        value.writeUnits = draft.writeUnits;
        draft.indexes.append(value);
    }
    return draft;
}

void NewTableDialog::judge()
{
    const QList<FieldFault> faults = faultsOf(draft(), existing());
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
    return !faults.isEmpty();
}

void NewTableDialog::setBusy(bool isBusy)
{
    m_form->setEnabled(!isBusy);
    m_create->setEnabled(!isBusy);
    m_create->setText(isBusy ? tr("Creating…") : tr("Create Table"));
}

void NewTableDialog::create()
{
    m_isAsked = true;
    judge();
    if (goToFault())
        return;
    m_error->hide();
    setBusy(true);
    const TableDraft wanted = draft();
    const Place place = Place::ofTable(m_connection, m_region->currentText(), wanted.name);
    m_workbench.client(place).run(this, m_slot, createRequest(wanted),
                                  [this, wanted](Result<api::CreateTableResponse> result) {
                                      setBusy(false);
                                      if (result.ok()) {
                                          created(wanted.name);
                                          return;
                                      }
                                      m_error->show(describe(result.error()));
                                      m_error->setVisible(true);
                                  });
}

void NewTableDialog::created(const QString &name)
{
    m_workbench.tables().refresh();
    //: %1 is a table, %2 a region.
    m_workbench.say(tr("Created %1 in %2.").arg(name, m_region->currentText()));
    const QList<PageInfo> views = m_workbench.pages().pages(PageScope::Table);
    const QString view = views.isEmpty() ? QStringLiteral("items") : views.first().id;
    m_workbench.open(Place::ofTable(m_connection, m_region->currentText(), name, view), OpenMode::Keep);
    accept();
}

} // namespace stator::ui
