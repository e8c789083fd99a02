#include "features/items/editor/attribute_delegate.h"

#include <QLineEdit>
#include <QTextLayout>
#include <QTreeView>

#include "bridge/text.h"
#include "features/items/editor/attribute_tree_model.h"
#include "features/items/editor/set_field.h"
#include "features/items/editor/text_field.h"
#include "theme/icons.h"
#include "theme/theme.h"

namespace stator::ui {

using theme::Role;

namespace {

constexpr int kPadding = 6;
constexpr int kMostShownText = 2000; // more than six lines show at any width
constexpr int kMostChipLines = 3;
constexpr const char *kOldValue = "statorOldValue";

// Every digit of a number is shown: 38 of them take two or three lines.
bool isWrapped(const DraftNode &node)
{
    return (node.type == ValueType::S || node.type == ValueType::N) && !node.text.empty();
}

bool isShownAsChips(ValueType type) { return type == ValueType::SS || type == ValueType::NS; }

QFont valueFont(ValueType type)
{
    const bool isMono = type == ValueType::N || type == ValueType::B || type == ValueType::NS || type == ValueType::BS;
    return isMono ? theme::monoFont() : theme::font(theme::TextStyle::Body);
}

// Lays `text` out and returns its height; at most six lines, the rest is cut.
qreal layOut(QTextLayout &layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (int i = 0; i < TextField::kMostLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height();
    }
    layout.endLayout();
    return y;
}

QString shownText(const DraftNode &node)
{
    QString text = toQt(std::string_view(node.text).substr(0, kMostShownText));
    return text.replace(u'\n', QChar(QChar::LineSeparator));
}

struct ChipLayout {
    QList<std::pair<QRect, QString>> chips;
    qsizetype hidden = 0;
    int height = 0;
};

ChipLayout layOutChips(const DraftNode &node, int width)
{
    ChipLayout result;
    const QFontMetrics metrics(valueFont(node.type));
    const int height = metrics.lineSpacing() + theme::px(2);
    const int gap = theme::px(4);
    int x = 0, y = 0, line = 1;
    for (std::size_t i = 0; i < node.elements.size(); ++i) {
        QString text = node.elements[i].empty() ? QStringLiteral("\"\"") : toQt(node.elements[i]).left(200);
        text = metrics.elidedText(text.replace(u'\n', QChar(0x21B5)), Qt::ElideRight, std::max(width - theme::px(12), 10));
        const int chipWidth = metrics.horizontalAdvance(text) + theme::px(12);
        if (x > 0 && x + chipWidth > width) {
            if (++line > kMostChipLines) {
                result.hidden = static_cast<qsizetype>(node.elements.size() - i);
                break;
            }
            x = 0;
            y += height + gap;
        }
        result.chips.append({QRect(x, y, chipWidth, height), text});
        x += chipWidth + gap;
    }
    result.height = y + height;
    return result;
}

} // namespace

AttributeDelegate::AttributeDelegate(AttributeTreeModel *model, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model)
{
}

QRect AttributeDelegate::badgeRect(const QRect &cell)
{
    const int height = theme::px(20);
    return QRect(cell.left() + theme::px(2), cell.top() + (theme::rowHeight() - height) / 2,
                 std::min(cell.width() - theme::px(4), theme::px(46)), height);
}

void AttributeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const DraftNode &node = *m_model->node(index);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (isSelected)
        painter->fillRect(option.rect, theme::color(Role::Selection));
    else if (node.carried.empty() && m_model->areKeysFixed())
        painter->fillRect(option.rect, theme::color(Role::TintChanged));
    const QRect line(option.rect.left(), option.rect.top(), option.rect.width(), theme::rowHeight());
    if (index.column() == AttributeTreeModel::NameColumn) {
        const bool isElement = node.parent->type == ValueType::L;
        QRect text = line.adjusted(theme::px(2), 0, -theme::px(4), 0);
        if (node.isKey) {
            const int size = theme::px(14);
            theme::icon(QStringLiteral("key"), Role::SecondText)
                .paint(painter, QRect(text.right() - size, text.center().y() - size / 2, size, size));
            text.setRight(text.right() - size - theme::px(4));
        }
        painter->setFont(theme::font(theme::TextStyle::Body));
        painter->setPen(theme::color(isElement ? Role::SecondText : Role::Text));
        painter->drawText(text, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
                          painter->fontMetrics().elidedText(isElement ? QString::number(index.row()) : index.data().toString(),
                                                            Qt::ElideRight, text.width()));
    } else if (index.column() == AttributeTreeModel::TypeColumn) {
        const QRect badge = badgeRect(option.rect);
        painter->setRenderHint(QPainter::Antialiasing);
        if (!m_model->isFixed(index, AttributeTreeModel::TypeColumn) && !m_model->isReadOnly()) {
            painter->setPen(theme::color(Role::Hairline));
            painter->setBrush(theme::color(Role::Window));
            painter->drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
        painter->setFont(theme::font(theme::TextStyle::Caption));
        painter->setPen(theme::color(Role::SecondText));
        painter->drawText(badge, Qt::AlignCenter, index.data().toString());
    } else {
        paintValue(painter, option, node);
    }
    painter->restore();
}

void AttributeDelegate::paintValue(QPainter *painter, const QStyleOptionViewItem &option, const DraftNode &node) const
{
    const int pad = theme::px(kPadding);
    QRect rect = option.rect.adjusted(pad, 0, -pad, 0);
    if (!m_model->fault(m_model->indexOf(&node)).isEmpty()) {
        const int size = theme::px(14);
        theme::icon(QStringLiteral("error"), Role::Error)
            .paint(painter, QRect(rect.right() - size, rect.top() + (theme::rowHeight() - size) / 2, size, size));
        rect.setRight(rect.right() - size - theme::px(4));
    }
    const QRect line(rect.left(), rect.top(), rect.width(), theme::rowHeight());
    painter->setFont(valueFont(node.type));
    painter->setPen(theme::color(Role::Text));
    const int middle = static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading);
    if (isWrapped(node)) {
        QTextLayout layout(shownText(node), painter->font());
        layOut(layout, rect.width());
        painter->setClipRect(option.rect);
        layout.draw(painter, QPointF(rect.left(), rect.top() + (theme::rowHeight() - TextField::lineHeight()) / 2.0));
    } else if (isShownAsChips(node.type) && !node.elements.empty()) {
        paintChips(painter, rect, node, option);
    } else if (node.type == ValueType::Null) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(theme::color(Role::SecondText));
        const QRect capsule(line.left(), line.center().y() - theme::px(9), theme::px(40), theme::px(18));
        painter->drawRoundedRect(QRectF(capsule).adjusted(0.5, 0.5, -0.5, -0.5), capsule.height() / 2.0, capsule.height() / 2.0);
        painter->setFont(theme::font(theme::TextStyle::Caption));
        painter->drawText(capsule, Qt::AlignCenter, QStringLiteral("null"));
    } else if (node.type == ValueType::Bool) {
        painter->drawText(line, middle, node.boolean ? QStringLiteral("✓ true") : QStringLiteral("– false"));
    } else {
        if (node.type == ValueType::S || node.text.empty() || node.hasChildren() || model::isSet(node.type))
            painter->setPen(theme::color(Role::SecondText));
        //: In the place of a key that was not typed yet.
        const QString text = node.isKey && node.text.empty() ? tr("needed") : valueSummary(node);
        painter->drawText(line, middle, painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    }
}

