// Index Settings: the throughput of a global index that exists, and its Contributor Insights.
#pragma once

#include <QDialog>

#include "features/tables/table_settings.h"

class QComboBox;

namespace stator::ui {

class ThroughputEdit;

class IndexSettingsDialog : public QDialog {
    Q_OBJECT
public:
    // As it is wanted by now; warm throughput does not sink below what it is.
    IndexSettingsDialog(const QString &index, const TableSettings &wanted, const TableSettings &now, QWidget *parent);

Q_SIGNALS:
    void chosen(const stator::ui::ThroughputSettings &throughput, stator::ui::Insights insights);

private:
    ThroughputEdit *m_throughput;
    QComboBox *m_insights;
};

} // namespace stator::ui
