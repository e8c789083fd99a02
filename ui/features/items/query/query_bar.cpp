#include "features/items/query/query_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "bridge/text.h"
#include "features/items/query/filter_chip.h"
#include "features/items/query/option_popup.h"
#include "features/items/query/query_words.h"
#include "features/items/query/sort_field.h"
#include "models/value_text.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/flow_layout.h"
#include "widgets/labels.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::px;
using theme::Role;
using theme::TextStyle;

namespace {

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
      m_keyRow(new QHBoxLayout(m_keys)), m_addFilter(makeTextButton(tr("Filter"), u"add"_s)),
      m_optionButton(makeTextButton(tr("Options"), u"settings"_s)), m_star(makeIconButton(u"star"_s, tr("Saved Queries and History"))),
      m_runButton(new QPushButton(tr("Run"))), m_second(new QWidget), m_secondRow(new FlowLayout(m_second, px(6))),
      m_sentence(new ThemedLabel({}, TextStyle::Caption, Role::SecondText)), m_filterPopup(new FilterPopup(this)),
      m_optionPopup(new OptionPopup(this))
{
    m_source->setAccessibleName(tr("Table or index"));
    m_source->setMinimumContentsLength(8);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_star->setFixedHeight(theme::controlHeight());
    m_keyRow->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(px(8));
    m_row->addWidget(m_source);
    m_row->addWidget(m_keys, 3);
    m_row->addWidget(m_addFilter);
    m_row->addWidget(m_optionButton);
    m_row->addWidget(m_star);
    m_row->addWidget(m_runButton);
    m_second->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 6);
    column->setSpacing(px(6));
    column->addLayout(m_row);
    column->addWidget(m_second);
    column->addWidget(m_sentence);
    theme::setPageSurface(this);

