#include "features/tables/tags_card.h"

#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include "bridge/text.h"
#include "features/tables/table_rules.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

TagsCard::TagsCard(QWidget *parent)
    : Card(parent), m_rows(new QVBoxLayout), m_fault(new ThemedLabel({}, TextStyle::Caption, Role::Error))
{
    body()->addWidget(new ThemedLabel(tr("Tags"), TextStyle::Section));
    m_rows->setSpacing(4);
    body()->addLayout(m_rows);
    m_fault->setWordWrap(true);
    m_fault->hide();
    body()->addWidget(m_fault);
    auto *add = new QPushButton(tr("Add Tag"));
    body()->addWidget(add, 0, Qt::AlignLeading);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({}, {});
        m_list.last().key->setFocus();
    });
}

void TagsCard::addRow(const QString &key, const QString &value)
{
    Row row{new QWidget, new QLineEdit(key), new QLineEdit(value)};
    row.key->setPlaceholderText(tr("Key"));
    row.key->setAccessibleName(tr("Key of the tag"));
    row.value->setPlaceholderText(tr("Value"));
    row.value->setAccessibleName(tr("Value of the tag"));
    auto *remove = makeIconButton(QStringLiteral("close"), tr("Remove This Tag"));
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(row.key, 1);
    line->addWidget(row.value, 2);
    line->addWidget(remove);
    m_rows->addWidget(row.widget);
    m_list.append(row);
    connect(row.key, &QLineEdit::textEdited, this, &TagsCard::tell);
    connect(row.value, &QLineEdit::textEdited, this, &TagsCard::tell);
    connect(remove, &QToolButton::clicked, this, [this, widget = row.widget] {
        m_list.removeIf([widget](const Row &other) { return other.widget == widget; });
        widget->deleteLater();
        tell();
    });
}

void TagsCard::tell()
{
    setFault(ruleFault());
    Q_EMIT changed();
}

void TagsCard::setTags(const Tags &wanted)
{
    if (wanted == tags())
        return;
    for (const Row &row : std::as_const(m_list))
        row.widget->deleteLater();
    m_list.clear();
    for (const auto &[key, value] : wanted)
        addRow(toQt(key), toQt(value));
    setFault({});
}

TagsCard::Tags TagsCard::tags() const
{
    Tags tags;
    for (const Row &row : m_list)
        if (!row.key->text().isEmpty() || !row.value->text().isEmpty())
            tags.insert_or_assign(toUtf8(row.key->text()), toUtf8(row.value->text()));
    return tags;
}

QString TagsCard::ruleFault() const
{
    QStringList seen;
    for (const Row &row : m_list) {
        if (row.key->text().isEmpty() && row.value->text().isEmpty())
            continue;
        const QString fault = tagFault(row.key->text(), row.value->text(), seen);
        if (!fault.isEmpty())
            return fault;
        seen.append(row.key->text());
    }
    return {};
}

void TagsCard::setFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

} // namespace stator::ui

#include "moc_tags_card.cpp"