void AttributeDelegate::paintChips(QPainter *painter, const QRect &rect, const DraftNode &node,
                                   const QStyleOptionViewItem &option) const
{
    const ChipLayout layout = layOutChips(node, rect.width());
    const int top = rect.top() + (theme::rowHeight() - QFontMetrics(painter->font()).lineSpacing() - theme::px(2)) / 2;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    for (const auto &[place, text] : layout.chips) {
        const QRect chip = place.translated(rect.left(), top);
        painter->setPen(theme::color(Role::Hairline));
        painter->setBrush(theme::color(Role::Window));
        painter->drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter->setPen(theme::color(Role::Text));
        painter->drawText(chip, Qt::AlignCenter, text);
    }
    if (layout.hidden > 0) {
        painter->setFont(theme::font(theme::TextStyle::Caption));
        painter->setPen(theme::color(Role::SecondText));
        painter->drawText(rect, static_cast<int>(Qt::AlignBottom | Qt::AlignTrailing),
                          tr("+%Ln", "elements not shown", static_cast<int>(layout.hidden)));
    }
}

QSize AttributeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int least = theme::rowHeight();
    QSize size(theme::px(60), least);
    if (index.column() != AttributeTreeModel::ValueColumn)
        return size;
    const DraftNode &node = *m_model->node(index);
    // Not visualRect(): the view asks for sizes to know it.
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const int column = view ? view->columnWidth(AttributeTreeModel::ValueColumn) : option.rect.width();
    const int width = std::max(column - 2 * theme::px(kPadding), theme::px(40));
    if (isWrapped(node)) {
        QTextLayout layout(shownText(node), valueFont(node.type));
        const int height = static_cast<int>(std::ceil(layOut(layout, width)));
        size.setHeight(std::max(least, height + least - TextField::lineHeight()));
    } else if (isShownAsChips(node.type) && !node.elements.empty()) {
        size.setHeight(std::max(least, layOutChips(node, width).height + theme::px(6)));
    }
    return size;
}

