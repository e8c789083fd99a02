#include "features/tables/key_list_edit.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "features/tables/key_edit.h"
#include "widgets/labels.h"

namespace stator::ui {

KeyListEdit::KeyListEdit(const QString &prompt, int most, QWidget *parent)
    : QWidget(parent), m_prompt(prompt), m_most(most), m_rows(new QVBoxLayout),
      m_add(makeIconButton(QStringLiteral("add"), tr("Add Another Attribute")))
{
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_rows->setSpacing(4);
    // The rows have a widget of their own, so that Tab comes to the button after the last of them.
    auto *rows = new QWidget;
    rows->setLayout(m_rows);
    m_rows->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(rows, 1);
    addRow();
    row->addWidget(m_add, 0, Qt::AlignBottom);
    connect(m_add, &QToolButton::clicked, this, [this] {
        addRow();
        m_list.last().key->setFocus();
    });
    setFocusProxy(m_list.first().key);
}

void KeyListEdit::addRow()
{
    Row row{new QWidget, new KeyEdit(m_prompt)};
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(row.key, 1);
    // The first stays: it is where a person begins.
    if (!m_list.isEmpty()) {
        auto *remove = makeIconButton(QStringLiteral("close"), tr("Remove This Attribute"));
        line->addWidget(remove);
        connect(remove, &QToolButton::clicked, this, [this, widget = row.widget] { removeRow(widget); });
    }
    m_rows->addWidget(row.widget);
    m_list.append(row);
    connect(row.key, &KeyEdit::changed, this, &KeyListEdit::changed);
    // What is made later stands later in the order of Tab; the button comes after the fields all the same.
    if (m_add->window() == row.widget->window())
        setTabOrder(row.widget->findChildren<QWidget *>().last(), m_add);
    updateAdd();
}

void KeyListEdit::removeRow(const QWidget *widget)
{
    for (const Row &row : std::as_const(m_list))
        if (row.widget == widget)
            row.widget->deleteLater();
    m_list.removeIf([widget](const Row &row) { return row.widget == widget; });
    updateAdd();
    Q_EMIT changed();
}

void KeyListEdit::setMost(int most)
{
    m_most = most;
    while (m_list.size() > m_most)
        m_list.takeLast().widget->deleteLater();
    updateAdd();
}

void KeyListEdit::updateAdd()
{
    m_add->setVisible(m_list.size() < m_most);
}

QList<KeyField> KeyListEdit::value() const
{
    QList<KeyField> fields;
    for (const Row &row : m_list)
        if (const KeyField field = row.key->value(); !field.name.isEmpty())
            fields.append(field);
    return fields;
}

bool KeyListEdit::wasTouched() const
{
    return std::any_of(m_list.cbegin(), m_list.cend(), [](const Row &row) { return row.key->wasTouched(); });
}

} // namespace stator::ui

#include "moc_key_list_edit.cpp"
