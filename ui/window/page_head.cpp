#include "window/page_head.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "shell/action_catalog.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/labels.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

// A button that shows an action's text and stays in step with it.
QPushButton *buttonFor(QAction *action, bool isPrimary)
{
    auto *button = new QPushButton;
    theme::setPrimary(button, isPrimary);
    const auto update = [button, action] {
        button->setText(plainText(action->text()));
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        const QString reason = ActionCatalog::disabledReason(action);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setToolTip(reason.isEmpty() ? keys : reason);
    };
    QObject::connect(action, &QAction::changed, button, update);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    update();
    return button;
}

} // namespace

PageHead::PageHead(QWidget *parent)
    : QWidget(parent), m_trail(new ElidedLabel), m_name(new ElidedLabel), m_switch(new SegmentedSwitch),
      m_buttons(new QWidget), m_buttonRow(new QHBoxLayout(m_buttons)),
      m_more(makeIconButton(QStringLiteral("more"), tr("More Actions")))
{
    theme::setPageSurface(this);
    m_trail->setRole(Role::SecondText);
    m_trail->setElideMode(Qt::ElideLeft);
    m_name->setTextStyle(TextStyle::Strong);
    m_switch->setAccessibleName(tr("View"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_buttonRow->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 7);
    row->setSpacing(0);
    row->addWidget(m_trail);
    row->addWidget(m_name);
    row->addStretch(1);
    row->addWidget(m_switch);
    row->addSpacing(12);
    row->addWidget(m_buttons);
    row->addSpacing(4);
    row->addWidget(m_more);
    connect(m_switch, &SegmentedSwitch::chosen, this, &PageHead::viewChosen);
    setMinimumHeight(theme::controlHeight() + 13);
}

void PageHead::setPath(const QStringList &path)
{
    QString trail;
    for (int i = 0; i + 1 < path.size(); ++i)
        trail += path.at(i) + QStringLiteral("  ›  ");
    m_trail->setText(trail);
    m_trail->setVisible(!trail.isEmpty());
    m_name->setText(path.isEmpty() ? QString() : path.last());
}

void PageHead::setViews(const QList<PageView> &views, const QString &current)
{
    QList<SegmentedSwitch::Segment> segments;
    for (int i = 0; i < views.size(); ++i) {
        const QString keys = i < 6 ? QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)).toString(QKeySequence::NativeText)
                                   : QString();
        segments.append({views.at(i).id, views.at(i).title, keys});
    }
    m_switch->setSegments(segments);
    m_switch->setCurrent(current);
    m_switch->setVisible(segments.size() > 1);
}

void PageHead::setActions(const QList<QAction *> &actions, QAction *primary, const QList<QAction *> &more)
{
    while (QLayoutItem *item = m_buttonRow->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (QAction *action : actions)
        m_buttonRow->addWidget(buttonFor(action, action == primary));
    if (primary && !actions.contains(primary))
        m_buttonRow->addWidget(buttonFor(primary, true));
    m_buttons->setVisible(m_buttonRow->count() > 0);
    m_more->menu()->clear();
    m_more->menu()->addActions(more);
    m_more->setVisible(!more.isEmpty());
}

void PageHead::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), theme::color(Role::Hairline));
}

} // namespace stator::ui
