#include "widgets/error_card.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

#include "theme/icons.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

ErrorCard::ErrorCard(QWidget *parent)
    : Card(parent), m_sentence(new ThemedLabel({}, TextStyle::Strong)),
      m_advice(new ThemedLabel({}, TextStyle::Body, Role::SecondText)), m_button(new QPushButton),
      m_fold(new QToolButton), m_details(new ThemedLabel({}, TextStyle::Caption, Role::SecondText))
{
    setMaximumWidth(theme::px(520));
    auto *sign = new QLabel;
    sign->setPixmap(theme::icon(QStringLiteral("error"), Role::Error).pixmap(theme::px(20)));
    connect(&theme::Theme::instance(), &theme::Theme::changed, sign, [sign] {
        sign->setPixmap(theme::icon(QStringLiteral("error"), Role::Error).pixmap(theme::px(20)));
    });
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(sign, 0, Qt::AlignTop);
    head->addWidget(m_sentence, 1);
    for (ThemedLabel *label : {m_sentence, m_advice, m_details}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_fold->setText(tr("Details"));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_details->setMono(true);
    m_details->hide();
    connect(m_fold, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action();
    });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_button);
    buttons->addWidget(m_fold);
    buttons->addStretch();
    body()->addLayout(head);
    body()->addWidget(m_advice);
    body()->addLayout(buttons);
    body()->addWidget(m_details);
}

void ErrorCard::show(const ErrorText &error, const QString &buttonText, std::function<void()> action)
{
    m_sentence->setText(error.sentence);
    m_advice->setText(error.advice);
    m_advice->setVisible(!error.advice.isEmpty());
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    m_action = std::move(action);
    m_details->setText(error.original.isEmpty() ? error.code
                                                : error.code + QStringLiteral(": ") + error.original);
    m_fold->setVisible(!error.code.isEmpty());
    setAccessibleName(error.sentence);
    QWidget::show();
}

} // namespace stator::ui

#include "moc_error_card.cpp"
