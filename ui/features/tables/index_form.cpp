#include "features/tables/index_form.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "features/tables/form_row.h"
#include "features/tables/key_edit.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using Field = FieldFault::Field;

IndexForm::IndexForm(bool mayBeLocal, QWidget *parent)
    : QWidget(parent), m_name(new QLineEdit), m_kind(new SegmentedSwitch), m_partition(new KeyEdit(tr("Attribute"))),
      m_sort(new KeyEdit(tr("None"))), m_projection(new SegmentedSwitch), m_projected(new QLineEdit)
{
    m_kind->setSegments({{QStringLiteral("global"), tr("Global")}, {QStringLiteral("local"), tr("Local")}});
    m_kind->setCurrent(QStringLiteral("global"));
    m_projection->setSegments({{QStringLiteral("all"), tr("All")},
                               {QStringLiteral("keys"), tr("Keys only")},
                               {QStringLiteral("include"), tr("Keys and…")}});
    m_projection->setCurrent(QStringLiteral("all"));
    m_name->setPlaceholderText(QStringLiteral("byStatus"));
    m_projected->setPlaceholderText(tr("total, note"));
    m_nameRow = new FormRow(tr("Index name"), m_name);
    auto *kindRow = new FormRow(tr("Kind"), m_kind, tr("A local index keeps the table's partition key and sorts by another attribute."));
    m_partitionRow = new FormRow(tr("Partition key"), m_partition);
    m_sortRow = new FormRow(tr("Sort key, if any"), m_sort);
    auto *projectionRow = new FormRow(tr("Attributes it holds"), m_projection);
    m_projectedRow = new FormRow(tr("Further attributes"), m_projected, tr("Names, separated by commas."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    for (FormRow *row : {m_nameRow, kindRow, m_partitionRow, m_sortRow, projectionRow, m_projectedRow})
        column->addWidget(row);
    kindRow->setVisible(mayBeLocal);
    setFocusProxy(m_name);
    const auto tell = [this] {
        update();
        Q_EMIT changed();
    };
    connect(m_name, &QLineEdit::textEdited, this, tell);
    connect(m_projected, &QLineEdit::textEdited, this, tell);
    connect(m_kind, &SegmentedSwitch::chosen, this, tell);
    connect(m_projection, &SegmentedSwitch::chosen, this, tell);
    connect(m_partition, &KeyEdit::changed, this, tell);
    connect(m_sort, &KeyEdit::changed, this, tell);
    update();
}

void IndexForm::update()
{
    m_partitionRow->setVisible(m_kind->current() != QLatin1String("local"));
    m_projectedRow->setVisible(m_projection->current() == QLatin1String("include"));
}

IndexDraft IndexForm::value() const
{
    IndexDraft draft;
    draft.name = m_name->text();
    draft.isLocal = m_kind->current() == QLatin1String("local");
    if (!draft.isLocal)
        draft.partition = m_partition->value();
    draft.sort = m_sort->value();
    const QString projection = m_projection->current();
    draft.projection = projection == QLatin1String("all")    ? api::ProjectionType::All
                       : projection == QLatin1String("keys") ? api::ProjectionType::KeysOnly
                                                             : api::ProjectionType::Include;
    if (draft.projection != api::ProjectionType::Include)
        return draft;
    for (const QString &part : m_projected->text().split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (!name.isEmpty() && !draft.projected.contains(name))
            draft.projected.append(name);
    }
    return draft;
}

FormRow *IndexForm::rowOf(Field field) const
{
    switch (field) {
    case Field::Partition: return m_partitionRow;
    case Field::Sort: return m_sortRow;
    case Field::Projected: return m_projectedRow;
    default: return m_nameRow;
    }
}

bool IndexForm::wasTouched(Field field) const
{
    switch (field) {
    case Field::Partition: return m_partition->wasTouched();
    case Field::Sort: return m_sort->wasTouched();
    case Field::Projected: return m_projected->isModified();
    default: return m_name->isModified();
    }
}

void IndexForm::showFaults(const QList<FieldFault> &faults, bool all)
{
    QHash<FormRow *, QString> said;
    for (const FieldFault &fault : faults) {
        FormRow *row = rowOf(fault.field);
        if ((all || wasTouched(fault.field)) && !said.contains(row))
            said.insert(row, fault.sentence);
    }
    for (FormRow *row : {m_nameRow, m_partitionRow, m_sortRow, m_projectedRow})
        row->setFault(said.value(row));
}

QWidget *IndexForm::focusFault()
{
    for (FormRow *row : {m_nameRow, m_partitionRow, m_sortRow, m_projectedRow}) {
        if (!row->fault().isEmpty()) {
            row->field()->setFocus();
            return row;
        }
    }
    return nullptr;
}

} // namespace stator::ui
