#include "grid/result_line.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "bridge/text.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"

namespace stator::ui {

using theme::Role;

ResultLine::ResultLine(QWidget *parent)
    : QWidget(parent), m_text(new ElidedLabel), m_new(new QPushButton), m_cancel(new QPushButton(tr("Cancel"))),
      m_next(new QPushButton(tr("Load More"))), m_clearSort(new QPushButton(tr("Clear Sort"))), m_why(new QToolButton),
      m_code(new QToolButton)
{
    m_text->setRole(Role::SecondText);
    //: Why the request cost what it did.
    m_why->setText(tr("Why"));
    m_why->setToolTip(tr("Why it cost these units, and what would cost less"));
    m_why->setIcon(theme::icon(QStringLiteral("info")));
    m_why->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_why->setAutoRaise(true);
    m_code->setText(tr("Code"));
    m_code->setIcon(theme::icon(QStringLiteral("code")));
    m_code->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_code->setAutoRaise(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 3, 8, 3);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_new);
    row->addWidget(m_clearSort);
    row->addWidget(m_cancel);
    row->addWidget(m_next);
    row->addWidget(m_why);
    row->addWidget(m_code);
    // The buttons come and go; the line keeps its height.
    setMinimumHeight(theme::controlHeight() + 6);
    connect(m_new, &QPushButton::clicked, this, &ResultLine::showNewRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ResultLine::cancelRequested);
    connect(m_next, &QPushButton::clicked, this, &ResultLine::nextPageRequested);
    connect(m_clearSort, &QPushButton::clicked, this, &ResultLine::clearSortRequested);
    connect(m_code, &QToolButton::clicked, this, &ResultLine::codeRequested);
    connect(m_why, &QToolButton::clicked, this, &ResultLine::whyRequested);
    clear();
}

void ResultLine::clear()
{
    m_text->setText({});
    setNew(0);
    m_cancel->hide();
    m_next->hide();
    m_clearSort->hide();
}

void ResultLine::setNew(std::int64_t count)
{
    //: Items that came into the table since it was read.
    m_new->setText(tr("%1 new · Show").arg(countText(count)));
    m_new->setVisible(count > 0);
}

void ResultLine::show(const ItemSource &source, bool isWholeScan, std::int64_t estimatedItems, std::int64_t sorted)
{
    const ReadTotals totals = source.totals();
    const auto found = static_cast<std::int64_t>(totals.found);
    const auto scanned = static_cast<std::int64_t>(totals.scanned);
    const QString units = QLocale().toString(totals.capacityUnits, 'f', 1);
    const QString time = QLocale().toString(static_cast<double>(totals.micros) / 1000.0, 'f', totals.micros < 10'000 ? 1 : 0);
    const bool isSearching = !isWholeScan && source.isLoading() && scanned > found;
    QString text;
    if (isSearching)
        //: Progress of a filtered scan.
        text = tr("Scanned %1 of about %2, found %3").arg(countText(scanned), countText(std::max(estimatedItems, scanned)), countText(found));
    else if (source.hasScores())
        //: %1 a count of items, %2 a size, %3 milliseconds.
        text = tr("%1 nearest · %2 searched · %3 ms").arg(countText(found), sizeText(totals.searchedBytes), time);
    else if (isWholeScan)
        //: %1 and %2 counts of items, %3 read units, %4 milliseconds.
        text = tr("%1 of %2 items loaded · %3 units · %4 ms").arg(countText(found), countText(std::max(found, source.isEstimate() ? estimatedItems : source.rowCount())), units, time);
    else
        text = tr("%1 found · %2 scanned · %3 units · %4 ms").arg(countText(found), countText(scanned), units, time)
               + (source.hasMore() && !source.isLoading() ? tr(" · more to read") : QString());
    if (sorted >= 0)
        //: Only loaded items are sorted.
        text = tr("Sorted: %1 loaded").arg(countText(sorted)) + QStringLiteral(" · ") + text;
    m_text->setText(text);
    m_clearSort->setVisible(sorted >= 0);
    m_cancel->setVisible(isSearching);
    m_next->setVisible(!isWholeScan && source.hasMore() && !source.isLoading());
    sayNext(totals, scanned > found);
}

void ResultLine::showStatement(const ItemSource &source)
{
    const ReadTotals totals = source.totals();
    const QString units = QLocale().toString(totals.capacityUnits, 'f', 1);
    const QString time = QLocale().toString(static_cast<double>(totals.micros) / 1000.0, 'f', totals.micros < 10'000 ? 1 : 0);
    //: %1 a count of items, %2 read or write units, %3 milliseconds.
    m_text->setText(tr("%1 returned · %2 units · %3 ms").arg(countText(static_cast<std::int64_t>(totals.found)), units, time)
                    + (source.hasMore() && !source.isLoading() && !source.error() ? tr(" · more to read") : QString()));
    m_clearSort->hide();
    m_cancel->setVisible(source.isLoading() && totals.requests > 0);
    m_next->setVisible(source.hasMore() && !source.isLoading() && !source.error());
    sayNext(totals, totals.found == 0);
}

// A page more costs about what those before did.
void ResultLine::sayNext(const ReadTotals &totals, bool isSearching)
{
    const double units = totals.requests > 0 ? totals.capacityUnits / totals.requests : 0;
    if (units <= 0) {
        m_next->setText(isSearching ? tr("Go On") : tr("Load More"));
        return;
    }
    const QString text = QLocale().toString(units, 'f', units < 10 ? 1 : 0);
    //: %1 read units: what the next page will cost.
    m_next->setText(isSearching ? tr("Go On: %1 units a page").arg(text) : tr("Load More: about %1 units").arg(text));
}

void ResultLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Role::Window));
    painter.fillRect(QRect(0, 0, width(), 1), theme::color(Role::Hairline));
}

} // namespace stator::ui

#include "moc_result_line.cpp"
