#include "window/navigator.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include "bridge/connections.h"
#include "shell/action_catalog.h"
#include "shell/page_registry.h"
#include "theme/icons.h"
#include "theme/style_controls.h"
#include "widgets/filter_field.h"
#include "widgets/labels.h"
#include "window/navigator_model.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;
using theme::TextStyle;

namespace {

// Icon, name, and at the right a count or a badge; lean, for lists of any length.
class NavigatorDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {theme::px(80), theme::px(26)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        // The highlight spans the view, under the branch arrow too; the view's own is not drawn.
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QRect view = option.widget
                               ? static_cast<const QAbstractItemView *>(option.widget)->viewport()->rect()
                               : option.rect;
        QRect row = option.rect;
        if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
            const QRectF band(view.left() + 4, row.top() + 1, view.width() - 8, row.height() - 2);
            painter->setClipRect(row.adjusted(-view.width(), 0, view.width(), 0));
            if (isSelected)
                theme::drawRounded(painter, band, theme::color(Role::Selection), {});
            else
                theme::drawRounded(painter, band, theme::hoverColor(), {});
        }
        if (option.state.testFlag(QStyle::State_HasFocus) && isSelected &&
            option.state.testFlag(QStyle::State_KeyboardFocusChange))
            theme::drawFocusRing(painter,
                                 QRect(view.left() + 4, row.top() + 1, view.width() - 8, row.height() - 2));
        const auto mirrored = [&](const QRect &part) {
            return QStyle::visualRect(option.direction, row, part);
        };
        const bool isNote =
            index.data(NavigatorModel::KindRole).toInt() == static_cast<int>(NavigatorModel::Kind::Note);
        // A list has no arrows: its icons stand where those of the tree's first level do.
        const bool isTree = index.data(NavigatorModel::KindRole).isValid();
        int left = row.left() + theme::px(isTree ? 4 : 12);
        const int icon = theme::px(16);
        const QIcon sign = index.data(Qt::DecorationRole).value<QIcon>();
        const bool isEnabled = index.flags().testFlag(Qt::ItemIsEnabled);
        if (!sign.isNull()) {
            sign.paint(painter, mirrored(QRect(left, row.center().y() - icon / 2 + 1, icon, icon)),
                       Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
            left += icon + theme::px(6);
        }
        int right = row.right() - theme::px(12);
        right -= paintDetail(painter, option, index, right, mirrored);
        const QRect text(left, row.top(), right - left, row.height());
        painter->setFont(theme::font(TextStyle::Body));
        painter->setPen(isNote || !isEnabled ? theme::color(Role::SecondText) : theme::color(Role::Text));
        painter->drawText(
            mirrored(text),
            static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }

private:
    template <class Mirror>
    static int paintDetail(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                           int right, Mirror mirrored)
    {
        painter->setFont(theme::font(TextStyle::Caption));
        const QString badge = index.data(NavigatorModel::BadgeRole).toString();
        if (!badge.isEmpty()) {
            const int width = painter->fontMetrics().horizontalAdvance(badge) + theme::px(8);
            const QRect pill(right - width, option.rect.center().y() - theme::px(7), width, theme::px(16));
            const QColor named(index.data(NavigatorModel::BadgeColorRole).toString());
            const QColor fill = named.isValid() ? named : theme::color(Role::Error);
            theme::drawRounded(painter, mirrored(pill), fill, {}, 3);
            painter->setPen(theme::contrastRatio(fill, Qt::white) >= 4.5 ? Qt::white : Qt::black);
            painter->drawText(mirrored(pill), Qt::AlignCenter, badge);
            return width + theme::px(6);
        }
        QString detail = index.data(NavigatorModel::DetailRole).toString();
        if (index.data(NavigatorModel::IsBusyRole).toBool())
            detail = u"…"_s;
        if (detail.isEmpty())
            return 0;
        const int width = painter->fontMetrics().horizontalAdvance(detail);
        painter->setPen(theme::color(Role::SecondText));
        painter->drawText(mirrored(QRect(right - width, option.rect.top(), width + 1, option.rect.height())),
                          Qt::AlignVCenter | Qt::AlignRight, detail);
        return width + theme::px(8);
    }
};

class NavigatorTree final : public QTreeView {
public:
    NavigatorTree()
    {
        // The delegate paints the highlight of the whole row; the view would paint a second one.
        setSelectionBehavior(QAbstractItemView::SelectItems);
        setProperty("paintsOwnRows", true);
    }

protected:
    // The arrow lies on the highlight, which the delegate paints under the whole row.
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override
    {
        QTreeView::drawRow(painter, option, index);
        if (!model()->hasChildren(index))
            return;
        const QRect item = visualRect(index);
        const bool isMirrored = layoutDirection() == Qt::RightToLeft;
        const int width = theme::px(16);
        const QRect arrow(isMirrored ? item.right() + 1 : item.left() - width, item.top(), width,
                          item.height());
        theme::drawArrow(painter, arrow,
                         isExpanded(index) ? theme::Arrow::Down
                         : isMirrored      ? theme::Arrow::Left
                                           : theme::Arrow::Right,
                         theme::color(Role::SecondText));
    }
};

void setUpView(QAbstractItemView *view, const QString &name)
{
    view->setFrameShape(QFrame::NoFrame);
    view->setItemDelegate(new NavigatorDelegate(view));
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setMouseTracking(true);
    view->setAccessibleName(name);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->viewport()->setBackgroundRole(QPalette::Window);
    view->viewport()->setAutoFillBackground(false);
}

} // namespace

