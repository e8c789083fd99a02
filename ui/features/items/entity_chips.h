// A chip for each kind of item among those loaded, with its count.
#pragma once

#include <QWidget>

#include "models/entity_plan.h"

class QHBoxLayout;

namespace stator::ui {

class EntityChips : public QWidget {
    Q_OBJECT
public:
    explicit EntityChips(QWidget *parent = nullptr);

    void setEntities(const std::vector<Entity> &entities);
    // The one that is shown alone; empty: all are.
    void setChosen(const QString &name);

Q_SIGNALS:
    void chosen(const QString &name);

private:
    QHBoxLayout *m_chips;
    QStringList m_names;
    QString m_chosen;
    QList<class QToolButton *> m_buttons;
};

} // namespace stator::ui
