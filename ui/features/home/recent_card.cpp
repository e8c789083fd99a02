#include "features/home/recent_card.h"

#include <QToolButton>

#include "shell/page_registry.h"
#include "shell/workbench.h"
#include "theme/icons.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kMostShown = 6;

QToolButton *makeRow(Workbench &workbench, const Place &place)
{
    const PageInfo *info = workbench.pages().find(place.page);
    auto *row = new QToolButton;
    row->setAutoRaise(true);
    row->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    row->setIcon(theme::icon(place.table.isEmpty() ? info->icon : QStringLiteral("table"), Role::SecondText));
    row->setText(place.table.isEmpty() ? info->title
                                       : RecentCard::tr("%1, %2").arg(place.table, info->title));
    row->setToolTip(place.table.isEmpty() ? info->title : place.region);
    QObject::connect(row, &QToolButton::clicked, row,
                     [&workbench, place] { workbench.open(place, OpenMode::Keep); });
    return row;
}

} // namespace

RecentCard::RecentCard(Workbench &workbench, QWidget *parent)
    : Card(parent), m_workbench(workbench), m_rows(new QVBoxLayout)
{
    body()->addWidget(new ThemedLabel(tr("Recent"), TextStyle::Section));
    m_rows->setSpacing(0);
    body()->addLayout(m_rows);
    connect(&workbench, &Workbench::recentChanged, this, &RecentCard::fill);
    fill();
}

void RecentCard::fill()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Place &place : m_workbench.recentPlaces()) {
        if (m_rows->count() == kMostShown)
            break;
        if (place.page != QLatin1String("home") && m_workbench.pages().find(place.page))
            m_rows->addWidget(makeRow(m_workbench, place), 0, Qt::AlignLeft);
    }
    if (m_rows->count() == 0) {
        auto *nothing = new ThemedLabel(tr("Tables and pages you visit are listed here."), TextStyle::Body,
                                        Role::SecondText);
        nothing->setWordWrap(true);
        m_rows->addWidget(nothing);
    }
}

} // namespace stator::ui

#include "moc_recent_card.cpp"
