#include "features/tables/index_settings_dialog.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "features/tables/choice_box.h"
#include "features/tables/form_row.h"
#include "features/tables/throughput_edit.h"
#include "widgets/labels.h"

namespace stator::ui {

IndexSettingsDialog::IndexSettingsDialog(const QString &index, const TableSettings &wanted, const TableSettings &now,
                                         QWidget *parent)
    : QDialog(parent), m_throughput(new ThroughputEdit), m_insights(makeInsightsBox())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Index Settings"));
    // A table that becomes provisioned gives its own units to an index that has none.
    ThroughputSettings throughput = wanted.indexes.value(index);
    if (throughput.readUnits == 0) {
        throughput.readUnits = wanted.throughput.readUnits;
        throughput.writeUnits = wanted.throughput.writeUnits;
    }
    m_throughput->setValue(throughput, wanted.isProvisioned, now.indexes.value(index));
    setInsights(*m_insights, wanted.insights.value(index, Insights::Off));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *take = new QPushButton(tr("Change Index"));
    take->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(take);
    auto *words = new ThemedLabel(tr("Apply on the Settings page sends the change."), theme::TextStyle::Caption,
                                  theme::Role::SecondText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(16);
    //: %1 is an index.
    column->addWidget(new ThemedLabel(tr("Settings of %1").arg(index), theme::TextStyle::Title));
    column->addWidget(m_throughput);
    column->addWidget(new FormRow(tr("Contributor Insights"), m_insights));
    column->addWidget(words);
    column->addStretch();
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(m_throughput->value(), insightsOf(*m_insights));
        accept();
    });
    m_throughput->setFocus();
}

} // namespace stator::ui

#include "moc_index_settings_dialog.cpp"
