#include "features/items/paste_plan.h"

#include <algorithm>

#include <QCoreApplication>
#include <QUndoStack>

#include "bridge/text.h"
#include "document/json_reader.h"
#include "grid/grid_view.h"
#include "models/change_set.h"
#include "models/item_grid_model.h"
#include "models/value_text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostPasted = 1000;

class Words {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::PastePlan)
};

QString sideText(const std::optional<document::ValueView> &value)
{
    return value ? oneLine(toUtf8(shortText(*value)), 400) : Words::tr("absent");
}

PastedValue planCell(const ItemGridModel &model, const TableShape &table, const QModelIndex &index, const QString &text)
{
    const ItemGridModel::Row row = model.rowAt(index.row());
    PastedValue pasted;
    pasted.attribute = toQt(model.columnName(index.column()));
    pasted.after = oneLine(toUtf8(text), 400);
    if (!row.isLoaded) {
        pasted.refusal = Words::tr("The row is not loaded.");
        return pasted;
    }
    pasted.item = keyText(table.keys, row.shown);
    pasted.before = sideText(model.valueAt(row, index.column()));
    pasted.refusal = model.editRefusal(index);
    if (!pasted.refusal.isEmpty())
        return pasted;
    auto value = valueFromText(model.typeFor(index), text);
    if (!value.ok()) {
        pasted.refusal = toQt(value.error().message);
        return pasted;
    }
    pasted.key = document::Item(row.key);
    if (row.read)
        pasted.base.emplace(row.base);
    pasted.value = std::move(*value);
    return pasted;
}

PastePlan planCells(const GridView &view, const TableShape &table, const QString &text)
{
    PastePlan plan;
    const ItemGridModel &model = *view.gridModel();
    const QModelIndex current = view.currentIndex();
    if (!current.isValid()) {
        plan.fault = Words::tr("No cell is chosen to paste into.");
        return plan;
    }
    QStringList lines = text.split(u'\n');
    while (lines.size() > 1 && lines.last().trimmed().isEmpty())
        lines.removeLast();
    const std::vector<int> &columns = view.columnLayout().visible();
    if (lines.size() == 1 && !text.contains(u'\t') && view.selectedRowCount() > 0) {
        const QList<int> rows = view.selectedRows(kMostPasted + 1);
        plan.isCut = rows.size() > kMostPasted;
        for (const int row : rows.first(std::min<qsizetype>(rows.size(), kMostPasted)))
            for (const int column : columns)
                if (view.selectionModel()->isSelected(model.index(row, column)))
                    plan.values.push_back(planCell(model, table, model.index(row, column), lines.first()));
        return plan;
    }
    plan.isCut = lines.size() > kMostPasted;
    const int place = view.columnLayout().placeOf(current.column());
    for (int i = 0; i < std::min<int>(static_cast<int>(lines.size()), kMostPasted); ++i) {
        const int row = current.row() + i;
        QString line = lines.at(i);
        if (line.endsWith(u'\r'))
            line.chop(1);
        const QStringList fields = line.split(u'\t');
        for (int j = 0; j < fields.size() && place + j < static_cast<int>(columns.size()) && row < model.rowCount(); ++j)
            plan.values.push_back(planCell(model, table, model.index(row, columns[static_cast<std::size_t>(place + j)]), fields.at(j)));
    }
    return plan;
}

// Attributes that one item has otherwise than the other.
QStringList differentNames(const document::Item &before, const document::Item &after)
{
    QStringList names;
    for (const auto &member : after.view().attributes())
        if (const auto was = before.view().attribute(member.name); !was || !(*was == member.value))
            names.append(toQt(member.name));
    for (const auto &member : before.view().attributes())
        if (!after.view().attribute(member.name))
            names.append(toQt(member.name));
    return names;
}

PastePlan planItems(const GridView &view, const TableShape &table, const QString &text)
{
    PastePlan plan;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    std::vector<std::string> documents;
    // An item a line, or one over many lines.
    auto whole = document::parseItem(toUtf8(text));
    if (whole.ok()) {
        documents.push_back(std::move(*whole).takeBytes());
    } else {
        for (const QString &line : lines) {
            auto item = document::parseItem(toUtf8(line));
            if (!item.ok()) {
                plan.fault = Words::tr("The text is not DynamoDB JSON: %1").arg(toQt(item.error().message));
                return plan;
            }
            documents.push_back(std::move(*item).takeBytes());
        }
    }
    plan.isCut = documents.size() > static_cast<std::size_t>(kMostPasted);
    documents.resize(std::min(documents.size(), static_cast<std::size_t>(kMostPasted)));
    const ItemGridModel &model = *view.gridModel();
    for (std::string &bytes : documents) {
        PastedValue pasted;
        pasted.whole.emplace(std::move(bytes));
        const auto key = keyOf(table.keys, pasted.whole->view());
        pasted.after = Words::tr("%Ln attribute(s)", nullptr, static_cast<int>(pasted.whole->view().attributeCount()));
        if (!key) {
            pasted.refusal = Words::tr("The item lacks a key attribute, or it is of another type.");
            plan.values.push_back(std::move(pasted));
            continue;
        }
        pasted.item = keyText(table.keys, key->view());
        pasted.key = *key;
        const int row = model.findRow(key->bytes(), view.firstVisibleRow() - kMostPasted, view.lastVisibleRow() + kMostPasted);
        if (row >= 0 && model.rowAt(row).read)
            pasted.base.emplace(model.rowAt(row).base);
        pasted.before = pasted.base ? Words::tr("%Ln attribute(s)", nullptr, static_cast<int>(pasted.base->view().attributeCount()))
                                    : Words::tr("no item");
        if (pasted.base && *pasted.base == *pasted.whole)
            pasted.refusal = Words::tr("The item is like this already.");
        else if (pasted.base)
            pasted.after = differentNames(*pasted.base, *pasted.whole).join(u", "_s);
        plan.values.push_back(std::move(pasted));
    }
    return plan;
}

} // namespace

int PastePlan::stagedCount() const
{
    return static_cast<int>(std::count_if(values.begin(), values.end(), [](const PastedValue &value) { return value.refusal.isEmpty(); }));
}

PastePlan planPaste(const GridView &view, const TableShape &table, const QString &text)
{
    if (text.trimmed().isEmpty()) {
        PastePlan plan;
        plan.fault = Words::tr("There is no text to paste.");
        return plan;
    }
    return text.trimmed().startsWith(u'{') ? planItems(view, table, text.trimmed()) : planCells(view, table, text);
}

void stagePaste(const PastePlan &plan, ChangeSet &changes, QUndoStack &undoStack)
{
    if (plan.stagedCount() == 0)
        return;
    const QString label = Words::tr("Paste");
    undoStack.beginMacro(label);
    for (const PastedValue &pasted : plan.values) {
        if (!pasted.refusal.isEmpty())
            continue;
        if (pasted.whole)
            changes.stage(pasted.key, pasted.base, *pasted.whole, label);
        else
            changes.stageAttribute(pasted.key, pasted.base, toUtf8(pasted.attribute), pasted.value, label);
    }
    undoStack.endMacro();
}

} // namespace stator::ui
