#include "features/tables/index_dialog.h"

#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include "features/tables/index_form.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

IndexDialog::IndexDialog(const TableDraft &table, const QStringList &existing, QWidget *parent)
    : QDialog(parent), m_table(table), m_existing(existing), m_form(new IndexForm(false))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New Index"));
    auto *title = new ThemedLabel(tr("New index of %1").arg(table.name), theme::TextStyle::Title);
    auto *words = new ThemedLabel(tr("It is built from the items that are there; the table stays in use meanwhile."),
                                  theme::TextStyle::Body, theme::Role::SecondText);
    words->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *add = new QPushButton(tr("Add Index"));
    add->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(24, 20, 24, 8);
    head->setSpacing(4);
    head->addWidget(title);
    head->addWidget(words);
    column->addLayout(head);
    column->addWidget(makeScroll(), 1);
    column->addWidget(makeLine(Qt::Horizontal));
    buttons->setContentsMargins(24, 12, 24, 16);
    column->addLayout(buttons);
    // Large text does not make it larger than the screen.
    resize(QSize(theme::px(480), theme::px(600)).boundedTo(screen()->availableSize() * 9 / 10));
    m_form->setProvisioned(table.settings.isProvisioned);
    connect(m_form, &IndexForm::changed, this, [this] { judge(m_isAsked); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(add, &QPushButton::clicked, this, &IndexDialog::take);
    m_form->setFocus();
}

QWidget *IndexDialog::makeScroll()
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(24, 8, 24, 16);
    column->addWidget(m_form);
    column->addStretch();
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(holder);
    return m_scroll;
}

void IndexDialog::judge(bool all)
{
    m_form->showFaults(faultsOf(m_form->value(), m_table, m_existing), all);
}

void IndexDialog::take()
{
    m_isAsked = true;
    const IndexDraft index = m_form->value();
    judge(true);
    if (!faultsOf(index, m_table, m_existing).isEmpty()) {
        if (QWidget *row = m_form->focusFault())
            m_scroll->ensureWidgetVisible(row);
        return;
    }
    Q_EMIT chosen(index);
    accept();
}

} // namespace stator::ui

#include "moc_index_dialog.cpp"
