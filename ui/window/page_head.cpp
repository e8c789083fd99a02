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
class ActionButton final : public QPushButton {
public:
    ActionButton(QAction *action, bool isPrimary, QWidget *parent) : QPushButton(parent)
    {
        theme::setPrimary(this, isPrimary);
        m_follow = connect(action, &QAction::changed, this, [this, action] { follow(*action); });
        connect(this, &QPushButton::clicked, action, &QAction::trigger);
        follow(*action);
    }

    // Out of sight now, gone when nobody stands in one of its slots.
    void retire()
    {
        disconnect(m_follow);
        hide();
        deleteLater();
    }

private:
    void follow(const QAction &action)
    {
        setText(plainText(action.text()));
        setEnabled(action.isEnabled());
        setVisible(action.isVisible());
        const QString reason = ActionCatalog::disabledReason(&action);
        setToolTip(reason.isEmpty() ? action.shortcut().toString(QKeySequence::NativeText) : reason);
    }

    QMetaObject::Connection m_follow;
};

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
    m_buttonRow->setContentsMargins(12, 0, 4, 0);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 7);
    row->setSpacing(0);
    row->addWidget(m_trail);
    row->addWidget(m_name);
    row->addStretch(1);
    row->addWidget(m_switch);
    row->addWidget(m_buttons);
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
        const QString keys = i < 6 ? QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i))
                                         .toString(QKeySequence::NativeText)
                                   : QString();
        segments.append({views.at(i).id, views.at(i).title, keys});
    }
    m_switch->setSegments(segments);
    m_switch->setCurrent(current);
    m_switch->setVisible(segments.size() > 1);
}

void PageHead::setActions(const QList<QAction *> &actions, QAction *primary, const QList<QAction *> &more)
{
    QList<QAction *> wanted = actions;
    if (primary && !wanted.contains(primary))
        wanted.append(primary);
    showButtons(wanted, primary);
    m_more->menu()->clear();
    m_more->menu()->addActions(more);
    m_more->setVisible(!more.isEmpty());
}

// The same buttons stay: one of them may be the one being clicked.
void PageHead::showButtons(const QList<QAction *> &actions, QAction *primary)
{
    if (m_shown == actions && m_primary == primary)
        return;
    m_shown = actions;
    m_primary = primary;
    while (QLayoutItem *item = m_buttonRow->takeAt(0)) {
        static_cast<ActionButton *>(item->widget())->retire();
        delete item;
    }
    for (QAction *action : actions)
        m_buttonRow->addWidget(new ActionButton(action, action == primary, m_buttons));
    m_buttons->setVisible(!actions.isEmpty());
}

void PageHead::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), theme::color(Role::Hairline));
}

} // namespace stator::ui

#include "moc_page_head.cpp"
