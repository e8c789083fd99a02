#include "features/items/preview_dialog.h"

#include <set>

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "bridge/text.h"
#include "features/items/change_bar.h"
#include "models/value_text.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;

namespace {

constexpr int kRowHeight = 26;

QString previewText(const std::optional<document::ValueView> &value, bool showsType)
{
    if (!value)
        return PreviewDialog::tr("absent");
    const QString text = oneLine(toUtf8(shortText(*value)), 400);
    return showsType ? valueTypeCode(value->type()) + QStringLiteral("  ") + text : text;
}

// Names of all attributes of both sides that differ, keys left out.
std::set<std::string> changedNames(const StagedEdit &edit)
{
    std::set<std::string> names;
    const auto collect = [&](const std::optional<document::Item> &one, const std::optional<document::Item> &other) {
        if (!one)
            return;
        for (const auto &member : one->view().attributes()) {
            const auto there = other ? other->view().attribute(member.name) : std::nullopt;
            if (!edit.key.view().attribute(member.name) && (!there || !(*there == member.value)))
                names.emplace(member.name);
        }
    };
    collect(edit.base, edit.wanted);
    collect(edit.wanted, edit.base);
    return names;
}

} // namespace

PreviewDialog::PreviewDialog(ChangeSet &changes, const TableShape &table, const QString &where, QWidget *parent)
    : QDialog(parent), m_changes(changes), m_table(table), m_where(where),
      m_summary(new ThemedLabel({}, theme::TextStyle::Section)), m_tree(new QTreeWidget), m_commit(new QPushButton)
{
    setWindowTitle(tr("Preview Changes"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(theme::px(760), theme::px(480));
    m_tree->setColumnCount(3);
    m_tree->setHeaderLabels({tr("Item"), tr("As it was read"), tr("As it will be")});
    m_tree->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_tree->header()->resizeSection(0, theme::px(260));
    m_tree->header()->resizeSection(1, theme::px(220));
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *note = new ThemedLabel(tr("Each write is made only if the item still is as it was read; nothing else is overwritten."),
                                 theme::TextStyle::Body, Role::SecondText);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox;
    theme::setPrimary(m_commit);
    m_commit->setDefault(true);
    buttons->addButton(m_commit, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_summary);
    column->addWidget(m_tree, 1);
    column->addWidget(note);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(&changes, &ChangeSet::changed, this, &PreviewDialog::fill);
    fill();
}

void PreviewDialog::fill()
{
    m_tree->clear();
    m_summary->setText(ChangeBar::summary(m_changes));
    m_commit->setText(ChangeBar::commitText(m_changes.counts().total(), m_where));
    m_commit->setEnabled(!m_changes.isEmpty());
    for (const auto &[id, edit] : m_changes.edits()) {
        auto *top = new QTreeWidgetItem(m_tree);
        QString sign = QStringLiteral("~");
        if (edit.state() == StagedEdit::State::Conflict)
            sign = QStringLiteral("!");
        else if (!edit.base)
            sign = QStringLiteral("+");
        else if (!edit.wanted)
            sign = QStringLiteral("−");
        top->setText(0, sign + QStringLiteral("  ") + keyText(m_table.keys, edit.key.view()));
        top->setText(1, edit.base ? QString() : tr("no item"));
        top->setText(2, !edit.wanted ? tr("deleted") : edit.base ? QString() : tr("new item"));
        top->setSizeHint(0, QSize(0, theme::px(kRowHeight)));
        if (!edit.conflict.isEmpty()) {
            // A line of its own: a column is too narrow for a sentence.
            auto *why = new QTreeWidgetItem(top);
            why->setText(0, edit.conflict);
            why->setToolTip(0, edit.conflict);
            why->setForeground(0, theme::color(Role::Warning));
            why->setFirstColumnSpanned(true);
            why->setSizeHint(0, QSize(0, theme::px(kRowHeight)));
        }
        for (const std::string &name : changedNames(edit)) {
            auto *line = new QTreeWidgetItem(top);
            line->setSizeHint(0, QSize(0, theme::px(kRowHeight)));
            line->setText(0, toQt(name));
            const auto before = edit.base ? edit.base->view().attribute(name) : std::nullopt;
            const auto after = edit.wanted ? edit.wanted->view().attribute(name) : std::nullopt;
            // "0" against "0" tells nothing, N against S does.
            const bool showsType = before && after && before->type() != after->type();
            line->setText(1, edit.base ? previewText(before, showsType) : QString());
            line->setText(2, edit.wanted ? previewText(after, showsType) : QString());
            line->setBackground(1, theme::color(Role::TintDeleted));
            if (edit.wanted)
                line->setBackground(2, theme::color(Role::TintAdded));
        }
        top->setExpanded(m_changes.edits().size() <= 20);
    }
}

} // namespace stator::ui

#include "moc_preview_dialog.cpp"
