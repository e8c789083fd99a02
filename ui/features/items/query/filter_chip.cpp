#include "features/items/query/filter_chip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include "models/value_text.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::px;
using theme::Role;

namespace {

constexpr int kMostLetters = 60;

} // namespace

FilterChip::FilterChip(const FilterToken &filter, QWidget *parent) : QWidget(parent)
{
    const QString whole = filterText(filter);
    const bool isTyped = takesValue(filter.comparison) && filter.comparison != Comparison::IsType;
    auto *words = new QToolButton;
    words->setAutoRaise(true);
    words->setText(whole.size() > kMostLetters ? whole.left(kMostLetters) + u'…' : whole);
    // `1` and `"1"` differ: the code says which is meant.
    words->setToolTip(isTyped ? whole + QStringLiteral(" (") + valueTypeCode(filter.type) + u')' : whole);
    auto *cross = makeIconButton(QStringLiteral("close"), tr("Remove This Filter"));
    cross->setIconSize(QSize(px(12), px(12)));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(4), 0, px(2), 0);
    row->setSpacing(0);
    row->addWidget(words);
    if (isTyped) {
        auto *code = new ThemedLabel(valueTypeCode(filter.type), theme::TextStyle::Caption, Role::SecondText);
        code->setMono(true);
        row->addWidget(code);
    }
    row->addWidget(cross);
    setFixedHeight(theme::controlHeight());
    connect(words, &QToolButton::clicked, this, &FilterChip::opened);
    connect(cross, &QToolButton::clicked, this, &FilterChip::removed);
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::color(Role::Hairline));
    painter.setBrush(theme::color(Role::Sunken));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
}

} // namespace stator::ui

#include "moc_filter_chip.cpp"
