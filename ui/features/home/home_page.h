// Home: where the endpoint is and how to reach it, where one was, and the sample workspace.
#pragma once

#include <functional>

#include "shell/page.h"

namespace stator::ui {

class PageRegistry;

// What Home can start; the composition root fills it in. Without a function its card is absent.
struct HomeActions {
    std::function<void()> openSample;
};

class HomePage : public Page {
    Q_OBJECT
public:
    HomePage(Workbench &workbench, const HomeActions &actions, QWidget *parent);

    void open(const Place &place) override;
    Place place() const override { return m_place; }
    QString title() const override { return tr("Home"); }

private:
    Place m_place = Place::ofPage(QStringLiteral("home"));
};

void registerHome(PageRegistry &registry, const HomeActions &actions);

} // namespace stator::ui