Navigator::Navigator(Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench),
      m_model(new NavigatorModel(workbench.connections(), workbench.tables(), this)),
      m_filtered(new QSortFilterProxyModel(this)), m_filter(new FilterField(tr("Filter tables"))),
      m_tree(new NavigatorTree), m_pages(new QListWidget)
{
    setMinimumWidth(theme::px(180)); // less would lay counts over names
    m_filtered->setSourceModel(m_model);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_tree->setModel(m_filtered);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(theme::px(20));
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    setUpView(m_tree, tr("Tables"));
    setUpView(m_pages, tr("Pages"));
    m_pages->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_pages->setUniformItemSizes(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 0, 8, 4);
    top->addWidget(m_filter);
    auto *label = new ThemedLabel(tr("Workspace"), TextStyle::Caption, Role::SecondText);
    label->setContentsMargins(12, 8, 12, 2);
    column->addLayout(top);
    column->addWidget(m_tree, 1);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addWidget(label);
    column->addWidget(m_pages);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered->setFilterFixedString(text);
        if (!text.isEmpty())
            m_tree->expandAll();
    });
    connect(m_filter, &FilterField::downPressed, m_tree, [this] { m_tree->setFocus(Qt::TabFocusReason); });
    connect(m_tree, &QTreeView::clicked, this,
            [this](const QModelIndex &index) { openIndex(index, OpenMode::Preview); });
    connect(m_tree, &QTreeView::doubleClicked, this,
            [this](const QModelIndex &index) { openIndex(index, OpenMode::Keep); });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &Navigator::showTreeMenu);
    connect(m_pages, &QListWidget::clicked, this,
            [this](const QModelIndex &index) { openPage(index.row(), OpenMode::Preview); });
    connect(m_pages, &QListWidget::doubleClicked, this,
            [this](const QModelIndex &index) { openPage(index.row(), OpenMode::Keep); });
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this, &Navigator::expandFirst);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
        m_tree->setIndentation(theme::px(20));
        m_tree->doItemsLayout();
        m_pages->doItemsLayout();
        updatePageHeight();
    });
    m_tree->installEventFilter(this);
    m_pages->installEventFilter(this);
    expandFirst();
}

void Navigator::listPages()
{
    m_pages->clear();
    for (const PageInfo &info : m_workbench.pages().pages(PageScope::Workspace)) {
        auto *item = new QListWidgetItem(theme::icon(info.icon, Role::SecondText), info.title, m_pages);
        item->setData(NavigatorModel::IdRole, info.id);
    }
    updatePageHeight();
}

void Navigator::updatePageHeight()
{
    const int rows = std::min(m_pages->count(), 14);
    m_pages->setFixedHeight(rows * theme::px(26) + 2);
}

// The connections and regions of the first look are open; later the person decides.
void Navigator::expandFirst()
{
    if (m_isExpanded)
        return;
    for (int i = 0; i < m_filtered->rowCount(); ++i) {
        const QModelIndex connection = m_filtered->index(i, 0);
        m_tree->expand(connection);
        for (int j = 0; j < m_filtered->rowCount(connection); ++j) {
            const QModelIndex region = m_filtered->index(j, 0, connection);
            m_tree->expand(region);
            m_isExpanded = m_isExpanded || m_filtered->rowCount(region) > 0;
        }
    }
}

