#include "grid/cell_painter.h"

#include <algorithm>

#include <QDateTime>
#include <QPixmapCache>

#include "bridge/text.h"
#include "models/change_set.h"
#include "models/time_left.h"
#include "models/value_text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using document::ValueType;
using theme::Role;
using theme::TextStyle;

namespace {

constexpr double kFreshShare = 0.28;

// Fine diagonals: nothing is here, not even null.
QPixmap hatch(const theme::Scheme &scheme, qreal ratio)
{
    const QString name = u"stator-absent-%1-%2-%3"_s.arg(scheme.isDark).arg(scheme.isHighContrast).arg(ratio);
    QPixmap tile;
    if (QPixmapCache::find(name, &tile))
        return tile;
    constexpr int kSide = 8;
    tile = QPixmap(static_cast<int>(kSide * ratio), static_cast<int>(kSide * ratio));
    tile.setDevicePixelRatio(ratio);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::mix(scheme.color(Role::Page), scheme.color(Role::Hairline), 0.75), 1));
    for (const int offset : {-kSide, 0, kSide})
        painter.drawLine(QPointF(offset, kSide), QPointF(offset + kSide, 0));
    painter.end();
    QPixmapCache::insert(name, tile);
    return tile;
}

bool isChangedCell(const ItemGridModel::Row &row, const std::string &name)
{
    if (!row.edit || !row.edit->base || !row.edit->wanted)
        return false;
    const auto before = row.edit->base->view().attribute(name);
    const auto after = row.edit->wanted->view().attribute(name);
    return before.has_value() != after.has_value() || (before && !(*before == *after));
}

} // namespace

CellPainter::CellPainter(QPainter &painter, const ItemGridModel &model)
    : m_painter(painter), m_model(model), m_font(theme::font(TextStyle::Body)), m_mono(theme::monoFont()),
      m_caption(theme::monoFont(TextStyle::Caption)), m_metrics(m_font), m_monoMetrics(m_mono),
      m_captionMetrics(m_caption), m_scheme(theme::scheme()),
      m_line(theme::mix(m_scheme.color(Role::Page), m_scheme.color(Role::Hairline), m_scheme.isHighContrast ? 1 : 0.7))
{
}

QColor CellPainter::background(const ItemGridModel::Row &row, int column, bool isSelected) const
{
    QColor color = m_scheme.color(Role::Page);
    if (row.edit) {
        using State = StagedEdit::State;
        switch (row.edit->state()) {
        case State::Added:
            color = m_scheme.color(Role::TintAdded);
            break;
        case State::Deleted:
            color = m_scheme.color(Role::TintDeleted);
            break;
        case State::Changed:
            if (isChangedCell(row, m_model.columnName(column)))
                color = m_scheme.color(Role::TintChanged);
            break;
        case State::Conflict:
            color = m_scheme.color(Role::TintConflict);
            break;
        }
    }
    if (const double fresh = m_model.freshness(row, column); fresh > 0)
        color = theme::mix(color, m_scheme.color(Role::Accent), kFreshShare * fresh);
    if (isSelected)
        color = row.edit ? theme::mix(color, m_scheme.color(Role::Selection), 0.6) : m_scheme.color(Role::Selection);
    return color;
}

bool CellPainter::isTimeToLive(int column) const
{
    return !m_model.timeToLive().empty() && m_model.columnName(column) == m_model.timeToLive();
}

int CellPainter::text(const QRect &rect, const QFont &font, const QFontMetrics &metrics, const QColor &color,
                      const QString &text, Qt::Alignment alignment)
{
    if (rect.width() <= 0 || text.isEmpty())
        return 0;
    m_painter.setFont(font);
    m_painter.setPen(color);
    // What cannot fit in any font is not measured.
    const QString &part = text.size() > rect.width() ? text.left(rect.width()) : text;
    int width = metrics.horizontalAdvance(part);
    QString shown = part;
    if (width > rect.width() || part.size() < text.size()) {
        // The front is kept, also of numbers: their size is told by it.
        shown = metrics.elidedText(part.size() < text.size() ? part + u'…' : part, Qt::ElideRight, rect.width());
        width = metrics.horizontalAdvance(shown);
    }
    const bool isRight = alignment.testFlag(Qt::AlignRight);
    const int x = isRight ? rect.right() + 1 - width : rect.left();
    const int y = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    // By what it holds: data is not mirrored with the window, a minus stays in front.
    m_painter.setLayoutDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    m_painter.drawText(x, y, shown);
    if (m_isStruck)
        m_painter.fillRect(QRect(x, y - metrics.strikeOutPos(), width, std::max(1, theme::px(1))), color);
    return width;
}