QWidget *AttributeDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const DraftNode &node = *m_model->node(index);
    auto *self = const_cast<AttributeDelegate *>(this);
    QWidget *editor = nullptr;
    if (index.column() == AttributeTreeModel::ValueColumn && node.type == ValueType::S) {
        auto *field = new TextField(parent);
        connect(field, &QPlainTextEdit::textChanged, this, [self, field] { Q_EMIT self->commitData(field); });
        connect(field, &TextField::heightChanged, this, [field] { field->resize(field->width(), field->wantedHeight()); });
        editor = field;
    } else if (index.column() == AttributeTreeModel::ValueColumn && model::isSet(node.type)) {
        auto *field = new SetField(node.type, parent);
        connect(field, &SetField::changed, this, [self, field] { Q_EMIT self->commitData(field); });
        connect(field, &SetField::heightChanged, this, [field] { field->resize(field->width(), field->wantedHeight()); });
        connect(field, &SetField::accepted, this, [self, field] { self->leave(field, NoHint); });
        connect(field, &SetField::cancelled, this, [self, field] { self->leave(field, NoHint); });
        editor = field;
    } else {
        auto *field = new QLineEdit(parent);
        field->setFont(index.column() == AttributeTreeModel::ValueColumn ? theme::monoFont()
                                                                          : theme::font(theme::TextStyle::Body));
        connect(field, &QLineEdit::textEdited, this, [self, field] { Q_EMIT self->commitData(field); });
        editor = field;
    }
    editor->setProperty(kOldValue, index.data(Qt::EditRole));
    //: %1 is the name of an attribute.
    editor->setAccessibleName(index.column() == AttributeTreeModel::NameColumn
                                  ? tr("Name of %1").arg(toQt(pathText(node)))
                                  : tr("Value of %1").arg(toQt(pathText(node))));
    return editor;
}

void AttributeDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const DraftNode &node = *m_model->node(index);
    if (auto *set = qobject_cast<SetField *>(editor)) {
        set->setElements(node.elements);
        return;
    }
    const QString text = index.data(Qt::EditRole).toString();
    if (auto *field = qobject_cast<TextField *>(editor)) {
        if (field->toPlainText() != text) {
            const QSignalBlocker quiet(field);
            field->setPlainText(text);
            field->selectAll();
            // The view measured the field while it was empty.
            field->resize(field->width(), std::max(field->wantedHeight(), theme::rowHeight()));
        }
    } else if (auto *line = qobject_cast<QLineEdit *>(editor); line && line->text() != text) {
        line->setText(text);
        line->selectAll();
    }
}

void AttributeDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    if (const auto *set = qobject_cast<SetField *>(editor))
        m_model->setElements(index, set->elements());
    else if (const auto *field = qobject_cast<TextField *>(editor))
        m_model->setData(index, field->toPlainText(), Qt::EditRole);
    else if (const auto *line = qobject_cast<QLineEdit *>(editor))
        m_model->setData(index, line->text(), Qt::EditRole);
}

void AttributeDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                             const QModelIndex &) const
{
    // An editor may stand over the rows below while it is open; rows do not move under the person.
    editor->setGeometry(option.rect);
    int height = std::min(option.rect.height(), theme::rowHeight());
    if (const auto *field = qobject_cast<TextField *>(editor))
        height = field->wantedHeight();
    else if (const auto *set = qobject_cast<SetField *>(editor))
        height = set->wantedHeight();
    editor->resize(option.rect.width(), std::max(height, theme::rowHeight()));
    editor->raise();
}

void AttributeDelegate::destroyEditor(QWidget *editor, const QModelIndex &index) const
{
    editor->disconnect(this);
    QStyledItemDelegate::destroyEditor(editor, index);
}

void AttributeDelegate::leave(QWidget *editor, EndEditHint hint)
{
    Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor, hint);
}

void AttributeDelegate::revert(QWidget *editor)
{
    const QString old = editor->property(kOldValue).toString();
    if (auto *field = qobject_cast<TextField *>(editor))
        field->setPlainText(old);
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setText(old);
    leave(editor, NoHint);
}

bool AttributeDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<QWidget *>(watched);
    if (!editor)
        return false;
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers() == Qt::NoModifier) {
            leave(editor, NoHint);
            return true;
        }
        // Ctrl+Enter stages; the editor above hears it once the value is in the draft.
        if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
            if (auto *set = qobject_cast<SetField *>(editor); set && !set->takeTyped())
                return true;
            leave(editor, NoHint);
            event->ignore();
            return false;
        }
        if (key->key() == Qt::Key_Escape) {
            revert(editor);
            return true;
        }
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) {
            if (auto *set = qobject_cast<SetField *>(editor); set && !set->takeTyped())
                return true;
            leave(editor, key->key() == Qt::Key_Tab ? EditNextItem : EditPreviousItem);
            return true;
        }
        return false;
    }
    if (event->type() == QEvent::FocusOut && !qobject_cast<SetField *>(editor))
        return QStyledItemDelegate::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        // Esc belongs to the field while it is open.
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
            event->accept();
        return false;
    }
    return false;
}

} // namespace stator::ui

#include "moc_attribute_delegate.cpp"