void Navigator::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void Navigator::setCurrent(const Place &place)
{
    for (int row = 0; row < m_pages->count(); ++row) {
        if (place.table.isEmpty() &&
            m_pages->item(row)->data(NavigatorModel::IdRole).toString() == place.page) {
            m_pages->setCurrentRow(row);
            m_tree->clearSelection();
            return;
        }
    }
    m_pages->setCurrentRow(-1);
    m_pages->clearSelection();
    const auto matches = [&](const QModelIndex &at) {
        const Place other = m_model->placeOf(m_filtered->mapToSource(at));
        return other.connection == place.connection && other.region == place.region &&
               other.table == place.table && other.index.isEmpty();
    };
    for (int i = 0; i < m_filtered->rowCount(); ++i) {
        const QModelIndex connection = m_filtered->index(i, 0);
        for (int j = 0; j < m_filtered->rowCount(connection); ++j) {
            const QModelIndex region = m_filtered->index(j, 0, connection);
            for (int k = 0; k < m_filtered->rowCount(region); ++k) {
                const QModelIndex table = m_filtered->index(k, 0, region);
                if (matches(table) && m_tree->currentIndex().parent() != table) {
                    m_tree->selectionModel()->setCurrentIndex(table, QItemSelectionModel::ClearAndSelect);
                    return;
                }
            }
        }
    }
}

void Navigator::openIndex(const QModelIndex &proxyIndex, OpenMode mode)
{
    const Place place = m_model->placeOf(m_filtered->mapToSource(proxyIndex));
    if (!place.isEmpty())
        m_workbench.open(place, mode);
    else if (mode == OpenMode::Keep)
        m_tree->setExpanded(proxyIndex, !m_tree->isExpanded(proxyIndex));
}

void Navigator::openPage(int row, OpenMode mode)
{
    if (const QListWidgetItem *item = m_pages->item(row))
        m_workbench.open(Place::ofPage(item->data(NavigatorModel::IdRole).toString()), mode);
}

void Navigator::showTreeMenu(const QPoint &position)
{
    const QModelIndex index = m_tree->indexAt(position);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Place place = m_model->placeOf(m_filtered->mapToSource(index));
    if (!place.isEmpty()) {
        menu->addAction(tr("Open"), this, [this, place] { m_workbench.open(place, OpenMode::Keep); });
        menu->addAction(tr("Open in a New Tab"), this,
                        [this, place] { m_workbench.open(place, OpenMode::NewTab); });
        const QList<PageInfo> views = m_workbench.pages().pages(PageScope::Table);
        if (views.size() > 1)
            menu->addSeparator();
        for (qsizetype i = 1; i < views.size(); ++i) {
            const Place view = place.withPage(views.at(i).id);
            menu->addAction(theme::icon(views.at(i).icon), views.at(i).title, this,
                            [this, view] { m_workbench.open(view, OpenMode::Keep); });
        }
        menu->addSeparator();
        menu->addAction(theme::icon(u"copy"_s), tr("Copy Name"), this,
                        [name = index.data().toString()] { QGuiApplication::clipboard()->setText(name); });
        menu->addAction(tr("Copy Link"), this,
                        [place] { QGuiApplication::clipboard()->setText(place.toString()); });
    }
    for (const QString &id : {u"table.new"_s, u"connection.new"_s}) {
        if (QAction *action = m_workbench.actions().action(id)) {
            menu->addSeparator();
            menu->addAction(action);
        }
    }
    if (menu->isEmpty())
        menu->addAction(m_workbench.actions().action(u"view.refresh-tables"_s));
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

bool Navigator::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool isSpace = key->key() == Qt::Key_Space;
        if ((isEnter || isSpace) && key->modifiers() == Qt::NoModifier) {
            const OpenMode mode = isEnter ? OpenMode::Keep : OpenMode::Preview;
            if (watched == m_tree)
                openIndex(m_tree->currentIndex(), mode);
            else
                openPage(m_pages->currentRow(), mode);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace stator::ui

#include "moc_navigator.cpp"
