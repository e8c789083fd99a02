#include "features/items/query/query_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "bridge/text.h"
#include "features/items/query/option_popup.h"
#include "models/value_text.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::px;
using theme::Role;
using theme::TextStyle;

namespace {

constexpr std::array kSortComparisons{Comparison::Equal, Comparison::BeginsWith,     Comparison::Less,
                                      Comparison::LessOrEqual, Comparison::Greater, Comparison::GreaterOrEqual,
                                      Comparison::Between};

// A filter as a token: its words open it, the cross takes it away.
class TokenButton final : public QWidget {
public:
    TokenButton(const FilterToken &filter, std::function<void(QWidget *)> open, std::function<void()> remove)
    {
        auto *words = new QToolButton;
        words->setAutoRaise(true);
        words->setText(filterText(filter));
        words->setToolTip(takesValue(filter.comparison) ? valueTypeCode(filter.type) : QString());
        auto *cross = makeIconButton(u"close"_s, QueryBar::tr("Remove This Filter"));
        cross->setIconSize(QSize(px(12), px(12)));
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(px(4), 0, px(2), 0);
        row->setSpacing(0);
        row->addWidget(words);
        row->addWidget(cross);
        setFixedHeight(theme::controlHeight());
        connect(words, &QToolButton::clicked, this, [this, open] { open(this); });
        connect(cross, &QToolButton::clicked, this, remove);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme::color(Role::Hairline));
        painter.setBrush(theme::color(Role::Sunken));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
    }
};

QToolButton *makeTextButton(const QString &text, const QString &icon)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setIcon(theme::icon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFixedHeight(theme::controlHeight());
    return button;
}

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

QueryBar::QueryBar(QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout), m_source(new QComboBox), m_keys(new QWidget),
      m_keyRow(new QHBoxLayout(m_keys)), m_sort(new QWidget), m_sortName(new ThemedLabel({}, TextStyle::Body, Role::SecondText)),
      m_sortComparison(new QComboBox), m_sortValue(makeValueField({})), m_sortUpper(makeValueField({})),
      m_addFilter(makeTextButton(tr("Filter"), u"add"_s)), m_optionButton(makeTextButton(tr("Options"), u"settings"_s)),
      m_runButton(new QPushButton(tr("Run"))), m_tokens(new QWidget), m_tokenRow(new QHBoxLayout(m_tokens)),
      m_sentence(new ThemedLabel({}, TextStyle::Caption, Role::SecondText)), m_filterPopup(new FilterPopup(this)),
      m_optionPopup(new OptionPopup(this))
{
    m_source->setAccessibleName(tr("Table or index"));
    m_source->setMinimumContentsLength(8);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const Comparison comparison : kSortComparisons)
        m_sortComparison->addItem(comparisonText(comparison), static_cast<int>(comparison));
    m_sortComparison->setMinimumContentsLength(4);
    m_sortComparison->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sortComparison->setAccessibleName(tr("Condition on the sort key"));
    m_sortUpper->setPlaceholderText(tr("and"));
    m_keyRow->setContentsMargins(0, 0, 0, 0);
    auto *sortRow = new QHBoxLayout(m_sort);
    sortRow->setContentsMargins(0, 0, 0, 0);
    sortRow->setSpacing(px(4));
    sortRow->addWidget(m_sortName);
    sortRow->addWidget(m_sortComparison);
    sortRow->addWidget(m_sortValue, 1);
    sortRow->addWidget(m_sortUpper, 1);
    m_row->setSpacing(px(8));
    m_row->addWidget(m_source);
    m_row->addWidget(m_keys, 3);
    m_row->addWidget(m_sort, 3);
    m_row->addWidget(m_addFilter);
    m_row->addWidget(m_optionButton);
    m_row->addWidget(m_runButton);
    m_tokenRow->setContentsMargins(0, 0, 0, 0);
    m_tokenRow->setSpacing(px(6));
    m_tokens->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 6);
    column->setSpacing(px(6));
    column->addLayout(m_row);
    column->addWidget(m_tokens);
    column->addWidget(m_sentence);
    theme::setPageSurface(this);

    connect(m_source, &QComboBox::activated, this, [this] {
        rebuildKeys();
        changed();
    });
    connect(m_sortComparison, &QComboBox::currentIndexChanged, this, [this] {
        updateSort();
        changed();
    });
    connect(m_addFilter, &QToolButton::clicked, this, [this] { m_filterPopup->open(m_addFilter, {}, -1); });
    connect(m_filterPopup, &FilterPopup::accepted, this, [this](int number, const FilterToken &filter) {
        if (number < 0 || number >= m_filters.size())
            m_filters.append(filter);
        else
            m_filters[number] = filter;
        rebuildFilters();
        changed();
    });
    connect(m_optionButton, &QToolButton::clicked, this, [this] {
        const IndexShape *index = m_table.index(toUtf8(m_source->currentData().toString()));
        m_optionPopup->open(m_optionButton, state(), !(index && index->isGlobal));
    });
    connect(m_optionPopup, &OptionPopup::changed, this, [this] {
        m_optionPopup->writeTo(m_options);
        changed();
    });
    connect(m_optionPopup, &OptionPopup::runRequested, this, &QueryBar::runRequested);
    connect(m_runButton, &QPushButton::clicked, this, &QueryBar::runRequested);
    updateSort();
}

