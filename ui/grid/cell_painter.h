// Paints the cells of the item grid with fillRect and drawText alone. One is made for a paint event; it looks up
// colours and fonts once.
#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QPainter>
#include <QPixmap>

#include "models/item_grid_model.h"
#include "theme/theme.h"

namespace stator::ui {

class CellPainter {
public:
    CellPainter(QPainter &painter, const ItemGridModel &model);

    // Text of the cells that follow is a key: in JetBrains Mono.
    void setKey(bool isKey) { m_isMono = isKey; }
    void cell(const QRect &rect, const ItemGridModel::Row &row, int column, bool isSelected, bool isMixed);
    void placeholder(const QRect &rect, int row, int column);
    void gutter(const QRect &rect, const ItemGridModel::Row &row, bool isSelected);

    // Widths of text as cell() draws it, for fitting a column.
    static int contentWidth(const ItemGridModel &model, const ItemGridModel::Row &row, int column, bool isMixed);
    static int padding() { return theme::px(8); }
    // A rounded square in the colour of the n-th entity with its letter.
    static void swatch(QPainter &painter, const QRect &rect, int entity, const QString &letter);

private:
    QColor background(const ItemGridModel::Row &row, int column, bool isSelected) const;
    bool isTimeToLive(int column) const;
    int text(const QRect &rect, const QFont &font, const QFontMetrics &metrics, const QColor &color,
             const QString &text, Qt::Alignment alignment);
    void fold(const QRect &rect, const ItemGridModel::Row &row);
    void nullCapsule(const QRect &rect);

    QPainter &m_painter;
    const ItemGridModel &m_model;
    QFont m_font;
    QFont m_mono;
    QFont m_caption;
    QFontMetrics m_metrics;
    QFontMetrics m_monoMetrics;
    QFontMetrics m_captionMetrics;
    bool m_isMono = false;
    bool m_isStruck = false;
    const theme::Scheme &m_scheme;
    QColor m_line;
};

} // namespace stator::ui
