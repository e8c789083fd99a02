// The way to data worth looking at.
#pragma once

#include <functional>

#include "widgets/card.h"

namespace stator::ui {

class SampleCard : public Card {
    Q_OBJECT
public:
    explicit SampleCard(std::function<void()> openSample, QWidget *parent = nullptr);
};

} // namespace stator::ui
