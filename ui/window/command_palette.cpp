#include "window/command_palette.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "theme/icons.h"
#include "theme/style_controls.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kMostShown = 60;
constexpr int kMostRecent = 20;

enum Roles { PathRole = Qt::UserRole + 1, ShortcutRole, ReasonRole, PositionsRole };

class PaletteDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {theme::px(200), theme::px(32)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const QRect row = option.rect;
        if (option.state.testFlag(QStyle::State_Selected))
            theme::drawRounded(painter, QRectF(row).adjusted(6, 1, -6, -1), theme::color(Role::Selection),
                               {});
        const auto mirrored = [&](const QRect &part) {
            return QStyle::visualRect(option.direction, row, part);
        };
        const bool isDisabled = !index.data(ReasonRole).toString().isEmpty();
        const int icon = theme::px(16);
        const int left = row.left() + theme::px(16);
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, mirrored(QRect(left, row.center().y() - icon / 2 + 1, icon, icon)),
                   Qt::AlignCenter, isDisabled ? QIcon::Disabled : QIcon::Normal);
        const int right = paintRight(painter, index, row, mirrored);
        const int textLeft = left + icon + theme::px(10);
        const int titleEnd = paintTitle(
            painter, option, index, QRect(textLeft, row.top(), right - textLeft, row.height()), isDisabled);
        const QString path = isDisabled ? index.data(ReasonRole).toString() : index.data(PathRole).toString();
        const QRect rest(titleEnd + theme::px(10), row.top(), right - titleEnd - theme::px(16), row.height());
        if (!path.isEmpty() && rest.width() > theme::px(30)) {
            painter->setFont(theme::font(TextStyle::Body));
            painter->setPen(theme::color(Role::SecondText));
            painter->drawText(mirrored(rest), leading(option) | Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(path, Qt::ElideRight, rest.width()));
        }
        painter->restore();
    }

private:
    static int leading(const QStyleOptionViewItem &option)
    {
        return static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    }

    template <class Mirror>
    static int paintRight(QPainter *painter, const QModelIndex &index, const QRect &row, Mirror mirrored)
    {
        const QString keys = index.data(ShortcutRole).toString();
        int right = row.right() - theme::px(16);
        if (keys.isEmpty())
            return right;
        painter->setFont(theme::font(TextStyle::Caption));
        const int width = painter->fontMetrics().horizontalAdvance(keys) + theme::px(12);
        const QRect cap(right - width, row.center().y() - theme::px(9), width, theme::px(20));
        theme::drawRounded(painter, mirrored(cap), {}, theme::color(Role::Hairline));
        painter->setPen(theme::color(Role::SecondText));
        painter->drawText(mirrored(cap), Qt::AlignCenter, keys);
        return right - width - theme::px(8);
    }

    // The typed letters are heavier. Returns where the title ends, unmirrored.
    static int paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                          const QRect &area, bool isDisabled)
    {
        const QString title = index.data().toString();
        const QList<int> positions = index.data(PositionsRole).value<QList<int>>();
        painter->setPen(isDisabled ? theme::color(Role::SecondText) : theme::color(Role::Text));
        QFont light = theme::font(TextStyle::Body);
        const QFont heavy = theme::font(TextStyle::Strong);
        int x = area.left();
        for (qsizetype from = 0; from < title.size();) {
            const bool isTyped = positions.contains(static_cast<int>(from));
            qsizetype to = from;
            while (to < title.size() && positions.contains(static_cast<int>(to)) == isTyped)
                ++to;
            const QString run = title.mid(from, to - from);
            painter->setFont(isTyped ? heavy : light);
            const int width = std::min(painter->fontMetrics().horizontalAdvance(run), area.right() - x);
            const QRect part = QStyle::visualRect(option.direction, option.rect,
                                                  QRect(x, area.top(), width + 1, area.height()));
            painter->drawText(part, leading(option) | Qt::AlignVCenter | Qt::TextSingleLine, run);
            x += width;
            from = to;
        }
        return x;
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QWidget(window), m_field(new QLineEdit), m_list(new QListView), m_model(new QStandardItemModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 6);
    column->setSpacing(0);
    m_field->setFrame(false);
    m_field->setAccessibleName(tr("Search tables, pages and commands"));
    m_field->addAction(theme::icon(QStringLiteral("search"), Role::SecondText), QLineEdit::LeadingPosition);
    m_field->setMinimumHeight(theme::px(42));
    m_field->setContentsMargins(8, 2, 8, 2);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_field);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addSpacing(4);
    column->addWidget(m_list, 1);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    hide();
}

