// The rarer parts of a query: projection, limit, direction, consistency.
#pragma once

#include <QFrame>

#include "features/items/query/query_state.h"

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace stator::ui {

class OptionPopup : public QFrame {
    Q_OBJECT
public:
    explicit OptionPopup(QWidget *parent);

    void open(QWidget *anchor, const QueryState &state, bool canBeConsistent);
    // Puts what is chosen into `state`.
    void writeTo(QueryState &state) const;

Q_SIGNALS:
    void changed();
    void runRequested();

private:
    QLineEdit *m_projection;
    QSpinBox *m_limit;
    QCheckBox *m_descending;
    QCheckBox *m_consistent;
};

} // namespace stator::ui
