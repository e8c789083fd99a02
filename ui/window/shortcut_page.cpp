#include "window/shortcut_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "shell/action_catalog.h"
#include "theme/theme.h"
#include "widgets/filter_field.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;

ShortcutPage::ShortcutPage(ActionCatalog &actions, QSettings &settings, QWidget *parent)
    : QWidget(parent), m_actions(actions), m_settings(settings), m_list(new QTreeWidget),
      m_edit(new QKeySequenceEdit), m_note(new ThemedLabel({}, theme::TextStyle::Body, Role::SecondText)),
      m_set(new QPushButton(tr("Set"))), m_reset(new QPushButton(tr("Default")))
{
    theme::setPageSurface(this);
    m_list->setHeaderLabels({tr("Command"), tr("Shortcut")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Commands"));
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto *filter = new FilterField(tr("Filter commands"));
    connect(filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
            QTreeWidgetItem *item = m_list->topLevelItem(i);
            item->setHidden(!item->text(0).contains(text, Qt::CaseInsensitive) &&
                            !item->text(1).contains(text, Qt::CaseInsensitive));
        }
    });
    m_edit->setAccessibleName(tr("New shortcut"));
    m_edit->setMinimumWidth(theme::px(160));
    m_note->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 12, 12, 8);
    top->addWidget(filter);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 4);
    row->addWidget(m_edit);
    row->addWidget(m_set);
    row->addWidget(m_reset);
    row->addStretch();
    auto *note = new QHBoxLayout;
    note->setContentsMargins(12, 0, 12, 8);
    note->addWidget(m_note);
    m_note->setMinimumHeight(theme::px(20));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addLayout(row);
    column->addLayout(note);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutPage::showCurrent);
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutPage::checkConflict);
    connect(m_set, &QPushButton::clicked, this, [this] { assign(false); });
    connect(m_reset, &QPushButton::clicked, this, [this] { assign(true); });
    fill();
}

void ShortcutPage::fill()
{
    for (const QString &id : m_actions.ids()) {
        const QAction *action = m_actions.action(id);
        auto *item = new QTreeWidgetItem(
            m_list, {plainText(m_actions.command(id).text),
                     QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)});
        item->setData(0, Qt::UserRole, id);
        item->setIcon(0, action->icon());
    }
    m_list->sortItems(0, Qt::AscendingOrder);
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

QString ShortcutPage::currentId() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->data(0, Qt::UserRole).toString() : QString();
}

void ShortcutPage::showCurrent()
{
    const QAction *action = m_actions.action(currentId());
    m_edit->setKeySequence(action ? action->shortcut() : QKeySequence());
    checkConflict();
}

void ShortcutPage::checkConflict()
{
    const QStringList others = m_actions.conflicts(currentId(), m_edit->keySequence());
    QStringList titles;
    for (const QString &id : others)
        titles.append(plainText(m_actions.command(id).text));
    //: %1 is a list of commands.
    m_note->setText(titles.isEmpty()
                        ? QString()
                        : tr("Used by %1, which would lose it.").arg(titles.join(QStringLiteral(", "))));
    m_note->setRole(titles.isEmpty() ? Role::SecondText : Role::Warning);
}

void ShortcutPage::assign(bool isDefault)
{
    const QString id = currentId();
    if (id.isEmpty())
        return;
    const QList<QKeySequence> wanted = isDefault ? m_actions.defaultShortcuts(id)
                                       : m_edit->keySequence().isEmpty()
                                           ? QList<QKeySequence>()
                                           : QList<QKeySequence>{m_edit->keySequence()};
    for (const QKeySequence &sequence : wanted) {
        for (const QString &other : m_actions.conflicts(id, sequence))
            m_actions.setShortcuts(other, {});
    }
    m_actions.setShortcuts(id, wanted);
    m_actions.saveShortcuts(m_settings);
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const QAction *action = m_actions.action(item->data(0, Qt::UserRole).toString());
        item->setText(1, QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText));
    }
    showCurrent();
}

} // namespace stator::ui

#include "moc_shortcut_page.cpp"