void CellPainter::nullCapsule(const QRect &rect)
{
    const QString word = u"null"_s;
    const int width = m_captionMetrics.horizontalAdvance(word) + theme::px(12);
    const int height = m_captionMetrics.height() + theme::px(2);
    const QRect capsule(rect.left(), rect.top() + (rect.height() - height) / 2, std::min(width, rect.width()), height);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(m_scheme.color(Role::Edge));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(QRectF(capsule).adjusted(0.5, 0.5, -0.5, -0.5), height / 2.0, height / 2.0);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    text(capsule.adjusted(theme::px(6), 0, 0, 0), m_caption, m_captionMetrics, m_scheme.color(Role::SecondText), word,
         Qt::AlignLeft);
}

void CellPainter::fold(const QRect &rect, const ItemGridModel::Row &row)
{
    QString joined;
    for (const PlannedColumn &folded : m_model.columns().folded()) {
        const auto value = row.shown.attribute(folded.name);
        if (!value)
            continue;
        if (!joined.isEmpty())
            joined += u", "_s;
        joined += oneLine(folded.name, 40) + u": "_s + cellText(value).text;
        if (joined.size() > rect.width())
            break;
    }
    text(rect, m_font, m_metrics, m_scheme.color(Role::SecondText), joined, Qt::AlignLeft);
}

void CellPainter::cell(const QRect &rect, const ItemGridModel::Row &row, int column, bool isSelected, bool isMixed)
{
    const auto value = m_model.valueAt(row, column);
    const bool isFold = m_model.isFold(column);
    m_painter.fillRect(rect, background(row, column, isSelected));
    m_isStruck = row.isDeleted || row.isGone;
    const QColor main = m_isStruck ? m_scheme.color(Role::SecondText) : m_scheme.color(Role::Text);
    const QColor second = m_scheme.color(Role::SecondText);
    QRect inner = rect.adjusted(padding(), 0, -padding(), -1);
    if (isFold) {
        fold(inner, row);
    } else if (m_model.isScore(column)) {
        text(inner, m_mono, m_monoMetrics, main, row.score ? QString::number(*row.score, 'g', 6) : QString(), Qt::AlignRight);
    } else if (!value) {
        m_painter.setBrushOrigin(rect.topLeft());
        const QPixmap tile = hatch(m_scheme, m_painter.device()->devicePixelRatioF());
        m_painter.fillRect(rect.adjusted(0, 0, -1, -1), QBrush(tile));
    } else {
        if (isMixed) {
            const QString code = valueTypeCode(value->type());
            const int width = m_captionMetrics.horizontalAdvance(u"BOOL"_s);
            text(QRect(inner.left(), inner.top(), width, inner.height()), m_caption, m_captionMetrics, second, code,
                 Qt::AlignLeft);
            inner.setLeft(inner.left() + width + theme::px(6));
        }
        CellText content = cellText(value);
        if (isTimeToLive(column))
            content.trailing = timeLeftText(*value, QDateTime::currentSecsSinceEpoch());
        int trailing = 0;
        if (!content.trailing.isEmpty())
            trailing = std::min(m_metrics.horizontalAdvance(content.trailing) + theme::px(6), inner.width() / 2);
        const QRect front = inner.adjusted(0, 0, -trailing, 0);
        int used = 0;
        switch (content.kind) {
        case CellKind::Null:
            nullCapsule(inner);
            break;
        case CellKind::EmptyText:
            text(inner, m_mono, m_monoMetrics, second, content.text, Qt::AlignLeft);
            break;
        case CellKind::Number:
            used = text(front, m_mono, m_monoMetrics, main, content.text, isMixed ? Qt::AlignLeft : Qt::AlignRight);
            if (!isMixed)
                used = front.width(); // what follows stands behind the edge
            break;
        case CellKind::Binary:
            used = text(front, m_mono, m_monoMetrics, main, content.text, Qt::AlignLeft);
            break;
        case CellKind::False:
            text(inner, m_font, m_metrics, second, content.text, Qt::AlignLeft);
            break;
        default:
            used = m_isMono ? text(front, m_mono, m_monoMetrics, main, content.text, Qt::AlignLeft)
                            : text(front, m_font, m_metrics, main, content.text, Qt::AlignLeft);
            break;
        }
        if (trailing > 0)
            text(QRect(front.left() + used + theme::px(6), inner.top(), trailing - theme::px(6), inner.height()), m_font,
                 m_metrics, second, content.trailing, Qt::AlignLeft);
    }
    m_isStruck = false;
    m_painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_line);
    m_painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), m_line);
    if (row.edit && isChangedCell(row, m_model.columnName(column)))
        m_painter.fillRect(QRect(rect.left(), rect.top(), theme::px(2), rect.height() - 1),
                           m_scheme.color(row.edit->conflict.isEmpty() ? Role::Accent : Role::Warning));
}

