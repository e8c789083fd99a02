#include "features/tables/indexes_card.h"

#include <QPushButton>
#include <QToolButton>

#include "bridge/text.h"
#include "widgets/elided_label.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

class Texts {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::IndexesCard)

public:
    // "country (S), city (S) · year (N)"
    static QString keys(const QList<KeyField> &partition, const QList<KeyField> &sort)
    {
        const auto part = [](const QList<KeyField> &fields) {
            QStringList names;
            for (const KeyField &field : fields)
                names.append(field.name + QStringLiteral(" (") + toQt(api::wireName(field.type)) + u')');
            return names.join(QStringLiteral(", "));
        };
        const bool hasSort = !sort.isEmpty() && !sort.front().name.isEmpty();
        return hasSort ? part(partition) + QStringLiteral(" · ") + part(sort) : part(partition);
    }

    static QString projection(const std::optional<api::Projection> &projection)
    {
        if (!projection || !projection->projectionType || *projection->projectionType == api::ProjectionType::All)
            return tr("all attributes");
        if (*projection->projectionType == api::ProjectionType::KeysOnly)
            return tr("keys only");
        QStringList names;
        if (projection->nonKeyAttributes)
            for (const auto &name : *projection->nonKeyAttributes)
                names.append(toQt(name));
        //: %1 lists attributes: "keys and total, note".
        return tr("keys and %1").arg(names.join(QStringLiteral(", ")));
    }

    // "all attributes · 1.2 MB · 12,480 items"
    template <class Index>
    static QString facts(const Index &index)
    {
        QStringList parts{projection(index.projection)};
        if (index.indexSizeBytes)
            parts.append(sizeText(*index.indexSizeBytes));
        if (index.itemCount)
            parts.append(tr("%Ln item(s)", nullptr, static_cast<int>(*index.itemCount)));
        return parts.join(QStringLiteral(" · "));
    }

    static QString state(const api::GlobalSecondaryIndexDescription &index, const api::TableDescription &table)
    {
        if (!index.indexStatus)
            return {};
        switch (*index.indexStatus) {
        case api::IndexStatus::Active:
            return tr("Active");
        case api::IndexStatus::Deleting:
            return tr("Going");
        case api::IndexStatus::Updating:
            return tr("Updating");
        case api::IndexStatus::Creating:
            break;
        }
        if (!index.backfilling.value_or(false) || !table.itemCount.value_or(0))
            return tr("Being made");
        const double share = static_cast<double>(index.itemCount.value_or(0)) / static_cast<double>(*table.itemCount);
        //: %1 is a percentage.
        return tr("Backfill %1, still usable").arg(percentText(std::min(share, 1.0)));
    }

    static QString localKind() { return tr("Local"); }
    static QString toBeDeleted() { return tr("To be deleted"); }
    static QString toBeMade() { return tr("To be made"); }
};

} // namespace

IndexesCard::IndexesCard(QWidget *parent)
    : Card(parent), m_rows(new QVBoxLayout), m_fault(new ThemedLabel({}, TextStyle::Caption, Role::Error))
{
    body()->addWidget(new ThemedLabel(tr("Indexes"), TextStyle::Section));
    m_rows->setSpacing(4);
    body()->addLayout(m_rows);
    m_fault->setWordWrap(true);
    m_fault->hide();
    body()->addWidget(m_fault);
    auto *add = new QPushButton(tr("New Index…"));
    body()->addWidget(add, 0, Qt::AlignLeading);
    connect(add, &QPushButton::clicked, this, &IndexesCard::newRequested);
}

QList<IndexesCard::Row> IndexesCard::rowsOf(const api::TableDescription &table, const TableSettings &wanted)
{
    QList<Row> rows;
    const auto keysOf = [&table](const auto &index) {
        return index.keySchema ? Texts::keys(keyFieldsOf(table, *index.keySchema, api::KeyType::Hash),
                                             keyFieldsOf(table, *index.keySchema, api::KeyType::Range))
                               : QString();
    };
    if (table.globalSecondaryIndexes) {
        for (const auto &index : *table.globalSecondaryIndexes) {
            Row row{toQt(index.indexName), keysOf(index), Texts::facts(index), Texts::state(index, table)};
            row.isBusy = index.indexStatus && *index.indexStatus != api::IndexStatus::Active;
            if (wanted.deletedIndexes.contains(row.name)) {
                row.kind = Row::Kind::Deleted;
                row.state = Texts::toBeDeleted();
            }
            rows.append(row);
        }
    }
    if (table.localSecondaryIndexes)
        for (const auto &index : *table.localSecondaryIndexes)
            rows.append(Row{toQt(index.indexName), keysOf(index), Texts::facts(index), Texts::localKind(), Row::Kind::Local});
    for (const IndexDraft &index : wanted.newIndexes)
        rows.append(Row{index.name, Texts::keys({index.partition}, {index.sort}), Texts::projection(projectionOf(index)),
                        Texts::toBeMade(), Row::Kind::New});
    return rows;
}

void IndexesCard::show(const api::TableDescription &table, const TableSettings &wanted)
{
    const QList<Row> rows = rowsOf(table, wanted);
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
    const bool isPending = row.kind == Row::Kind::Deleted || row.kind == Row::Kind::New;
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
    if (row.kind == Row::Kind::Local) {
        widget->setToolTip(tr("A local index stays as long as its table."));
        return widget;
    }
    auto *button = makeIconButton(row.kind == Row::Kind::Deleted ? QStringLiteral("undo") : QStringLiteral("delete"),
                                  row.kind == Row::Kind::Deleted ? tr("Keep %1").arg(row.name)
                                  : row.kind == Row::Kind::New   ? tr("Do Not Make %1").arg(row.name)
                                                                 : tr("Delete %1").arg(row.name));
    button->setEnabled(!row.isBusy);
    line->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, row] {
        if (row.kind == Row::Kind::New)
            Q_EMIT creationDropped(row.name);
        else
            Q_EMIT deletionToggled(row.name);
    });
    return widget;
}

void IndexesCard::setFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

} // namespace stator::ui
