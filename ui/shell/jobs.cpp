#include "shell/jobs.h"

#include <algorithm>

namespace stator::ui {

Job::Job(const QString &title, QObject *parent) : QObject(parent), m_title(title) {}

void Job::setCancellable(bool isCancellable)
{
    m_isCancellable = isCancellable;
    Q_EMIT changed();
}

void Job::setProgress(double progress, const QString &detail)
{
    if (m_state != State::Running)
        return;
    m_progress = progress;
    m_detail = detail;
    Q_EMIT changed();
}

void Job::finish(State state, const QString &detail)
{
    if (m_state != State::Running)
        return;
    m_state = state;
    m_detail = detail;
    if (state == State::Done)
        m_progress = 1;
    Q_EMIT changed();
    Q_EMIT finished();
}

void Job::cancel()
{
    if (m_state == State::Running && m_isCancellable)
        Q_EMIT cancelRequested();
}

Job *JobList::start(const QString &title)
{
    auto *job = new Job(title, this);
    beginInsertRows({}, 0, 0);
    m_jobs.prepend(job);
    endInsertRows();
    connect(job, &Job::changed, this, [this, job] {
        const QModelIndex at = index(static_cast<int>(m_jobs.indexOf(job)));
        Q_EMIT dataChanged(at, at);
        Q_EMIT summaryChanged();
    });
    connect(job, &Job::finished, this, [this, job] { Q_EMIT jobFinished(job); });
    Q_EMIT summaryChanged();
    return job;
}

int JobList::runningCount() const
{
    return static_cast<int>(std::count_if(
        m_jobs.begin(), m_jobs.end(), [](const Job *job) { return job->state() == Job::State::Running; }));
}

double JobList::runningProgress() const
{
    double sum = 0;
    int known = 0;
    for (const Job *job : m_jobs) {
        if (job->state() == Job::State::Running && job->progress() >= 0) {
            sum += job->progress();
            ++known;
        }
    }
    return known == 0 ? -1 : sum / known;
}

void JobList::clearFinished()
{
    for (int row = static_cast<int>(m_jobs.size()) - 1; row >= 0; --row) {
        if (m_jobs.at(row)->state() == Job::State::Running)
            continue;
        beginRemoveRows({}, row, row);
        m_jobs.takeAt(row)->deleteLater();
        endRemoveRows();
    }
    Q_EMIT summaryChanged();
}

int JobList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

QVariant JobList::data(const QModelIndex &index, int role) const
{
    Job *job = m_jobs.value(index.row());
    if (!job)
        return {};
    if (role == Qt::DisplayRole)
        return job->detail().isEmpty() ? job->title() : tr("%1: %2").arg(job->title(), job->detail());
    if (role == JobRole)
        return QVariant::fromValue(job);
    return {};
}

} // namespace stator::ui

#include "moc_jobs.cpp"
