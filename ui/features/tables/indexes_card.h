// The indexes of a table: what they are, how far they are built, which come, change and go.
#pragma once

#include "features/tables/table_settings.h"
#include "widgets/card.h"

namespace stator::ui {

class ThemedLabel;

class IndexesCard : public Card {
    Q_OBJECT
public:
    explicit IndexesCard(QWidget *parent = nullptr);

    void show(const api::TableDescription &table, const TableSettings &now, const TableSettings &wanted);
    void setFault(const QString &sentence);

Q_SIGNALS:
    void newRequested();
    void deletionToggled(const QString &name);
    void creationDropped(const QString &name);
    void settingsRequested(const QString &name);

private:
    struct Row {
        QString name, keys, facts, state;
        enum class Kind { Local, Global, Vector, Deleted, New } kind = Kind::Global;
        bool isBusy = false;
        bool isChanged = false;
        bool operator==(const Row &) const = default;
    };
    static QList<Row> rowsOf(const api::TableDescription &table, const TableSettings &now, const TableSettings &wanted);
    QWidget *makeRow(const Row &row);
    void addButtons(const Row &row, QHBoxLayout &line);

    QList<Row> m_shown;
    QVBoxLayout *m_rows;
    ThemedLabel *m_fault;
};

} // namespace stator::ui
