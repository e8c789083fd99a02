// What a table is and cannot be changed: keys, name in full, when it was made, how much it holds.
#pragma once

#include "api/shapes.h"
#include "widgets/card.h"

class QGridLayout;

namespace stator::ui {

class FactsCard : public Card {
    Q_OBJECT
public:
    explicit FactsCard(const QString &title, QWidget *parent = nullptr);

    struct Fact {
        QString name;
        QString value;
        bool isMono = false;
        bool canCopy = false;
        bool operator==(const Fact &) const = default;
    };
    void setFacts(const QList<Fact> &facts);

    static QList<Fact> keysOf(const api::TableDescription &table);
    static QList<Fact> detailsOf(const api::TableDescription &table);

Q_SIGNALS:
    void copied(const QString &name);

private:
    QGridLayout *m_grid;
    QList<Fact> m_facts;
};

} // namespace stator::ui
