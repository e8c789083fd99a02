#include "features/tables/facts_card.h"

#include <QClipboard>
#include <QDateTime>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLocale>
#include <QToolButton>

#include "bridge/text.h"
#include "features/tables/index_requests.h"
#include "widgets/elided_label.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

FactsCard::FactsCard(const QString &title, QWidget *parent) : Card(parent), m_grid(new QGridLayout)
{
    body()->addWidget(new ThemedLabel(title, TextStyle::Section));
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    body()->addLayout(m_grid);
}

void FactsCard::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (int row = 0; row < static_cast<int>(facts.size()); ++row) {
        const Fact &fact = facts.at(row);
        m_grid->addWidget(new ThemedLabel(fact.name, TextStyle::Body, Role::SecondText), row, 0, Qt::AlignVCenter);
        auto *value = new ThemedLabel(fact.value);
        value->setMono(fact.isMono);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_grid->addWidget(value, row, 1);
        if (!fact.canCopy)
            continue;
        //: %1 is the name of a field: "ARN".
        auto *copy = makeIconButton(QStringLiteral("copy"), tr("Copy %1").arg(fact.name));
        m_grid->addWidget(copy, row, 2, Qt::AlignVCenter);
        connect(copy, &QToolButton::clicked, this, [this, fact] {
            QGuiApplication::clipboard()->setText(fact.value);
            Q_EMIT copied(fact.name);
        });
    }
}

QList<FactsCard::Fact> FactsCard::keysOf(const api::TableDescription &table)
{
    QList<Fact> facts;
    if (!table.keySchema)
        return facts;
    const auto text = [](const KeyField &field) {
        return field.name + QStringLiteral(" (") + toQt(api::wireName(field.type)) + u')';
    };
    facts.append({tr("Partition key"), text(keyFieldOf(table, *table.keySchema, api::KeyType::Hash)), true});
    const KeyField sort = keyFieldOf(table, *table.keySchema, api::KeyType::Range);
    facts.append({tr("Sort key"), sort.name.isEmpty() ? tr("None") : text(sort), !sort.name.isEmpty()});
    return facts;
}

QList<FactsCard::Fact> FactsCard::detailsOf(const api::TableDescription &table)
{
    const QLocale locale;
    QList<Fact> facts;
    facts.append({tr("State"), table.tableStatus ? toQt(api::wireName(*table.tableStatus)) : QString(), true});
    facts.append({tr("Holds"), tr("%Ln item(s), %1", nullptr, static_cast<int>(table.itemCount.value_or(0)))
                                   .arg(sizeText(table.tableSizeBytes.value_or(0)))});
    if (table.creationDateTime)
        facts.append({tr("Made"), locale.toString(QDateTime::fromMSecsSinceEpoch(
                                                      static_cast<qint64>(*table.creationDateTime * 1000)),
                                                  QLocale::LongFormat)});
    if (table.tableArn)
        facts.append({tr("ARN"), toQt(table.tableArn), true, true});
    if (table.tableId)
        facts.append({tr("Table id"), toQt(table.tableId), true, true});
    if (table.latestStreamArn)
        facts.append({tr("Stream ARN"), toQt(table.latestStreamArn), true, true});
    return facts;
}

} // namespace stator::ui

#include "moc_facts_card.cpp"
