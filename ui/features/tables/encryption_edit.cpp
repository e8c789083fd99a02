#include "features/tables/encryption_edit.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "widgets/segmented_switch.h"

namespace stator::ui {

namespace {

const auto kOwned = QStringLiteral("owned");
const auto kKms = QStringLiteral("kms");

} // namespace

EncryptionEdit::EncryptionEdit(QWidget *parent) : QWidget(parent), m_kind(new SegmentedSwitch), m_key(new QLineEdit)
{
    m_kind->setSegments({{kOwned, tr("Key of DynamoDB")}, {kKms, tr("Key of AWS KMS")}});
    m_kind->setCurrent(kOwned);
    m_kind->setAccessibleName(tr("Encryption key"));
    m_key->setPlaceholderText(tr("Key id, alias/NAME or ARN; empty: the AWS managed key"));
    m_key->setAccessibleName(tr("Key id, alias or ARN"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_kind, 0, Qt::AlignLeading);
    column->addWidget(m_key);
    setFocusProxy(m_kind);
    connect(m_kind, &SegmentedSwitch::chosen, this, [this] {
        update();
        Q_EMIT changed();
    });
    connect(m_key, &QLineEdit::textEdited, this, &EncryptionEdit::changed);
    update();
}

void EncryptionEdit::setValue(bool isKms, const QString &key)
{
    // Setting the same text would take the cursor away.
    if (isKms == this->isKms() && key == this->key())
        return;
    m_kind->setCurrent(isKms ? kKms : kOwned);
    m_key->setText(key);
    update();
}

bool EncryptionEdit::isKms() const
{
    return m_kind->current() == kKms;
}

QString EncryptionEdit::key() const
{
    return isKms() ? m_key->text().trimmed() : QString();
}

void EncryptionEdit::update()
{
    m_key->setVisible(isKms());
}

} // namespace stator::ui

#include "moc_encryption_edit.cpp"
