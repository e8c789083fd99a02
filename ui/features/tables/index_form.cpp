#include "features/tables/index_form.h"

#include <QHash>
#include <QLineEdit>
#include <QVBoxLayout>

#include "features/tables/disclosure.h"
#include "features/tables/form_row.h"
#include "features/tables/key_list_edit.h"
#include "features/tables/throughput_edit.h"
#include "features/tables/vector_edit.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using Field = FieldFault::Field;
using Kind = IndexDraft::Kind;

namespace {

constexpr int kGlobalKeyAttributes = 4; // of each kind (Developer Guide, "Multi-attribute keys")

const auto kGlobal = QStringLiteral("global");
const auto kLocal = QStringLiteral("local");
const auto kVector = QStringLiteral("vector");
const auto kAll = QStringLiteral("all");
const auto kKeysOnly = QStringLiteral("keys");
const auto kInclude = QStringLiteral("include");

} // namespace

IndexForm::IndexForm(bool mayBeLocal, QWidget *parent)
    : QWidget(parent), m_name(new QLineEdit), m_kind(new SegmentedSwitch),
      m_partition(new KeyListEdit(tr("Attribute"), kGlobalKeyAttributes)),
      m_sort(new KeyListEdit(tr("None"), kGlobalKeyAttributes)), m_vector(new VectorEdit),
      m_projection(new SegmentedSwitch), m_projected(new QLineEdit), m_throughput(new ThroughputEdit)
{
    makeRows(mayBeLocal);
    setFocusProxy(m_name);
    const auto tell = [this] {
        update();
        Q_EMIT changed();
    };
    connect(m_name, &QLineEdit::textEdited, this, tell);
    connect(m_projected, &QLineEdit::textEdited, this, tell);
    connect(m_kind, &SegmentedSwitch::chosen, this, tell);
    connect(m_projection, &SegmentedSwitch::chosen, this, tell);
    connect(m_partition, &KeyListEdit::changed, this, tell);
    connect(m_sort, &KeyListEdit::changed, this, tell);
    connect(m_vector, &VectorEdit::changed, this, tell);
    connect(m_throughput, &ThroughputEdit::changed, this, tell);
    update();
}

void IndexForm::makeRows(bool mayBeLocal)
{
    QList<SegmentedSwitch::Segment> kinds{{kGlobal, tr("Global")}};
    if (mayBeLocal)
        kinds.append({kLocal, tr("Local")});
    kinds.append({kVector, tr("Vector")});
    m_kind->setSegments(kinds);
    m_kind->setCurrent(kGlobal);
    m_projection->setSegments({{kAll, tr("All")}, {kKeysOnly, tr("Keys only")}, {kInclude, tr("Keys and…")}});
    m_projection->setCurrent(kAll);
    m_name->setPlaceholderText(QStringLiteral("byStatus"));
    m_projected->setPlaceholderText(tr("total, note"));
    m_nameRow = new FormRow(tr("Index name"), m_name);
    m_kindRow = new FormRow(tr("Kind"), m_kind, QStringLiteral(" "));
    m_partitionRow = new FormRow(tr("Partition key"), m_partition);
    m_sortRow = new FormRow(tr("Sort key, if any"), m_sort);
    auto *projectionRow = new FormRow(tr("Attributes it holds"), m_projection);
    m_projectedRow = new FormRow(tr("Further attributes"), m_projected, tr("Names, separated by commas."));
    m_capacity = new Disclosure(tr("Capacity of the Index"), m_throughput);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    for (QWidget *row : std::initializer_list<QWidget *>{m_nameRow, m_kindRow, m_vector, m_partitionRow, m_sortRow,
                                                         projectionRow, m_projectedRow, m_capacity})
        column->addWidget(row);
}

Kind IndexForm::kind() const
{
    const QString kind = m_kind->current();
    return kind == kLocal ? Kind::Local : kind == kVector ? Kind::Vector : Kind::Global;
}

void IndexForm::update()
{
    const bool isVector = kind() == Kind::Vector;
    const bool isLocal = kind() == Kind::Local;
    m_kindRow->setHint(isVector  ? tr("Finds the items whose vector is nearest to another.")
                       : isLocal ? tr("Keeps the table's partition key and sorts by another attribute.")
                                 : tr("Has keys of its own; each may be of several attributes."));
    m_partition->setMost(isVector ? 1 : kGlobalKeyAttributes);
    m_sort->setMost(isLocal ? 1 : kGlobalKeyAttributes);
    m_partitionRow->setVisible(!isLocal);
    m_partitionRow->setLabel(isVector ? tr("Partition key, if any") : tr("Partition key"));
    m_partitionRow->setHint(isVector ? tr("With one, every search looks at one of its values.") : QString());
    m_sortRow->setVisible(!isVector);
    m_sortRow->setLabel(isLocal ? tr("Sort key") : tr("Sort key, if any"));
    m_vector->setVisible(isVector);
    m_projectedRow->setVisible(m_projection->current() == kInclude);
    m_capacity->setVisible(kind() == Kind::Global);
}

void IndexForm::setProvisioned(bool isProvisioned)
{
    m_throughput->setProvisioned(isProvisioned);
}

IndexDraft IndexForm::value() const
{
    IndexDraft draft;
    draft.name = m_name->text();
    draft.kind = kind();
    if (draft.kind != Kind::Local)
        draft.partition = m_partition->value();
    if (draft.kind != Kind::Vector)
        draft.sort = m_sort->value();
    if (draft.kind == Kind::Vector)
        m_vector->putInto(draft);
    if (draft.kind == Kind::Global)
        draft.throughput = m_throughput->value();
    const QString projection = m_projection->current();
    draft.projection = projection == kAll        ? api::ProjectionType::All
                       : projection == kKeysOnly ? api::ProjectionType::KeysOnly
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
    if (FormRow *row = m_vector->rowOf(field))
        return row;
    switch (field) {
    case Field::Kind: return m_kindRow;
    case Field::Partition: return m_partitionRow;
    case Field::Sort: return m_sortRow;
    case Field::Projected: return m_projectedRow;
    default: return m_nameRow;
    }
}

bool IndexForm::wasTouched(Field field) const
{
    if (m_vector->rowOf(field))
        return m_vector->wasTouched(field);
    switch (field) {
    case Field::Kind: return true;
    case Field::Partition: return m_partition->wasTouched();
    case Field::Sort: return m_sort->wasTouched();
    case Field::Projected: return m_projected->isModified();
    default: return m_name->isModified();
    }
}

QList<FormRow *> IndexForm::faultRows() const
{
    return QList<FormRow *>{m_nameRow, m_kindRow} + m_vector->rows()
        + QList<FormRow *>{m_partitionRow, m_sortRow, m_projectedRow};
}

void IndexForm::showFaults(const QList<FieldFault> &faults, bool all)
{
    QHash<FormRow *, QString> said;
    for (const FieldFault &fault : faults) {
        FormRow *row = rowOf(fault.field);
        if ((all || wasTouched(fault.field)) && !said.contains(row))
            said.insert(row, fault.sentence);
    }
    for (FormRow *row : faultRows())
        row->setFault(said.value(row));
}

void IndexForm::setRefusal(const QString &sentence)
{
    m_nameRow->setFault(sentence);
}

QWidget *IndexForm::focusFault()
{
    for (FormRow *row : faultRows()) {
        if (!row->fault().isEmpty()) {
            row->field()->setFocus();
            return row;
        }
    }
    return nullptr;
}

} // namespace stator::ui

#include "moc_index_form.cpp"
