#include "features/tables/encryption_edit.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "widgets/segmented_switch.h"

namespace stator::ui {

namespace {

const auto kOwn = QStringLiteral("own");
const auto kManaged = QStringLiteral("managed");
const auto kNamed = QStringLiteral("named");

} // namespace

EncryptionEdit::EncryptionEdit(QWidget *parent) : QWidget(parent), m_kind(new SegmentedSwitch), m_key(new QLineEdit)
{
    m_kind->setSegments({{kOwn, tr("Owned by DynamoDB")}, {kManaged, tr("AWS managed")}, {kNamed, tr("A key of yours")}});
    m_kind->setCurrent(kOwn);
    m_kind->setAccessibleName(tr("Encryption key"));
    m_key->setPlaceholderText(tr("Key id, alias/NAME or ARN"));
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
    // "A key of yours" with nothing typed yet means the account's key; it must not jump there.
    if (isKms == this->isKms() && key == this->key())
        return;
    m_kind->setCurrent(!isKms ? kOwn : key.isEmpty() ? kManaged : kNamed);
    m_key->setText(key);
    update();
}

bool EncryptionEdit::isKms() const
{
    return m_kind->current() != kOwn;
}

QString EncryptionEdit::key() const
{
    return m_kind->current() == kNamed ? m_key->text().trimmed() : QString();
}

void EncryptionEdit::update()
{
    m_key->setVisible(m_kind->current() == kNamed);
}

} // namespace stator::ui
