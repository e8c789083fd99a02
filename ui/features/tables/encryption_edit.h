// Which key a table would be encrypted with: the service's own, the account's, or one that is named.
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
    // Empty: the account's key.
    QString key() const;

Q_SIGNALS:
    void changed();

private:
    void update();

    SegmentedSwitch *m_kind;
    QLineEdit *m_key;
};

} // namespace stator::ui
