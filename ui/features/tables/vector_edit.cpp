#include "features/tables/vector_edit.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include "features/tables/form_row.h"
#include "features/tables/key_list_edit.h"
#include "widgets/wheel_guard.h"
#include "model/limits.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using Field = FieldFault::Field;

namespace {

constexpr int kUsualDimensions = 384; // of small sentence models

const auto kCosine = QStringLiteral("cosine");
const auto kEuclidean = QStringLiteral("euclidean");
const auto kDotProduct = QStringLiteral("dot");

} // namespace

VectorEdit::VectorEdit(QWidget *parent)
    : QWidget(parent), m_attribute(new QLineEdit), m_dimensions(new QSpinBox), m_distance(new SegmentedSwitch),
      m_filters(new KeyListEdit(tr("None"), static_cast<int>(model::kInlineFilters)))
{
    m_attribute->setPlaceholderText(QStringLiteral("embedding"));
    m_dimensions->setRange(1, static_cast<int>(model::kVectorDimensions));
    m_dimensions->setValue(kUsualDimensions);
    m_dimensions->setGroupSeparatorShown(true);
    leaveWheelToPage(m_dimensions);
    m_distance->setSegments(
        {{kCosine, tr("Cosine")}, {kEuclidean, tr("Euclidean")}, {kDotProduct, tr("Dot product")}});
    m_distance->setCurrent(kCosine);
    m_attributeRow = new FormRow(tr("Vector attribute"), m_attribute, tr("A list of numbers; items without it are not in the index."));
    m_dimensionsRow = new FormRow(tr("Dimensions"), m_dimensions, tr("Every vector has exactly so many numbers."));
    m_filtersRow = new FormRow(tr("Filters, if any"), m_filters, tr("Attributes that a search may compare while it looks."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_attributeRow);
    column->addWidget(m_dimensionsRow);
    column->addWidget(new FormRow(tr("Distance"), m_distance));
    column->addWidget(m_filtersRow);
    setFocusProxy(m_attribute);
    connect(m_attribute, &QLineEdit::textEdited, this, &VectorEdit::changed);
    connect(m_dimensions, &QSpinBox::valueChanged, this, &VectorEdit::changed);
    connect(m_distance, &SegmentedSwitch::chosen, this, &VectorEdit::changed);
    connect(m_filters, &KeyListEdit::changed, this, &VectorEdit::changed);
}

void VectorEdit::putInto(IndexDraft &index) const
{
    index.vectorAttribute = m_attribute->text();
    index.dimensions = m_dimensions->value();
    const QString distance = m_distance->current();
    index.distance = distance == kEuclidean    ? api::DistanceFunction::Euclidean
                     : distance == kDotProduct ? api::DistanceFunction::DotProduct
                                               : api::DistanceFunction::Cosine;
    index.filters = m_filters->value();
}

FormRow *VectorEdit::rowOf(Field field) const
{
    switch (field) {
    case Field::VectorAttribute: return m_attributeRow;
    case Field::Dimensions: return m_dimensionsRow;
    case Field::Filters: return m_filtersRow;
    default: return nullptr;
    }
}

bool VectorEdit::wasTouched(Field field) const
{
    switch (field) {
    case Field::VectorAttribute: return m_attribute->isModified();
    case Field::Filters: return m_filters->wasTouched();
    default: return true;
    }
}

} // namespace stator::ui

#include "moc_vector_edit.cpp"
