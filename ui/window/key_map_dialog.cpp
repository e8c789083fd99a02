#include "window/key_map_dialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "shell/action_catalog.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

struct Line {
    QString title;
    QString keys;
};

QList<Line> linesOf(const ActionCatalog &actions, MenuId menu)
{
    QList<Line> lines;
    for (const QString &id : actions.menuIds(menu)) {
        const QString keys =
            QKeySequence::listToString(actions.action(id)->shortcuts(), QKeySequence::NativeText);
        if (!keys.isEmpty())
            lines.append({plainText(actions.command(id).text), keys});
    }
    return lines;
}

QWidget *makeSection(const QString &title, const QList<Line> &lines)
{
    auto *section = new QWidget;
    section->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *grid = new QGridLayout(section);
    grid->setContentsMargins(0, 0, 0, 16);
    grid->setVerticalSpacing(6);
    grid->setHorizontalSpacing(16);
    grid->addWidget(new ThemedLabel(title, TextStyle::Strong), 0, 0, 1, 2);
    for (int i = 0; i < lines.size(); ++i) {
        grid->addWidget(new ThemedLabel(lines.at(i).title), i + 1, 0);
        auto *keys = new ThemedLabel(lines.at(i).keys, TextStyle::Body, Role::SecondText);
        grid->addWidget(keys, i + 1, 1, Qt::AlignRight);
    }
    grid->setColumnStretch(0, 1);
    return section;
}

} // namespace

QString menuTitle(int menu)
{
    switch (static_cast<MenuId>(menu)) {
    case MenuId::File:
        return QCoreApplication::translate("stator::ui::Menu", "&File");
    case MenuId::Edit:
        return QCoreApplication::translate("stator::ui::Menu", "&Edit");
    case MenuId::View:
        return QCoreApplication::translate("stator::ui::Menu", "&View");
    case MenuId::Item:
        return QCoreApplication::translate("stator::ui::Menu", "&Item");
    case MenuId::Table:
        return QCoreApplication::translate("stator::ui::Menu", "&Table");
    case MenuId::Tools:
        return QCoreApplication::translate("stator::ui::Menu", "T&ools");
    case MenuId::Help:
        return QCoreApplication::translate("stator::ui::Menu", "&Help");
    case MenuId::None:
        break;
    }
    return QCoreApplication::translate("stator::ui::Menu", "Elsewhere");
}

KeyMapDialog::KeyMapDialog(const ActionCatalog &actions, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("key-map"));
    setWindowTitle(tr("Map of Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *content = new QWidget;
    theme::setPageSurface(content);
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(24, 24, 24, 8);
    columns->setSpacing(48);
    QVBoxLayout *sides[] = {new QVBoxLayout, new QVBoxLayout};
    qsizetype heights[] = {0, 0};
    for (const MenuId menu : {MenuId::View, MenuId::File, MenuId::Edit, MenuId::Item, MenuId::Table,
                              MenuId::Tools, MenuId::Help, MenuId::None}) {
        const QList<Line> lines = linesOf(actions, menu);
        if (lines.isEmpty())
            continue;
        const int side = heights[0] <= heights[1] ? 0 : 1;
        heights[side] += lines.size() + 2;
        sides[side]->addWidget(makeSection(plainText(menuTitle(static_cast<int>(menu))), lines));
    }
    for (QVBoxLayout *side : sides) {
        side->addStretch();
        columns->addLayout(side, 1);
    }
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setContentsMargins(12, 8, 12, 12);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addWidget(buttons);
    resize(theme::px(760), theme::px(560));
}

} // namespace stator::ui

#include "moc_key_map_dialog.cpp"
