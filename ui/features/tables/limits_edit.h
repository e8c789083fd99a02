// What bounds the throughput of a table beside provisioned units: on-demand maxima, and warm throughput.
#pragma once

#include <QWidget>

#include "features/tables/table_settings.h"

class QSpinBox;

namespace stator::ui {

class LimitsEdit : public QWidget {
    Q_OBJECT
public:
    explicit LimitsEdit(QWidget *parent = nullptr);

    // Of a provisioned table there are no maxima to set. Warm throughput only rises, from `settings` on.
    void setValue(const TableSettings &settings, const TableSettings &now);
    void putInto(TableSettings &settings) const;

Q_SIGNALS:
    void changed();

private:
    QWidget *m_maxima;
    QSpinBox *m_maxRead;
    QSpinBox *m_maxWrite;
    QSpinBox *m_warmRead;
    QSpinBox *m_warmWrite;
};

} // namespace stator::ui
