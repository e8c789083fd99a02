#include "features/items/grid_copy.h"

#include "bridge/text.h"
#include "document/json_writer.h"
#include "features/items/editor/draft_text.h"
#include "grid/grid_view.h"
#include "models/item_grid_model.h"
#include "models/value_text.h"

namespace stator::ui {

namespace {

// More rows than anybody pastes; a selection of a whole table must not stop the window.
constexpr int kMostRows = 50'000;

template <class Each>
CopiedText copyRows(const GridView &view, const Each &each)
{
    CopiedText copied;
    const qint64 selected = view.selectedRowCount();
    for (const int row : view.selectedRows(kMostRows)) {
        const ItemGridModel::Row &there = view.gridModel()->rowAt(row);
        if (!there.isLoaded)
            continue;
        each(row, there, copied.text);
        ++copied.rows;
    }
    copied.skipped = selected - copied.rows;
    return copied;
}

} // namespace

CopiedText selectionAsTsv(const GridView &view)
{
    const ItemGridModel *model = view.gridModel();
    return copyRows(view, [&](int row, const ItemGridModel::Row &there, QString &out) {
        bool isFirst = true;
        for (const int column : view.columnLayout().visible()) {
            if (!view.selectionModel()->isSelected(model->index(row, column)))
                continue;
            if (!isFirst)
                out += u'\t';
            isFirst = false;
            QString text;
            if (const auto value = model->valueAt(there, column))
                text = plainText(*value);
            else if (!model->planned(column))
                text = model->index(row, column).data().toString();
            for (QChar &letter : text)
                if (letter == u'\t' || letter == u'\n' || letter == u'\r')
                    letter = u' ';
            out += text;
        }
        out += u'\n';
    });
}

CopiedText selectionAsDynamoDbJson(const GridView &view)
{
    return copyRows(view, [](int, const ItemGridModel::Row &there, QString &out) {
        out += toQt(document::itemToJson(there.shown)) + u'\n';
    });
}

CopiedText selectionAsJson(const GridView &view)
{
    CopiedText copied = copyRows(view, [&view](int, const ItemGridModel::Row &there, QString &out) {
        if (!out.isEmpty())
            out += QStringLiteral(",\n");
        out += toQt(draftText(ItemDraft::ofItem(there.shown, view.gridModel()->shape().keys), TextForm::Plain));
    });
    if (copied.rows > 1)
        copied.text = u'[' + copied.text + u']';
    return copied;
}

} // namespace stator::ui
