#include "shell/command_set.h"

namespace stator::ui {

void CommandSet::answer(const QString &id, QObject *context, std::function<void()> handler)
{
    Answer &answer = m_answers[id];
    answer.context = context;
    answer.handler = std::move(handler);
    Q_EMIT changed();
}

void CommandSet::setReason(const QString &id, const QString &reason)
{
    const auto found = m_answers.find(id);
    if (found == m_answers.end() || found->reason == reason)
        return;
    found->reason = reason;
    Q_EMIT changed();
}

void CommandSet::setText(const QString &id, const QString &text)
{
    const auto found = m_answers.find(id);
    if (found == m_answers.end() || found->text == text)
        return;
    found->text = text;
    Q_EMIT changed();
}

QString CommandSet::reason(const QString &id) const
{
    return m_answers.value(id).reason;
}

QString CommandSet::text(const QString &id) const
{
    return m_answers.value(id).text;
}

void CommandSet::run(const QString &id) const
{
    const Answer answer = m_answers.value(id);
    if (answer.context && answer.handler && answer.reason.isEmpty())
        answer.handler();
}

} // namespace stator::ui

#include "moc_command_set.cpp"
