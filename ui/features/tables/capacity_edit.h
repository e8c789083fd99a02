// On demand or provisioned, and the throughput of a table.
#pragma once

#include <QWidget>

#include "features/tables/table_settings.h"

namespace stator::ui {

class SegmentedSwitch;
class ThemedLabel;
class ThroughputEdit;

class CapacityEdit : public QWidget {
    Q_OBJECT
public:
    explicit CapacityEdit(QWidget *parent = nullptr);

    // `now` is what the table has; a new one has nothing.
    void setValue(const TableSettings &wanted, const TableSettings &now);
    bool isProvisioned() const;
    void putInto(TableSettings &settings) const;

Q_SIGNALS:
    void changed();

private:
    void update();

    SegmentedSwitch *m_mode;
    ThemedLabel *m_words;
    ThroughputEdit *m_throughput;
};

} // namespace stator::ui
