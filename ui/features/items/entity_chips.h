// A chip for each kind of item among those loaded, with its count; and what is new in the table since it was read.
#pragma once

#include <QWidget>

#include "models/entity_plan.h"

class QHBoxLayout;
class QPushButton;

namespace stator::ui {

class EntityChips : public QWidget {
    Q_OBJECT
public:
    explicit EntityChips(QWidget *parent = nullptr);

    void setEntities(const std::vector<Entity> &entities);
    // The one that is shown alone; empty: all are.
    void setChosen(const QString &name);
    // "14 new · Show"; 0: nothing.
    void setNew(std::int64_t count);

Q_SIGNALS:
    void chosen(const QString &name);
    void showNewRequested();

private:
    void updateVisible();

    QHBoxLayout *m_row;
    QHBoxLayout *m_chips;
    QPushButton *m_new;
    QStringList m_names;
    QString m_chosen;
    QList<class QToolButton *> m_buttons;
};

} // namespace stator::ui
