#include "features/tables/indexes_card.h"

#include <QPushButton>
#include <QToolButton>

#include "bridge/text.h"
#include "features/tables/index_requests.h"
#include "features/tables/index_texts.h"
#include "features/tables/settings_difference.h"
#include "widgets/elided_label.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

IndexesCard::IndexesCard(QWidget *parent)
    : Card(parent), m_rows(new QVBoxLayout), m_fault(new ThemedLabel({}, TextStyle::Caption, Role::Error))
{
    body()->addWidget(new ThemedLabel(tr("Indexes"), TextStyle::Section));
    m_rows->setSpacing(4);
    body()->addLayout(m_rows);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->hide();
    body()->addWidget(m_fault);
    auto *add = new QPushButton(tr("New Index…"));
    body()->addWidget(add, 0, Qt::AlignLeading);
    connect(add, &QPushButton::clicked, this, &IndexesCard::newRequested);
}

QList<IndexesCard::Row> IndexesCard::rowsOf(const api::TableDescription &table, const TableSettings &now,
                                            const TableSettings &wanted)
{
    const QStringList changed = indexesWithOtherUnits(now, wanted) + indexesWithOtherMaxima(now, wanted)
        + indexesWithOtherWarmth(now, wanted) + otherInsights(now, wanted);
    const KeyField partition =
        table.keySchema ? keyFieldOf(table, *table.keySchema, api::KeyType::Hash) : KeyField();
    const QList<IndexDraft> drafts = indexesOf(table);
    QList<Row> rows;
    const auto rowOf = [&](const auto &index, Row::Kind kind) {
        const IndexDraft &draft = drafts.at(rows.size());
        Row row{draft.name, indexKeysText(draft, partition),
                indexFactsText(draft, index.indexSizeBytes, index.itemCount), {}, kind};
        row.isChanged = changed.contains(row.name);
        return row;
    };
    const auto addOwnKeys = [&](const auto &indexes, Row::Kind kind) {
        if (!indexes)
            return;
        for (const auto &index : *indexes) {
            Row row = rowOf(index, kind);
            row.state = indexStateText(index.indexStatus, index.backfilling.value_or(false), index.itemCount.value_or(0),
                                       table.itemCount.value_or(0));
            row.isBusy = index.indexStatus.value_or(api::IndexStatus::Active) != api::IndexStatus::Active;
            if (const QString units = throughputText(wanted.indexes.value(row.name), wanted.isProvisioned); !units.isEmpty())
                row.facts += QStringLiteral(" · ") + units;
            if (row.isChanged)
                row.state = tr("Changed");
            if (wanted.deletedIndexes.contains(row.name)) {
                row.kind = Row::Kind::Deleted;
                row.state = tr("To be deleted");
            }
            rows.append(row);
        }
    };
    addOwnKeys(table.globalSecondaryIndexes, Row::Kind::Global);
    if (table.localSecondaryIndexes)
        for (const auto &index : *table.localSecondaryIndexes) {
            rows.append(rowOf(index, Row::Kind::Local));
            rows.last().state = tr("Local");
        }
    addOwnKeys(table.vectorIndexes, Row::Kind::Vector);
    for (const IndexDraft &index : wanted.newIndexes)
        rows.append(Row{index.name, indexKeysText(index, partition), projectionText(index), tr("To be made"),
                        Row::Kind::New});
    return rows;
}

void IndexesCard::show(const api::TableDescription &table, const TableSettings &now, const TableSettings &wanted)
{
    const QList<Row> rows = rowsOf(table, now, wanted);
    if (rows == m_shown && m_rows->count() > 0)
        return;
    m_shown = rows;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Row &row : rows)
        m_rows->addWidget(makeRow(row));
    if (rows.isEmpty())
        m_rows->addWidget(new ThemedLabel(tr("None. An index lets you query by other attributes."), TextStyle::Body,
                                          Role::SecondText));
}

QWidget *IndexesCard::makeRow(const Row &row)
{
    auto *widget = new QWidget;
    auto *name = new ThemedLabel(row.name, TextStyle::Strong);
    if (row.kind == Row::Kind::Deleted) {
        QFont struck = name->font();
        struck.setStrikeOut(true);
        name->setFont(struck);
    }
    auto *keys = new ElidedLabel;
    keys->setText(row.keys);
    auto *facts = new ElidedLabel;
    facts->setText(row.facts);
    facts->setRole(Role::SecondText);
    facts->setTextStyle(TextStyle::Caption);
    const bool isPending = row.kind == Row::Kind::Deleted || row.kind == Row::Kind::New || row.isChanged;
    auto *state = new ThemedLabel(row.state, TextStyle::Caption, isPending || row.isBusy ? Role::Accent : Role::SecondText);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto *first = new QHBoxLayout;
    first->setSpacing(12);
    first->addWidget(name);
    first->addWidget(keys, 1);
    texts->addLayout(first);
    texts->addWidget(facts);
    auto *line = new QHBoxLayout(widget);
    line->setContentsMargins(0, 4, 0, 4);
    line->addLayout(texts, 1);
    line->addWidget(state);
    addButtons(row, *line);
    return widget;
}

void IndexesCard::addButtons(const Row &row, QHBoxLayout &line)
{
    if (row.kind == Row::Kind::Local) {
        line.parentWidget()->setToolTip(tr("A local index stays as long as its table."));
        return;
    }
    if (row.kind == Row::Kind::Global) {
        //: %1 is an index.
        auto *settings = makeIconButton(QStringLiteral("settings"), tr("Settings of %1…").arg(row.name));
        settings->setEnabled(!row.isBusy);
        line.addWidget(settings);
        connect(settings, &QToolButton::clicked, this, [this, row] { Q_EMIT settingsRequested(row.name); });
    }
    auto *button = makeIconButton(row.kind == Row::Kind::Deleted ? QStringLiteral("undo") : QStringLiteral("delete"),
                                  row.kind == Row::Kind::Deleted ? tr("Keep %1").arg(row.name)
                                  : row.kind == Row::Kind::New   ? tr("Do Not Make %1").arg(row.name)
                                                                 : tr("Delete %1").arg(row.name));
    button->setEnabled(!row.isBusy);
    line.addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, row] {
        if (row.kind == Row::Kind::New)
            Q_EMIT creationDropped(row.name);
        else
            Q_EMIT deletionToggled(row.name);
    });
}

void IndexesCard::setFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

} // namespace stator::ui

#include "moc_indexes_card.cpp"