    connect(m_source, &QComboBox::activated, this, [this] {
        rebuildKeys();
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
        m_runButton->setFocus(); // Enter once more runs it
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
    connect(m_star, &QToolButton::clicked, this, [this] { Q_EMIT libraryRequested(m_star); });
    connect(m_runButton, &QPushButton::clicked, this, &QueryBar::runRequested);
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
    for (const VectorIndexShape &index : table.vectorIndexes)
        m_source->addItem(theme::icon(u"sparkle"_s, Role::SecondText), toQt(index.name), toQt(index.name));
    setState(before);
}

void QueryBar::setAttributes(const QList<KnownAttribute> &attributes) { m_filterPopup->setAttributes(attributes); }

void QueryBar::rebuildKeys()
{
    clear(m_keyRow);
    m_partition.clear();
    for (SortField *field : std::exchange(m_sort, {})) {
        field->hide();
        field->deleteLater();
    }
    m_vector = nullptr;
    m_top = nullptr;
    const VectorIndexShape *vectors = m_table.vectorIndex(toUtf8(m_source->currentData().toString()));
    m_addFilter->setVisible(!vectors);
    m_optionButton->setVisible(!vectors);
    const model::KeySchema keys = vectors ? model::KeySchema() : m_table.keysOf(toUtf8(m_source->currentData().toString()));
    for (const auto &key : vectors ? vectors->conditions : keys.partition) {
        const QString name = toQt(key.name);
        auto *label = new ThemedLabel(name + u" ="_s, TextStyle::Body, Role::SecondText);
        label->setMono(true);
        QLineEdit *field = makeKeyField(name, key.type);
        connect(field, &QLineEdit::textChanged, this, &QueryBar::changed);
        connect(field, &QLineEdit::returnPressed, this, &QueryBar::runRequested);
        m_keyRow->addWidget(label);
        m_keyRow->addWidget(field, 1);
        m_partition.append(field);
    }
    for (const auto &key : keys.sort) {
        auto *field = new SortField(toQt(key.name), key.type, this);
        connect(field, &SortField::changed, this, [this] {
            updateSort();
            changed();
        });
        connect(field, &SortField::runRequested, this, &QueryBar::runRequested);
        m_sort.append(field);
    }
    if (vectors)
        addVectorFields(*vectors);
    updateSort();
}

void QueryBar::addVectorFields(const VectorIndexShape &index)
{
    auto *label = new ThemedLabel(toQt(index.attribute) + u" ≈"_s, TextStyle::Body, Role::SecondText);
    label->setMono(true);
    m_vector = makeKeyField(toQt(index.attribute), document::ValueType::L);
    //: Placeholder; %1 is a count.
    m_vector->setPlaceholderText(tr("%1 numbers, with commas or as JSON").arg(index.dimensions));
    m_top = new QSpinBox;
    m_top->setRange(1, 100);
    m_top->setValue(10);
    m_top->setAccessibleName(tr("How many of the nearest"));
    //: In front of a number: the ten nearest.
    m_top->setPrefix(tr("Top "));
    connect(m_vector, &QLineEdit::textChanged, this, &QueryBar::changed);
    connect(m_vector, &QLineEdit::returnPressed, this, &QueryBar::runRequested);
    connect(m_top, &QSpinBox::valueChanged, this, &QueryBar::changed);
    m_keyRow->addWidget(label);
    m_keyRow->addWidget(m_vector, 3);
    m_keyRow->addWidget(m_top);
}

void QueryBar::rebuildFilters()
{
    for (QWidget *chip : std::exchange(m_chips, {})) {
        chip->hide();
        chip->deleteLater();
    }
    for (int i = 0; i < m_filters.size(); ++i) {
        auto *chip = new FilterChip(m_filters.at(i), m_second);
        connect(chip, &FilterChip::opened, this, [this, chip, i] { m_filterPopup->open(chip, m_filters.at(i), i); });
        connect(chip, &FilterChip::removed, this, [this, i] {
            m_filters.removeAt(i);
            rebuildFilters();
            changed();
        });
        m_secondRow->addWidget(chip);
        m_chips.append(chip);
    }
    arrange();
}

// A further sort attribute can be asked for once those before it have a value.
void QueryBar::updateSort()
{
    m_offeredSorts = 0;
    for (bool isOffered = true; m_offeredSorts < m_sort.size(); ++m_offeredSorts) {
        const SortField *field = m_sort.at(m_offeredSorts);
        if (!isOffered && field->isEmpty())
            break;
        isOffered = !field->isEmpty() && field->condition().comparison == Comparison::Equal;
    }
    arrange();
}

// The conditions on the sort key stand beside the partition key while there is room to type into both.
void QueryBar::arrange()
{
    constexpr int kUsefulKey = 130;
    const auto needed = [this](Qt::ToolButtonStyle buttons) {
        int width = m_source->sizeHint().width() + m_star->sizeHint().width() + m_runButton->sizeHint().width() + 24;
        for (QToolButton *button : {m_addFilter, m_optionButton}) {
            button->setToolButtonStyle(buttons);
            if (!button->isHidden())
                width += button->sizeHint().width();
        }
        for (int i = 0; i < m_keyRow->count(); ++i)
            width += qobject_cast<QLineEdit *>(m_keyRow->itemAt(i)->widget()) ? px(kUsefulKey)
                                                                             : m_keyRow->itemAt(i)->sizeHint().width() + px(6);
        return width + 7 * px(8);
    };
    int sortWidth = 0;
    for (int i = 0; i < m_offeredSorts; ++i)
        sortWidth += m_sort.at(i)->usefulWidth() + px(8);
    m_isOneRow = needed(Qt::ToolButtonTextBesideIcon) + sortWidth <= width();
    if (!m_isOneRow && needed(Qt::ToolButtonTextBesideIcon) > width())
        needed(Qt::ToolButtonIconOnly);
    QWidget *const focused = window()->focusWidget();
    // In the second row they come before the filters, so these are set again.
    for (QWidget *chip : std::as_const(m_chips))
        m_secondRow->removeWidget(chip);
    for (int i = 0; i < m_sort.size(); ++i) {
        SortField *field = m_sort.at(i);
        m_row->removeWidget(field);
        m_secondRow->removeWidget(field);
        if (m_isOneRow)
            m_row->insertWidget(2 + i, field, 3);
        else
            m_secondRow->addWidget(field);
        field->setVisible(i < m_offeredSorts);
    }
    for (QWidget *chip : std::as_const(m_chips))
        m_secondRow->addWidget(chip);
    m_second->setVisible((!m_isOneRow && m_offeredSorts > 0) || !m_filters.isEmpty());
    if (focused && focused != window()->focusWidget())
        focused->setFocus();
    orderTabs();
    updateGeometry();
}

// As it reads: what was made anew would come last.
void QueryBar::orderTabs()
{
    QList<QWidget *> order{m_source};
    const auto add = [this, &order](QWidget *part) {
        if (part->focusPolicy() & Qt::TabFocus)
            order.append(part);
        for (QWidget *inner : part->findChildren<QWidget *>())
            if ((inner->focusPolicy() & Qt::TabFocus) && !inner->focusProxy() && inner->window() == window())
                order.append(inner);
    };
    for (int i = 0; i < m_keyRow->count(); ++i)
        if (QWidget *field = m_keyRow->itemAt(i)->widget())
            add(field);
    for (SortField *field : std::as_const(m_sort))
        add(field);
    for (QWidget *chip : std::as_const(m_chips))
        add(chip);
    for (QWidget *button : std::initializer_list<QWidget *>{m_addFilter, m_optionButton, m_star, m_runButton})
        order.append(button);
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void QueryBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    arrange();
    // The layout that is under way has asked for the height already.
    QMetaObject::invokeMethod(this, [this] { updateGeometry(); }, Qt::QueuedConnection);
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
    state.vector = m_vector ? m_vector->text() : QString();
    state.top = m_top ? m_top->value() : 10;
    state.sort.clear();
    for (const SortField *field : m_sort)
        state.sort.append(field->condition());
    while (!state.sort.isEmpty() && state.sort.last().value.isEmpty())
        state.sort.removeLast();
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
    if (m_vector) {
        m_vector->setText(state.vector);
        m_vector->setCursorPosition(0); // its beginning tells one from another
        m_top->setValue(state.top);
    }
    for (int i = 0; i < m_sort.size(); ++i)
        m_sort[i]->setCondition(state.sort.value(i));
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
    else if (fault.field == QueryField::Vector && m_vector)
        where = m_vector;
    else if (fault.field == QueryField::Sort && fault.number < m_sort.size())
        return m_sort.at(fault.number)->focusField(fault.isUpper);
    else if (fault.field == QueryField::Filter && fault.number < m_chips.size())
        where = m_chips.at(fault.number);
    else if (fault.field == QueryField::Projection)
        where = m_optionButton;
    where->setFocus();
}

void QueryBar::showLibrary() { Q_EMIT libraryRequested(m_star); }

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

#include "moc_query_bar.cpp"
