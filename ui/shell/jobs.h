// Jobs are work that outlasts a request: each has a title, progress, Cancel, and an end that is told.
#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QList>
#include <QPointer>
#include <QString>

namespace stator::ui {

class Job : public QObject {
    Q_OBJECT
public:
    enum class State { Running, Done, Failed, Cancelled };

    explicit Job(const QString &title, QObject *parent = nullptr);

    QString title() const { return m_title; }
    State state() const { return m_state; }
    // 0 to 1; below 0: not known.
    double progress() const { return m_progress; }
    QString detail() const { return m_detail; }
    bool isCancellable() const { return m_isCancellable; }
    void setCancellable(bool isCancellable);

    void setProgress(double progress, const QString &detail = {});
    // Ends it; later calls do nothing. `detail` says what was done, or what went wrong.
    void finish(State state, const QString &detail);
    // Asks; the owner of the job answers cancelRequested() and finishes it.
    void cancel();

Q_SIGNALS:
    void changed();
    void cancelRequested();
    void finished();

private:
    QString m_title;
    QString m_detail;
    State m_state = State::Running;
    double m_progress = -1;
    bool m_isCancellable = true;
};

// Newest first. Finished jobs stay until cleared.
class JobList : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { JobRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    // The list owns the job.
    Job *start(const QString &title);
    Job *at(int row) const { return m_jobs.value(row); }
    int runningCount() const;
    // Mean progress of the running jobs that know theirs, 0 to 1; below 0: none does.
    double runningProgress() const;
    void clearFinished();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void summaryChanged();
    void jobFinished(stator::ui::Job *job);

private:
    QList<Job *> m_jobs;
};

} // namespace stator::ui
