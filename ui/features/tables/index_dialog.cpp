#include "features/tables/index_dialog.h"

#include <QPushButton>
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
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(words);
    column->addWidget(m_form);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(theme::px(440));
    connect(m_form, &IndexForm::changed, this, [this] { judge(m_isAsked); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(add, &QPushButton::clicked, this, &IndexDialog::take);
    m_form->setFocus();
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
        m_form->focusFault();
        return;
    }
    Q_EMIT chosen(index);
    accept();
}

} // namespace stator::ui
