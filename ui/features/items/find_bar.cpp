#include "features/items/find_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

#include "bridge/text.h"
#include "grid/grid_view.h"
#include "models/item_grid_model.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/labels.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::px;
using theme::Role;

namespace {

constexpr int kTypingMs = 120;

} // namespace

FindBar::FindBar(ItemGridModel &model, GridView &grid, QWidget *parent)
    : QWidget(parent), m_model(model), m_grid(grid), m_field(new QLineEdit), m_status(new ElidedLabel),
      m_previous(makeIconButton(u"chevron-up"_s, tr("Previous Match"))), m_next(makeIconButton(u"chevron-down"_s, tr("Next Match")))
{
    m_field->setPlaceholderText(tr("Find in the loaded items"));
    m_field->setAccessibleName(tr("Find in the loaded items"));
    m_field->addAction(theme::icon(u"search"_s, Role::SecondText), QLineEdit::LeadingPosition);
    m_field->setMaximumWidth(px(320));
    m_status->setRole(Role::SecondText);
    auto *closeButton = makeIconButton(u"close"_s, tr("Close"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(px(4));
    row->addWidget(m_field, 2);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addSpacing(px(8));
    row->addWidget(m_status, 3);
    row->addWidget(closeButton);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kTypingMs);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_stepWanted = 0;
        search();
    });
    connect(m_field, &QLineEdit::textChanged, &m_delay, QOverload<>::of(&QTimer::start));
    connect(m_previous, &QToolButton::clicked, this, [this] { step(false); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(true); });
    connect(closeButton, &QToolButton::clicked, this, &FindBar::close);
    m_field->installEventFilter(this);
    const auto changed = [this] { m_isStale = true; };
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, changed);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, changed);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, changed);
    connect(&m_model, &QAbstractItemModel::modelReset, this, changed);
    hide();
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::close()
{
    m_slot.cancel();
    hide();
    m_grid.setFocus();
}

QString FindBar::status() const { return m_status->text(); }
void FindBar::say(const QString &text) { m_status->setText(text); }

void FindBar::step(bool isForward)
{
    if (m_field->text().isEmpty())
        return open();
    if (m_isStale || m_delay.isActive() || m_slot.isWaiting()) {
        m_stepWanted = isForward ? 1 : -1;
        search();
        return;
    }
    go(isForward, false);
}

void FindBar::search()
{
    m_delay.stop();
    m_slot.cancel();
    ItemSource *source = m_model.source();
    const QString text = m_field->text();
    if (!source || text.isEmpty()) {
        m_found.clear();
        m_isStale = true;
        say({});
        return;
    }
    std::vector<SortedRow> rows = loadedRows(*source);
    const auto count = static_cast<std::int64_t>(rows.size());
    m_isStale = false;
    m_client.compute(
        this, m_slot, [rows = std::move(rows), text](const std::stop_token &stop) { return findText(rows, text, stop); },
        [this, count](std::vector<FoundCell> cells) { found(std::move(cells), count); });
}

void FindBar::found(std::vector<FoundCell> cells, std::int64_t rows)
{
    m_found = std::move(cells);
    m_searched = rows;
    if (m_found.empty()) {
        //: %1 is a count of items.
        say(tr("Not in the %1 loaded items").arg(countText(rows)));
        return;
    }
    go(m_stepWanted >= 0, m_stepWanted == 0);
}

// The column that shows it: its own, the fold, or the first if it is hidden.
int FindBar::columnOf(const FoundCell &cell) const
{
    const int column = m_model.columns().columnOf(cell.attribute);
    if (column >= 0 && m_grid.columnLayout().placeOf(column) >= 0)
        return column;
    const int fold = m_model.columnCount() - 1;
    if (column < 0 && m_model.isFold(fold) && m_grid.columnLayout().placeOf(fold) >= 0)
        return fold;
    return m_grid.columnLayout().visible().empty() ? 0 : m_grid.columnLayout().visible().front();
}

void FindBar::go(bool isForward, bool staysIfHere)
{
    if (m_found.empty())
        return;
    const QModelIndex current = m_grid.currentIndex();
    const int offset = m_model.stagedRowCount();
    const auto placeOf = [&](const FoundCell &cell) {
        return std::pair(cell.row + offset, static_cast<std::int64_t>(m_grid.columnLayout().placeOf(columnOf(cell))));
    };
    // Before the first row where nothing is chosen: the next one is the first below the top of the screen.
    const std::pair<std::int64_t, std::int64_t> here = current.isValid()
        ? std::pair<std::int64_t, std::int64_t>(current.row(), m_grid.columnLayout().placeOf(current.column()))
        : std::pair<std::int64_t, std::int64_t>(m_grid.firstVisibleRow(), -1);
    // Cells of a row are in order of names; on the screen they stand otherwise.
    std::size_t best = m_found.size();
    std::size_t edge = 0; // where it starts again
    for (std::size_t i = 0; i < m_found.size(); ++i) {
        const auto place = placeOf(m_found[i]);
        const bool isBeyond = isForward ? place > here || (staysIfHere && place == here) : place < here;
        const auto isNearer = [&](std::size_t than) { return isForward ? place < placeOf(m_found[than]) : place > placeOf(m_found[than]); };
        if (isBeyond && (best == m_found.size() || isNearer(best)))
            best = i;
        if (i == 0 || isNearer(edge))
            edge = i;
    }
    showCell(best < m_found.size() ? best : edge);
}

void FindBar::showCell(std::size_t number)
{
    const FoundCell &cell = m_found[number];
    const auto row = static_cast<int>(cell.row) + m_model.stagedRowCount();
    if (row < m_model.rowCount()) {
        const QModelIndex index = m_model.index(row, columnOf(cell));
        m_grid.selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        m_grid.scrollTo(index);
    }
    //: Find: "3 of 12 in 3,200 loaded items".
    say(tr("%1 of %2 in %3 loaded items")
            .arg(countText(static_cast<std::int64_t>(number) + 1), countText(static_cast<std::int64_t>(m_found.size())),
                 countText(m_searched)));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && !key->modifiers().testFlag(Qt::ControlModifier)) {
        step(!key->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Role::Window));
    painter.fillRect(QRect(0, 0, width(), 1), theme::color(Role::Hairline));
}

} // namespace stator::ui

#include "moc_find_bar.cpp"
