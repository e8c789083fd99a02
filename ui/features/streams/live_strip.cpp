#include "features/streams/live_strip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

LiveStrip::LiveStrip(QWidget *parent)
    : QWidget(parent), m_label(new ThemedLabel({})), m_button(new QPushButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    m_label->setWordWrap(true);
    row->addWidget(m_label, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (const auto action = m_action)
            action();
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] { update(); });
    hide();
}

void LiveStrip::show(const Notice &notice)
{
    m_action = notice.action;
    m_tint = notice.tint;
    m_label->setText(notice.text);
    m_button->setText(notice.buttonText);
    m_button->setVisible(!notice.buttonText.isEmpty());
    setVisible(!notice.text.isEmpty());
    update();
}

QString LiveStrip::text() const
{
    return isHidden() ? QString() : m_label->text();
}

void LiveStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(m_tint));
    painter.fillRect(0, height() - 1, width(), 1, theme::color(theme::Role::Hairline));
}

} // namespace stator::ui

#include "moc_live_strip.cpp"
