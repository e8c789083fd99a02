// The throughput of a table or a global index: units where it is provisioned, maxima where it is on demand, and
// the units that are warm.
#pragma once

#include <QWidget>

#include "features/tables/index_draft.h"

class QGridLayout;
class QSpinBox;

namespace stator::ui {

class ThemedLabel;

class ThroughputEdit : public QWidget {
    Q_OBJECT
public:
    explicit ThroughputEdit(QWidget *parent = nullptr);

    // Warm throughput only rises, from `least` on; nothing there yet: 0 leaves it to the service.
    void setValue(const ThroughputSettings &throughput, bool isProvisioned, const ThroughputSettings &least);
    // The members that are not shown stay as they were set.
    ThroughputSettings value() const;
    void setProvisioned(bool isProvisioned);

Q_SIGNALS:
    void changed();

private:
    struct Pair {
        ThemedLabel *title;
        QSpinBox *read;
        QSpinBox *write;
    };
    Pair addPair(QGridLayout &grid, int row, const QString &title, const QString &readName, const QString &writeName);
    static void setShown(const Pair &pair, bool isShown);

    ThroughputSettings m_set;
    bool m_isProvisioned = false;
    Pair m_units, m_maxima, m_warm;
};

} // namespace stator::ui
