#include "features/home/home_page.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "features/home/endpoint_card.h"
#include "features/home/recent_card.h"
#include "features/home/sample_card.h"
#include "shell/page_registry.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kContentWidth = 840;

} // namespace

HomePage::HomePage(Workbench &workbench, const HomeActions &actions, QWidget *parent)
    : Page(workbench, parent)
{
    auto *content = new QWidget;
    content->setMaximumWidth(theme::px(kContentWidth));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(32, 16, 32, 24);
    column->setSpacing(12);
    column->addWidget(new ThemedLabel(tr("DynamoDB on your desk"), TextStyle::Display));
    auto *intro = new ThemedLabel(tr("Point any AWS SDK at the address below; what it writes appears here."),
                                  TextStyle::Body, Role::SecondText);
    intro->setWordWrap(true);
    column->addWidget(intro);
    column->addWidget(new EndpointCard(workbench));
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(new RecentCard(workbench), 1, Qt::AlignTop);
    if (actions.openSample)
        row->addWidget(new SampleCard(actions.openSample), 1, Qt::AlignTop);
    column->addLayout(row);
    column->addStretch();

    auto *holder = new QWidget;
    theme::setPageSurface(holder);
    auto *sides = new QHBoxLayout(holder);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->addStretch(1);
    sides->addWidget(content, 100);
    sides->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(holder);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

void HomePage::open(const Place &place)
{
    m_place = place;
}

void registerHome(PageRegistry &registry, const HomeActions &actions)
{
    PageInfo info;
    info.id = QStringLiteral("home");
    info.title = HomePage::tr("Home");
    info.icon = QStringLiteral("home");
    info.order = 0;
    info.factory = [actions](Workbench &workbench, QWidget *parent) {
        return new HomePage(workbench, actions, parent);
    };
    registry.add(info);
}

} // namespace stator::ui

#include "moc_home_page.cpp"