void CommandPalette::open(const QList<PaletteEntry> &entries, const QString &text, const QString &prompt)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_entries = entries;
    m_fixedEntries = entries.size();
    m_field->setPlaceholderText(prompt);
    m_field->setText(text);
    search();
    place();
    raise();
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int width = std::min(theme::px(640), window->width() - 32);
    const int rows = std::max(1, std::min(static_cast<int>(m_matches.size()), 11));
    const int height = m_field->sizeHint().height() + theme::px(24) + rows * theme::px(32);
    setGeometry((window->width() - width) / 2, theme::px(44), width,
                std::min(height, window->height() - theme::px(90)));
}

void CommandPalette::search()
{
    m_entries.resize(m_fixedEntries);
    m_matches = searchPalette(m_entries, m_field->text(), m_recent);
    if (m_typedEntries) {
        m_entries.append(m_typedEntries(m_field->text()));
        for (qsizetype i = m_entries.size() - 1; i >= m_fixedEntries; --i)
            m_matches.prepend({i, 0, {}});
    }
    if (m_matches.size() > kMostShown)
        m_matches.resize(kMostShown);
    m_model->clear();
    for (const PaletteMatch &match : std::as_const(m_matches)) {
        const PaletteEntry &entry = m_entries.at(match.entry);
        auto *item = new QStandardItem(theme::icon(entry.icon, Role::SecondText), entry.title);
        item->setData(entry.path, PathRole);
        item->setData(entry.shortcut, ShortcutRole);
        item->setData(entry.disabledReason, ReasonRole);
        item->setData(QVariant::fromValue(match.positions), PositionsRole);
        m_model->appendRow(item);
    }
    if (m_matches.isEmpty()) {
        auto *nothing = new QStandardItem(tr("Nothing is called that"));
        nothing->setSelectable(false);
        m_model->appendRow(nothing);
    } else {
        m_list->setCurrentIndex(m_model->index(0, 0));
    }
    if (isVisible())
        place();
}

void CommandPalette::choose(int row)
{
    if (row < 0 || row >= m_matches.size())
        return;
    const PaletteEntry entry = m_entries.at(m_matches.at(row).entry);
    if (!entry.disabledReason.isEmpty() || !entry.run)
        return;
    m_recent.removeAll(entry.id);
    m_recent.prepend(entry.id);
    if (m_recent.size() > kMostRecent)
        m_recent.removeLast();
    leave();
    entry.run();
}

void CommandPalette::leave()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
        return false;
    }
    if (watched != m_field)
        return false;
    // Without the focus there is nothing to type into: a click elsewhere closes it, and keeps its own focus.
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason) {
        m_focusBefore.clear();
        leave();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const int row = m_list->currentIndex().row();
    const int last = static_cast<int>(m_matches.size()) - 1;
    const auto go = [&](int to) {
        m_list->setCurrentIndex(m_model->index(std::clamp(to, 0, std::max(last, 0)), 0));
    };
    switch (key->key()) {
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(row);
        return true;
    case Qt::Key_Down:
        go(row == last ? 0 : row + 1);
        return true;
    case Qt::Key_Up:
        go(row <= 0 ? last : row - 1);
        return true;
    case Qt::Key_PageDown:
        go(row + 8);
        return true;
    case Qt::Key_PageUp:
        go(row - 8);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    theme::drawRounded(&painter, rect(), theme::color(Role::Page), theme::color(Role::Edge), 6);
}

} // namespace stator::ui

#include "moc_command_palette.cpp"
