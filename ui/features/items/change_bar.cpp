#include "features/items/change_bar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include "bridge/text.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"

namespace stator::ui {

using theme::Role;

ChangeBar::ChangeBar(QWidget *parent)
    : QWidget(parent), m_text(new ElidedLabel), m_problem(new ElidedLabel), m_commit(new QPushButton)
{
    auto *discard = new QPushButton(tr("Discard"));
    auto *preview = new QPushButton(tr("Preview"));
    theme::setPrimary(m_commit);
    m_text->setTextStyle(theme::TextStyle::Strong);
    m_problem->setRole(Role::Warning);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    // What is staged is always told whole; why it was refused is in the tool tip as well.
    m_text->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    row->addWidget(m_text, 1);
    row->addWidget(m_problem, 3);
    row->addWidget(discard);
    row->addWidget(preview);
    row->addWidget(m_commit);
    connect(discard, &QPushButton::clicked, this, &ChangeBar::discardRequested);
    connect(preview, &QPushButton::clicked, this, &ChangeBar::previewRequested);
    connect(m_commit, &QPushButton::clicked, this, &ChangeBar::commitRequested);
}

void ChangeBar::setCommitPrimary(bool isPrimary) { theme::setPrimary(m_commit, isPrimary); }

QString ChangeBar::commitText(int count, const QString &where)
{
    //: %1 is a count, %2 the name of a dangerous connection.
    return where.isEmpty() ? tr("Commit %1").arg(countText(count)) : tr("Commit %1 to %2").arg(countText(count), where);
}

QString ChangeBar::summary(const ChangeSet &changes)
{
    const ChangeSet::Counts counts = changes.counts();
    QStringList parts;
    if (counts.added > 0)
        parts.append(tr("%1 added").arg(countText(counts.added)));
    if (counts.changed > 0)
        parts.append(tr("%1 changed").arg(countText(counts.changed)));
    if (counts.deleted > 0)
        parts.append(tr("%1 deleted").arg(countText(counts.deleted)));
    if (counts.conflicts > 0)
        parts.append(tr("%1 refused").arg(countText(counts.conflicts)));
    //: %1 a table, %2 a list such as "2 changed, 1 deleted".
    return tr("%Ln change(s) in %1: %2", nullptr, counts.total())
        .arg(toQt(changes.table().table), parts.join(QStringLiteral(", ")));
}

void ChangeBar::show(const ChangeSet &changes, const QString &where)
{
    setVisible(!changes.isEmpty());
    if (changes.isEmpty())
        return;
    m_text->setText(summary(changes));
    QString problem;
    for (const auto &[id, edit] : changes.edits())
        if (problem.isEmpty())
            problem = edit.conflict;
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_commit->setText(commitText(changes.counts().total(), where));
    m_commit->setEnabled(!changes.isCommitting());
}

void ChangeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Role::Window));
    painter.fillRect(QRect(0, 0, width(), 1), theme::color(Role::Hairline));
}

} // namespace stator::ui

#include "moc_change_bar.cpp"
