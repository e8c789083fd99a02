#include "features/items/entity_chips.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include "bridge/text.h"
#include "grid/cell_painter.h"
#include "theme/theme.h"

namespace stator::ui {

using theme::px;
using theme::Role;

namespace {

constexpr int kMostChips = 10;

class Chip final : public QToolButton {
public:
    Chip(int entity, const Entity &of) : m_entity(entity), m_letter(of.letter()), m_name(toQt(of.name))
    {
        setAutoRaise(true);
        setCheckable(true);
        setFixedHeight(px(24));
        setCount(of.count);
    }

    void setCount(std::size_t count)
    {
        // None are loaded while another kind is shown alone; that is no count.
        m_count = count > 0 ? countText(static_cast<std::int64_t>(count)) : QString();
        setAccessibleName(count > 0 ? m_name + u' ' + m_count : m_name);
        setToolTip(isChecked()   ? EntityChips::tr("Show items of every kind again.")
                   : count > 0 ? EntityChips::tr("%1 among the loaded items. Show only these.").arg(m_count)
                                 : EntityChips::tr("Show only these."));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(theme::font(theme::TextStyle::Body));
        return QSize(px(8 + 14 + 6) + metrics.horizontalAdvance(m_name) +
                         (m_count.isEmpty() ? 0 : px(6) + metrics.horizontalAdvance(m_count)) + px(10),
                     px(24));
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool isHot = underMouse() || hasFocus();
        painter.setPen(theme::color(hasFocus() || isChecked() ? Role::Accent : Role::Hairline));
        painter.setBrush(isChecked() ? theme::color(Role::Selection) : isDown() ? theme::pressedColor(Role::Page) : isHot ? theme::hoverColor(Role::Page) : theme::color(Role::Page));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
        const int side = px(14);
        const auto mirrored = [this](int x, int width) { return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height())); };
        CellPainter::swatch(painter, mirrored(px(8), side).adjusted(0, (height() - side) / 2, 0, -((height() - side + 1) / 2)), m_entity, m_letter);
        painter.setFont(theme::font(theme::TextStyle::Body));
        const QFontMetrics metrics(painter.font());
        const int nameLeft = px(8 + 14 + 6);
        const int nameWidth = metrics.horizontalAdvance(m_name);
        painter.setPen(theme::color(Role::Text));
        painter.drawText(mirrored(nameLeft, nameWidth + 1), Qt::AlignCenter | Qt::TextSingleLine, m_name);
        painter.setPen(theme::color(Role::SecondText));
        painter.drawText(mirrored(nameLeft + nameWidth + px(6), metrics.horizontalAdvance(m_count) + 1), Qt::AlignCenter | Qt::TextSingleLine, m_count);
    }

private:
    int m_entity;
    QString m_letter;
    QString m_name;
    QString m_count;
};

} // namespace

EntityChips::EntityChips(QWidget *parent)
    : QWidget(parent), m_chips(new QHBoxLayout)
{
    theme::setPageSurface(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 12, 5);
    row->addLayout(m_chips);
    row->addStretch(1);
    m_chips->setSpacing(px(6));
    hide();
}

void EntityChips::setEntities(const std::vector<Entity> &entities)
{
    QStringList names;
    for (const Entity &entity : entities)
        if (names.size() < kMostChips)
            names.append(toQt(entity.name));
    if (names != m_names) {
        m_names = names;
        for (QToolButton *button : std::exchange(m_buttons, {}))
            button->deleteLater();
        for (int i = 0; i < names.size() && names.size() > 1; ++i) {
            auto *chip = new Chip(i, entities[static_cast<std::size_t>(i)]);
            connect(chip, &QToolButton::clicked, this, [this, name = names.at(i)] { Q_EMIT chosen(name); });
            m_chips->addWidget(chip);
            m_buttons.append(chip);
        }
    }
    setChosen(m_chosen);
    for (int i = 0; i < m_buttons.size(); ++i)
        static_cast<Chip *>(m_buttons.at(i))->setCount(entities[static_cast<std::size_t>(i)].count);
    setVisible(m_names.size() > 1);
}

void EntityChips::setChosen(const QString &name)
{
    m_chosen = name;
    for (int i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setChecked(m_names.at(i) == name);
}

} // namespace stator::ui

#include "moc_entity_chips.cpp"