QLineEdit *QueryBar::makeValueField(const QString &name)
{
    auto *field = new QLineEdit;
    field->setFont(theme::monoFont());
    field->setPlaceholderText(name);
    field->setAccessibleName(name);
    field->setMinimumWidth(px(56));
    connect(field, &QLineEdit::textChanged, this, &QueryBar::changed);
    connect(field, &QLineEdit::returnPressed, this, &QueryBar::runRequested);
    return field;
}

void QueryBar::setTable(const TableShape &table)
{
    const QueryState before = state();
    m_table = table;
    const QSignalBlocker blocker(m_source);
    m_source->clear();
    m_source->addItem(theme::icon(u"table"_s, Role::SecondText), toQt(table.name), QString());
    for (const IndexShape &index : table.indexes)
        m_source->addItem(theme::icon(u"index"_s, Role::SecondText), toQt(index.name), toQt(index.name));
    setState(before);
}

void QueryBar::setAttributes(const QList<KnownAttribute> &attributes) { m_filterPopup->setAttributes(attributes); }

void QueryBar::rebuildKeys()
{
    clear(m_keyRow);
    m_partition.clear();
    const model::KeySchema &keys = m_table.keysOf(toUtf8(m_source->currentData().toString()));
    for (const auto &key : keys.partition) {
        const QString name = toQt(key.name);
        auto *label = new ThemedLabel(name + u" ="_s, TextStyle::Body, Role::SecondText);
        label->setMono(true);
        //: Placeholder of a key's field: the type of the key's value.
        QLineEdit *field = makeValueField(tr("any (%1)").arg(valueTypeCode(key.type)));
        field->setAccessibleName(name);
        m_keyRow->addWidget(label);
        m_keyRow->addWidget(field, 1);
        m_partition.append(field);
    }
    m_sort->setVisible(!keys.sort.empty());
    if (!keys.sort.empty()) {
        const QString name = toQt(keys.sort.front().name);
        m_sortName->setMono(true);
        m_sortName->setText(name);
        m_sortValue->setPlaceholderText(tr("any (%1)").arg(valueTypeCode(keys.sort.front().type)));
        m_sortValue->setAccessibleName(name);
    }
}

void QueryBar::rebuildFilters()
{
    clear(m_tokenRow);
    for (int i = 0; i < m_filters.size(); ++i) {
        m_tokenRow->addWidget(new TokenButton(
            m_filters.at(i), [this, i](QWidget *anchor) { m_filterPopup->open(anchor, m_filters.at(i), i); },
            [this, i] {
                m_filters.removeAt(i);
                rebuildFilters();
                changed();
            }));
    }
    m_tokenRow->addStretch(1);
    m_tokens->setVisible(!m_filters.isEmpty());
}

