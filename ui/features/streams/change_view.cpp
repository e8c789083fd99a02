#include "features/streams/change_view.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include "api/shapes.h"
#include "features/streams/change_model.h"
#include "theme/theme.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

struct SignLook {
    Role ink;
    Role tint;
};

SignLook lookOf(int operation)
{
    switch (static_cast<api::OperationType>(operation)) {
    case api::OperationType::Insert:
        return {Role::Ok, Role::TintAdded};
    case api::OperationType::Remove:
        return {Role::Error, Role::TintDeleted};
    default:
        return {Role::Accent, Role::TintChanged};
    }
}

// Lean: a fill and a text a cell.
class ChangeDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const int column = index.column();
        const int operation = index.data(ChangeModel::OperationRole).toInt();
        const bool isSign = column == ChangeModel::Sign && operation >= 0;
        const Role surface = isSelected ? Role::Selection : isSign ? lookOf(operation).tint : Role::Page;
        painter->fillRect(option.rect, theme::color(surface));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          theme::mix(theme::color(Role::Page), theme::color(Role::Hairline), 0.6));
        const bool isQuiet = column == ChangeModel::Time || column == ChangeModel::Cause;
        painter->setFont(column == ChangeModel::Cause ? theme::font(TextStyle::Body) : theme::monoFont());
        painter->setPen(theme::color(isSign ? lookOf(operation).ink : isQuiet ? Role::SecondText : Role::Text));
        const int gap = theme::px(column == ChangeModel::Sign ? 2 : 8);
        const QRect area = option.rect.adjusted(gap, 0, -gap, 0);
        const Qt::Alignment along =
            column == ChangeModel::Sign ? Qt::AlignHCenter : QStyle::visualAlignment(option.direction, Qt::AlignLeft);
        painter->drawText(area, static_cast<int>(along | Qt::AlignVCenter) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }
};

} // namespace

ChangeView::ChangeView(ChangeModel *model, QWidget *parent) : QTableView(parent)
{
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(theme::px(28));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(theme::rowHeight());
    setItemDelegate(new ChangeDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerItem);
    setAccessibleName(tr("Changes"));
    setModel(model);
    constexpr int kWidths[] = {132, 28, 104, 208, 280, 96}; // the time of another day has its date before it
    for (int i = 0; i < ChangeModel::ColumnCount; ++i)
        header->resizeSection(i, theme::px(kWidths[i]));
    header->setSectionResizeMode(ChangeModel::Sign, QHeaderView::Fixed);
    header->setSectionResizeMode(ChangeModel::Changed, QHeaderView::Stretch);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_isMoving)
            Q_EMIT movedByHand();
    });
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { Q_EMIT activatedRow(index.row()); });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this, scale = theme::Theme::instance().scale()]() mutable {
        verticalHeader()->setDefaultSectionSize(theme::rowHeight());
        // Columns keep their share of the text.
        const double factor = theme::Theme::instance().scale() / std::exchange(scale, theme::Theme::instance().scale());
        if (factor == 1)
            return;
        for (const int column : {ChangeModel::Time, ChangeModel::Sign, ChangeModel::Table, ChangeModel::Key, ChangeModel::Cause})
            horizontalHeader()->resizeSection(column, static_cast<int>(columnWidth(column) * factor));
    });
}

void ChangeView::makeRoomForTables()
{
    horizontalHeader()->resizeSection(ChangeModel::Key, theme::px(148));
}

bool ChangeView::isAtEnd() const
{
    const QScrollBar *bar = verticalScrollBar();
    return bar->value() >= bar->maximum();
}

void ChangeView::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    if (isFollowing)
        updateGeometries();
}

void ChangeView::updateGeometries()
{
    const bool wasMoving = std::exchange(m_isMoving, true);
    QTableView::updateGeometries();
    if (m_isFollowing)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_isMoving = wasMoving;
}

void ChangeView::goTo(int row)
{
    m_isMoving = true;
    scrollTo(model()->index(row, 0), PositionAtTop);
    m_isMoving = false;
}

int ChangeView::firstVisibleRow() const
{
    return std::max(0, rowAt(0));
}

void ChangeView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        Q_EMIT inspectRequested();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT activatedRow(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

void ChangeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT rowChanged();
}

} // namespace stator::ui

#include "moc_change_view.cpp"
