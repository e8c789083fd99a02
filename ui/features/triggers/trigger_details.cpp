#include "features/triggers/trigger_details.h"

#include <QVBoxLayout>

#include "bridge/text.h"
#include "features/triggers/trigger_texts.h"
#include "widgets/labels.h"
#include "widgets/text_view.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;
using theme::TextStyle;

TriggerDetails::TriggerDetails(QWidget *parent)
    : QWidget(parent), m_nothing(new ThemedLabel(tr("Select a trigger to see it here."), TextStyle::Body, Role::SecondText)),
      m_body(new QWidget), m_title(new ThemedLabel({}, TextStyle::Section)), m_status(new ThemedLabel({})),
      m_facts(new ThemedLabel({}, TextStyle::Body, Role::SecondText)), m_counts(new ThemedLabel({})),
      m_answer(new TextView), m_problems(new TextView)
{
    m_nothing->setAlignment(Qt::AlignHCenter);
    m_nothing->setWordWrap(true);
    for (ThemedLabel *label : {m_facts, m_counts}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_answer->setAccessibleName(tr("Output of the last batch"));
    m_problems->setAccessibleName(tr("Problems"));
    // Why something failed stands at the end of a line.
    for (TextView *view : {m_answer, m_problems})
        view->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(8);
    body->addWidget(m_title);
    body->addWidget(m_status);
    body->addWidget(m_facts);
    body->addWidget(m_counts);
    body->addWidget(new ThemedLabel(tr("Output of the last batch"), TextStyle::Strong));
    body->addWidget(m_answer, 1);
    body->addWidget(new ThemedLabel(tr("Problems"), TextStyle::Strong));
    body->addWidget(m_problems, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 16);
    column->addWidget(m_nothing, 0, Qt::AlignTop);
    column->addWidget(m_body, 1);
    clear();
}

void TriggerDetails::clear()
{
    m_body->hide();
    m_nothing->QWidget::show();
}

void TriggerDetails::show(const api::TriggerDescription &trigger)
{
    m_nothing->hide();
    m_body->QWidget::show();
    m_title->setText(toQt(trigger.name));
    m_status->setText(triggerStatusSign(trigger.status) + u' ' + triggerStatusText(trigger.status));
    m_status->setRole(triggerStatusRole(trigger.status));
    QStringList facts{invokerText(trigger.invoker), toQt(trigger.streamArn),
                      tr("Batches of at most %1 records, gathered for %2 s, %3 at a time")
                          .arg(countText(trigger.batchSize), countText(trigger.maximumBatchingWindowInSeconds),
                               countText(trigger.parallelizationFactor))};
    if (trigger.position)
        facts.append(tr("Done up to %1").arg(toQt(trigger.position)));
    if (trigger.nextAttempt)
        facts.append(tr("Next attempt %1").arg(momentText(*trigger.nextAttempt)));
    m_facts->setText(facts.join(u'\n'));
    m_counts->setText(tr("%1 records delivered in %2 batches, %3 failed; %4 filtered out, %5 given up")
                          .arg(countText(trigger.deliveredRecords), countText(trigger.batches), countText(trigger.failedBatches),
                               countText(trigger.filteredRecords), countText(trigger.givenUpRecords)));
    if (!trigger.lastBatch)
        m_answer->setNotice(tr("No batch yet."));
    else if (const QString said = toQt(trigger.lastBatch->problem) + u'\n' + toQt(trigger.lastBatch->answer); said.trimmed().isEmpty())
        m_answer->setNotice(tr("It said nothing."));
    else
        m_answer->setContent(said.trimmed());
    QString problems;
    for (auto problem = trigger.problems.rbegin(); problem != trigger.problems.rend(); ++problem)
        problems += momentText(problem->time) + u"  "_s + toQt(problem->message) + u'\n';
    if (problems.isEmpty())
        m_problems->setNotice(tr("None."));
    else
        m_problems->setContent(problems);
}

} // namespace stator::ui

#include "moc_trigger_details.cpp"
