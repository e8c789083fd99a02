// The places visited last, to go back to.
#pragma once

#include "widgets/card.h"

namespace stator::ui {

class Workbench;

class RecentCard : public Card {
    Q_OBJECT
public:
    explicit RecentCard(Workbench &workbench, QWidget *parent = nullptr);

private:
    void fill();

    Workbench &m_workbench;
    QVBoxLayout *m_rows;
};

} // namespace stator::ui
