// Whether items of a table expire, and by which attribute.
#pragma once

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace stator::ui {

class TimeToLiveEdit : public QWidget {
    Q_OBJECT
public:
    explicit TimeToLiveEdit(QWidget *parent = nullptr);

    // Empty: items do not expire.
    void setAttribute(const QString &attribute);
    // A box that was checked and has no attribute yet is given up.
    void forgetDraft();
    QString attribute() const;
    // Checked, and no attribute named.
    bool lacksAttribute() const;

Q_SIGNALS:
    void changed();

private:
    QCheckBox *m_isOn;
    QLineEdit *m_attribute;
};

} // namespace stator::ui
