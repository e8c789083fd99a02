// Which key a table would be encrypted with: the service's own, or one of AWS KMS.
#pragma once

#include <QWidget>

class QLineEdit;

namespace stator::ui {

class SegmentedSwitch;

class EncryptionEdit : public QWidget {
    Q_OBJECT
public:
    explicit EncryptionEdit(QWidget *parent = nullptr);

    void setValue(bool isKms, const QString &key);
    bool isKms() const;
    // Empty: the key that AWS manages for the account.
    QString key() const;

Q_SIGNALS:
    void changed();

private:
    void update();

    SegmentedSwitch *m_kind;
    QLineEdit *m_key;
};

} // namespace stator::ui
