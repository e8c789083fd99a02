#include "features/triggers/trigger_replay_dialog.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "bridge/text.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

TriggerReplayDialog::TriggerReplayDialog(const api::TriggerDescription &trigger, QWidget *parent)
    : QDialog(parent), m_name(trigger.name), m_position(new QComboBox), m_time(new QDateTimeEdit(QDateTime::currentDateTime().addSecs(-3600))),
      m_sequence(new QLineEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Replay %1").arg(toQt(trigger.name)));
    m_position->addItem(tr("From the oldest record"), static_cast<int>(api::TriggerStartingPosition::TrimHorizon));
    m_position->addItem(tr("From a time"), static_cast<int>(api::TriggerStartingPosition::AtTimestamp));
    m_position->addItem(tr("From a sequence number"), static_cast<int>(api::TriggerStartingPosition::AtSequenceNumber));
    m_position->addItem(tr("From now on, leaving out what waits"), static_cast<int>(api::TriggerStartingPosition::Latest));
    m_position->setAccessibleName(tr("Where it begins"));
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_time->setCalendarPopup(true);
    m_time->setAccessibleName(tr("Time"));
    m_sequence->setFont(theme::monoFont());
    m_sequence->setAccessibleName(tr("Sequence number"));
    if (trigger.lastBatch)
        m_sequence->setText(toQt(trigger.lastBatch->firstSequenceNumber));
    auto *note = new ThemedLabel(tr("The function is called again with records it has seen; it must be ready for that."), TextStyle::Body,
                                 Role::SecondText);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox;
    auto *replay = new QPushButton(tr("Replay"));
    buttons->addButton(replay, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    replay->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_position);
    column->addWidget(m_time);
    column->addWidget(m_sequence);
    column->addWidget(note);
    column->addWidget(buttons);
    resize(theme::px(440), sizeHint().height());
    connect(m_position, &QComboBox::currentIndexChanged, this, &TriggerReplayDialog::showFields);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(request());
        accept();
    });
    showFields();
}

api::TriggerStartingPosition TriggerReplayDialog::position() const
{
    return static_cast<api::TriggerStartingPosition>(m_position->currentData().toInt());
}

void TriggerReplayDialog::showFields()
{
    m_time->setVisible(position() == api::TriggerStartingPosition::AtTimestamp);
    m_sequence->setVisible(position() == api::TriggerStartingPosition::AtSequenceNumber);
}

api::PutTriggerRequest TriggerReplayDialog::request() const
{
    api::PutTriggerRequest request;
    request.name = m_name;
    request.replay = true;
    request.startingPosition = position();
    if (position() == api::TriggerStartingPosition::AtTimestamp)
        request.startingPositionTimestamp = static_cast<double>(m_time->dateTime().toMSecsSinceEpoch()) / 1000;
    if (position() == api::TriggerStartingPosition::AtSequenceNumber)
        request.startingSequenceNumber = toUtf8(m_sequence->text().trimmed());
    return request;
}

} // namespace stator::ui

#include "moc_trigger_replay_dialog.cpp"