void QueryBar::updateSort()
{
    m_sortUpper->setVisible(static_cast<Comparison>(m_sortComparison->currentData().toInt()) == Comparison::Between);
}

QueryState QueryBar::state() const
{
    QueryState state = m_options;
    state.index = m_source->currentData().toString();
    state.partition.clear();
    for (const QLineEdit *field : m_partition)
        state.partition.append(field->text());
    if (!state.hasPartition())
        state.partition.clear();
    if (m_sort->isVisibleTo(this) && !m_sortValue->text().isEmpty())
        state.sort = {static_cast<Comparison>(m_sortComparison->currentData().toInt()), m_sortValue->text(), m_sortUpper->text()};
    else
        state.sort = {};
    if (state.sort.comparison != Comparison::Between)
        state.sort.upper.clear();
    state.filters = m_filters;
    return state;
}

void QueryBar::setState(const QueryState &state)
{
    m_isSetting = true;
    m_options = state;
    m_source->setCurrentIndex(std::max(0, m_source->findData(state.index)));
    rebuildKeys();
    for (int i = 0; i < m_partition.size(); ++i)
        m_partition[i]->setText(state.partition.value(i));
    m_sortComparison->setCurrentIndex(std::max(0, m_sortComparison->findData(static_cast<int>(state.sort.comparison))));
    m_sortValue->setText(state.sort.value);
    m_sortUpper->setText(state.sort.upper);
    m_filters = state.filters;
    rebuildFilters();
    updateSort();
    m_isSetting = false;
    changed();
}

void QueryBar::setRun(const QueryState &state)
{
    m_run = state;
    changed();
}

void QueryBar::addFilter(const FilterToken &filter)
{
    if (m_filters.contains(filter))
        return;
    m_filters.append(filter);
    rebuildFilters();
    changed();
}

void QueryBar::changed()
{
    if (m_isSetting)
        return;
    updateSentence();
    const bool isEdited = !(state() == m_run);
    theme::setPrimary(m_runButton, isEdited);
    if (isEdited == m_isEdited)
        return;
    m_isEdited = isEdited;
    Q_EMIT editedChanged(isEdited);
}

void QueryBar::updateSentence()
{
    QStringList parts{costSentence(m_table, state())};
    const QueryState now = state();
    if (!now.projection.isEmpty())
        parts.append(tr("only %1").arg(now.projection));
    if (now.limit > 0)
        parts.append(tr("pages of %Ln", nullptr, now.limit));
    if (now.isDescending)
        parts.append(tr("descending"));
    if (now.isConsistent)
        parts.append(tr("strongly consistent"));
    m_sentence->setRole(Role::SecondText);
    m_sentence->setText(parts.join(u" · "_s));
}

void QueryBar::showFault(const QueryFault &fault)
{
    m_sentence->setRole(Role::Error);
    m_sentence->setText(fault.sentence);
    QWidget *where = m_source;
    if (fault.field == QueryField::Partition && fault.number < m_partition.size())
        where = m_partition.at(fault.number);
    else if (fault.field == QueryField::Sort)
        where = fault.number == 0 ? m_sortValue : m_sortUpper;
    else if (fault.field == QueryField::Filter && m_tokenRow->itemAt(fault.number))
        where = m_tokenRow->itemAt(fault.number)->widget();
    else if (fault.field == QueryField::Projection)
        where = m_optionButton;
    where->setFocus();
}

void QueryBar::focusFirst()
{
    QWidget *first = m_partition.isEmpty() ? static_cast<QWidget *>(m_source) : m_partition.first();
    first->setFocus(Qt::ShortcutFocusReason);
}

void QueryBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Role::Page));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::color(Role::Hairline));
}

} // namespace stator::ui