void CellPainter::placeholder(const QRect &rect, int row, int column)
{
    m_painter.fillRect(rect, m_scheme.color(Role::Page));
    // Bars of several lengths: rows in place, not yet read.
    const int share = 35 + (row * 37 + column * 53) % 45;
    const QRect inner = rect.adjusted(padding(), 0, -padding(), 0);
    const int height = theme::px(8);
    m_painter.fillRect(QRect(inner.left(), rect.top() + (rect.height() - height) / 2, inner.width() * share / 100, height),
                       m_scheme.color(Role::Sunken));
    m_painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_line);
    m_painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), m_line);
}

void CellPainter::swatch(QPainter &painter, const QRect &rect, int entity, const QString &letter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor color = theme::scheme().series(entity);
    painter.setBrush(color);
    painter.drawRoundedRect(rect, theme::px(3), theme::px(3));
    painter.setRenderHint(QPainter::Antialiasing, false);
    QFont font = theme::font(TextStyle::Caption);
    font.setWeight(QFont::DemiBold);
    font.setPixelSize(std::max(8, rect.height() * 10 / 14));
    painter.setFont(font);
    const double onWhite = theme::contrastRatio(color, Qt::white);
    painter.setPen(onWhite >= theme::contrastRatio(color, QColor(0x0F1216)) ? QColor(Qt::white) : QColor(0x0F1216));
    painter.drawText(rect, Qt::AlignCenter, letter);
}

void CellPainter::gutter(const QRect &rect, const ItemGridModel::Row &row, bool isSelected)
{
    QColor color = m_scheme.color(Role::Window);
    QChar sign;
    Role signRole = Role::Text;
    if (row.edit) {
        using State = StagedEdit::State;
        switch (row.edit->state()) {
        case State::Added:
            sign = u'+', signRole = Role::Ok, color = m_scheme.color(Role::TintAdded);
            break;
        case State::Changed:
            sign = u'~', signRole = Role::Accent, color = m_scheme.color(Role::TintChanged);
            break;
        case State::Deleted:
            sign = u'−', signRole = Role::Error, color = m_scheme.color(Role::TintDeleted);
            break;
        case State::Conflict:
            sign = u'!', signRole = Role::Warning, color = m_scheme.color(Role::TintConflict);
            break;
        }
    }
    m_painter.fillRect(rect, isSelected ? m_scheme.color(Role::Selection) : color);
    const int side = theme::px(14);
    const bool hasEntity = row.entity >= 0;
    if (hasEntity) {
        const int x = row.edit ? rect.right() - side - theme::px(1) : rect.left() + (rect.width() - side) / 2;
        const auto &entity = m_model.entities().entities()[static_cast<std::size_t>(row.entity)];
        swatch(m_painter, QRect(x, rect.top() + (rect.height() - side) / 2, side, side), row.entity, entity.letter());
    }
    if (!sign.isNull()) {
        QFont font = m_mono;
        font.setWeight(QFont::Bold);
        const QRect at = hasEntity ? QRect(rect.left(), rect.top(), rect.width() - side - theme::px(2), rect.height()) : rect;
        m_painter.setFont(font);
        m_painter.setPen(m_scheme.color(signRole));
        m_painter.drawText(at, Qt::AlignCenter, QString(sign));
    }
    m_painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_line);
    m_painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), m_scheme.color(Role::Hairline));
}

int CellPainter::contentWidth(const ItemGridModel &model, const ItemGridModel::Row &row, int column, bool isMixed)
{
    if (model.isScore(column) && row.score)
        return QFontMetrics(theme::monoFont()).horizontalAdvance(QString::number(*row.score, 'g', 6)) + 2 * padding() + theme::px(4);
    const auto value = model.valueAt(row, column);
    if (!value)
        return 0;
    const CellText content = cellText(value);
    const bool isMono = content.kind == CellKind::Number || content.kind == CellKind::Binary ||
                        content.kind == CellKind::EmptyText;
    const QFontMetrics metrics(isMono ? theme::monoFont() : theme::font(TextStyle::Body));
    int width = metrics.horizontalAdvance(content.text) + 2 * padding() + theme::px(4);
    if (content.kind == CellKind::Null)
        width += theme::px(12);
    if (model.timeToLive() == model.columnName(column) && !model.timeToLive().empty())
        width += QFontMetrics(theme::font(TextStyle::Body)).horizontalAdvance(timeLeftText(*value, QDateTime::currentSecsSinceEpoch())) + theme::px(8);
    if (!content.trailing.isEmpty())
        width += QFontMetrics(theme::font(TextStyle::Body)).horizontalAdvance(content.trailing) + theme::px(6);
    if (isMixed)
        width += QFontMetrics(theme::monoFont(TextStyle::Caption)).horizontalAdvance(u"BOOL"_s) + theme::px(6);
    return width;
}

} // namespace stator::ui
