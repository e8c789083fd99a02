#include "features/items/paste_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "bridge/text.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::px;
using theme::Role;

PasteDialog::PasteDialog(const PastePlan &plan, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Paste"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(px(720), px(420));
    const int staged = plan.stagedCount();
    const int refused = static_cast<int>(plan.values.size()) - staged;
    QStringList parts;
    if (!plan.fault.isEmpty())
        parts.append(plan.fault);
    else
        parts.append(!plan.values.empty() && plan.values.front().whole ? tr("%Ln item(s) will be staged", nullptr, staged)
                                                                       : tr("%Ln value(s) will be staged", nullptr, staged));
    if (refused > 0)
        parts.append(tr("%Ln left out", nullptr, refused));
    if (plan.isCut)
        parts.append(tr("the text has more rows than are pasted at once"));
    auto *summary = new ThemedLabel(parts.join(QStringLiteral(" · ")), theme::TextStyle::Section);
    summary->setWordWrap(true);
    auto *tree = new QTreeWidget;
    fill(plan, tree);
    auto *note = new ThemedLabel(tr("Nothing is written before Commit."), theme::TextStyle::Body, Role::SecondText);
    auto *buttons = new QDialogButtonBox;
    QPushButton *stage = buttons->addButton(tr("Stage %1").arg(countText(staged)), QDialogButtonBox::AcceptRole);
    theme::setPrimary(stage);
    stage->setDefault(true);
    stage->setEnabled(staged > 0);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(summary);
    column->addWidget(tree, 1);
    column->addWidget(note);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PasteDialog::fill(const PastePlan &plan, QTreeWidget *tree) const
{
    tree->setColumnCount(4);
    tree->setHeaderLabels({tr("Item"), tr("Attribute"), tr("As it is"), tr("As it will be")});
    tree->header()->resizeSection(0, px(220));
    tree->header()->resizeSection(1, px(120));
    tree->header()->resizeSection(2, px(160));
    tree->setRootIsDecorated(false);
    tree->setUniformRowHeights(true);
    for (const PastedValue &pasted : plan.values) {
        auto *line = new QTreeWidgetItem(tree, {pasted.item, pasted.attribute.isEmpty() ? tr("whole item") : pasted.attribute, pasted.before,
                                                pasted.refusal.isEmpty() ? pasted.after : pasted.refusal});
        line->setSizeHint(0, QSize(0, px(26)));
        for (int column = 0; column < 4; ++column)
            line->setToolTip(column, line->text(column));
        if (pasted.refusal.isEmpty())
            line->setBackground(3, theme::color(Role::TintAdded));
        else
            line->setForeground(3, theme::color(Role::Warning));
    }
}

} // namespace stator::ui

#include "moc_paste_dialog.cpp"
