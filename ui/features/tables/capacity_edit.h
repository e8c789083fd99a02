// How a table is paid for: on demand, or provisioned with so many units.
#pragma once

#include <QWidget>

class QSpinBox;

namespace stator::ui {

class SegmentedSwitch;
class ThemedLabel;

class CapacityEdit : public QWidget {
    Q_OBJECT
public:
    explicit CapacityEdit(QWidget *parent = nullptr);

    void setValue(bool isProvisioned, std::int64_t readUnits, std::int64_t writeUnits);
    bool isProvisioned() const;
    std::int64_t readUnits() const;
    std::int64_t writeUnits() const;

Q_SIGNALS:
    void changed();

private:
    void update();

    SegmentedSwitch *m_mode;
    ThemedLabel *m_words;
    QWidget *m_units;
    QSpinBox *m_read;
    QSpinBox *m_write;
};

} // namespace stator::ui
