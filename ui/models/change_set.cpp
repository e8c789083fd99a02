#include "models/change_set.h"

#include <QtCore/QPointer>

#include "document/writer.h"

namespace stator::ui {

namespace {

using MaybeValue = std::optional<document::ValueView>;

MaybeValue valueIn(const std::optional<document::Item> &item, std::string_view name)
{
    return item ? item->view().attribute(name) : MaybeValue();
}

// What the edit did to `base`, done to `theirs`, attribute by attribute.
std::optional<document::Item> rebased(const StagedEdit &edit, const std::optional<document::Item> &theirs)
{
    if (!edit.wanted || !theirs)
        return edit.wanted;
    document::ItemWriter writer;
    const auto put = [&writer](std::string_view name, const MaybeValue &value) {
        if (!value)
            return;
        writer.name(name);
        writer.value(*value);
    };
    const auto isChanged = [&edit](std::string_view name) { return valueIn(edit.wanted, name) != valueIn(edit.base, name); };
    for (const document::Member &member : theirs->view().attributes())
        put(member.name, isChanged(member.name) ? valueIn(edit.wanted, member.name) : MaybeValue(member.value));
    for (const document::Member &member : edit.wanted->view().attributes())
        if (!valueIn(theirs, member.name) && isChanged(member.name))
            put(member.name, member.value);
    return writer.finish();
}

} // namespace

// Swaps the whole set of edits: sets are small, and a command then needs no inverse of its own.
class ChangeSet::Command : public QUndoCommand {
public:
    Command(ChangeSet *set, Edits before, Edits after, const QString &label)
        : QUndoCommand(label), m_set(set), m_generation(set->m_generation), m_before(std::move(before)),
          m_after(std::move(after))
    {
    }

    void undo() override { restore(m_before); }
    void redo() override { restore(m_after); }

private:
    // A commit moved the ground under older commands; the commit's own command stands for them.
    void restore(const Edits &edits)
    {
        if (m_set && m_set->m_generation == m_generation)
            m_set->replaceAll(edits);
        else
            setObsolete(true);
    }

    QPointer<ChangeSet> m_set;
    const int m_generation;
    Edits m_before;
    Edits m_after;
};

ChangeSet::ChangeSet(TableAddress table, Send send, QUndoStack *undoStack, QObject *parent)
    : QObject(parent), m_table(std::move(table)), m_send(std::move(send)), m_undoStack(undoStack)
{
}

const StagedEdit *ChangeSet::find(const document::Item &key) const
{
    const auto found = m_edits.find(key.bytes());
    return found == m_edits.end() ? nullptr : &found->second;
}

ChangeSet::Counts ChangeSet::counts() const
{
    Counts counts;
    for (const auto &[id, edit] : m_edits) {
        switch (edit.state()) {
        case StagedEdit::State::Added:
            ++counts.added;
            break;
        case StagedEdit::State::Changed:
            ++counts.changed;
            break;
        case StagedEdit::State::Deleted:
            ++counts.deleted;
            break;
        case StagedEdit::State::Conflict:
            ++counts.conflicts;
            break;
        }
    }
    return counts;
}

void ChangeSet::put(const std::string &id, StagedEdit edit, Edits &edits) const
{
    if (edit.isVoid())
        edits.erase(id);
    else
        edits.insert_or_assign(id, std::move(edit));
}

void ChangeSet::replaceAll(Edits edits)
{
    m_edits = std::move(edits);
    Q_EMIT changed();
}

void ChangeSet::stage(const document::Item &key, const std::optional<document::Item> &base,
                      const std::optional<document::Item> &wanted, const QString &label)
{
    const StagedEdit *there = find(key);
    Edits after = m_edits;
    put(key.bytes(), StagedEdit{key, there ? there->base : base, wanted, {}}, after);
    m_undoStack->push(new Command(this, m_edits, std::move(after), label));
}

void ChangeSet::stageAttribute(const document::Item &key, const std::optional<document::Item> &base,
                               const std::string &attribute, const std::optional<document::Value> &value,
                               const QString &label)
{
    const StagedEdit *there = find(key);
    const std::optional<document::Item> &current = there ? there->wanted : base;
    document::ItemWriter writer;
    const document::ItemView view = current ? current->view() : key.view();
    for (const auto &member : view.attributes()) {
        if (member.name == attribute)
            continue;
        writer.name(member.name);
        writer.value(member.value);
    }
    if (value) {
        writer.name(attribute);
        writer.value(value->view());
    }
    stage(key, base, writer.finish(), label);
}

void ChangeSet::unstage(const document::Item &key)
{
    if (!find(key))
        return;
    Edits after = m_edits;
    after.erase(key.bytes());
    m_undoStack->push(new Command(this, m_edits, std::move(after), tr("Discard a Change")));
}

void ChangeSet::discard()
{
    if (!m_edits.empty())
        m_undoStack->push(new Command(this, m_edits, {}, tr("Discard Changes")));
}

void ChangeSet::rebase(const document::Item &key, const std::optional<document::Item> &theirs)
{
    const StagedEdit *there = find(key);
    if (!there)
        return;
    Edits after = m_edits;
    put(key.bytes(), StagedEdit{key, theirs, rebased(*there, theirs), {}}, after);
    m_undoStack->push(new Command(this, m_edits, std::move(after), tr("Compare with the Present Item")));
}

void ChangeSet::commit()
{
    if (isCommitting() || m_edits.empty())
        return;
    m_refused = 0;
    m_firstProblem.clear();
    m_reverse.clear();
    const Edits sent = m_edits;
    m_pending = static_cast<int>(sent.size());
    Q_EMIT changed();
    for (const auto &[id, edit] : sent) {
        m_send(commitRequest(m_table, edit),
               [self = QPointer<ChangeSet>(this), id = id, edit = edit](Result<void> result) {
                   if (self)
                       self->finishOne(id, edit, result);
               });
    }
}

void ChangeSet::finishOne(const std::string &id, const StagedEdit &sent, const Result<void> &result)
{
    const auto there = m_edits.find(id);
    if (result.ok()) {
        // What was staged on top while the commit ran stays, judged against what is now in the table.
        if (there != m_edits.end()) {
            StagedEdit rest = there->second;
            rest.base = sent.wanted;
            rest.conflict.clear();
            put(id, std::move(rest), m_edits);
        }
        m_reverse.insert_or_assign(id, StagedEdit{sent.key, sent.wanted, sent.base, {}});
    } else {
        ++m_refused;
        const bool isConflict = result.error().code == ErrorCode::ConditionalCheckFailed;
        const QString sentence = isConflict
            ? tr("Another client changed this item after you read it; nothing was overwritten.")
            : tr("The write was refused: %1").arg(QString::fromStdString(result.error().message));
        if (m_firstProblem.isEmpty())
            m_firstProblem = sentence;
        if (there != m_edits.end())
            there->second.conflict = sentence;
    }
    if (--m_pending == 0)
        finishCommit();
}

void ChangeSet::finishCommit()
{
    const int done = static_cast<int>(m_reverse.size());
    if (done > 0) {
        // Undo past this point stages the reverse of what was written.
        ++m_generation;
        Edits before = m_edits;
        for (const auto &[id, edit] : m_reverse)
            before.insert_or_assign(id, edit);
        m_undoStack->push(new Command(this, std::move(before), m_edits, tr("Commit %Ln Change(s)", nullptr, done)));
    }
    m_reverse.clear();
    Q_EMIT changed();
    Q_EMIT committed(done, m_refused, m_firstProblem);
}

} // namespace stator::ui

#include "moc_change_set.cpp"
