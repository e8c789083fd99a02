#include "window/activity_dock.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>

#include "models/log_model.h"
#include "shell/jobs.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/labels.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;

namespace {

class JobRow final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::JobRow)
public:
    explicit JobRow(Job *job)
        : m_title(new ElidedLabel), m_detail(new ElidedLabel), m_bar(new QProgressBar),
          m_cancel(new QPushButton(tr("Cancel")))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(12, 4, 12, 4);
        row->setSpacing(12);
        row->addWidget(m_title, 3);
        row->addWidget(m_detail, 3);
        row->addWidget(m_bar, 2);
        row->addWidget(m_cancel);
        m_title->setText(job->title());
        m_detail->setRole(Role::SecondText);
        m_bar->setTextVisible(false);
        m_bar->setFixedHeight(6);
        m_bar->setAccessibleName(job->title());
        connect(m_cancel, &QPushButton::clicked, job, &Job::cancel);
        connect(job, &Job::changed, this, [this, job] { show(*job); });
        show(*job);
    }

private:
    void show(const Job &job)
    {
        const bool isRunning = job.state() == Job::State::Running;
        m_detail->setText(job.state() == Job::State::Cancelled && job.detail().isEmpty() ? tr("Cancelled")
                                                                                         : job.detail());
        m_detail->setRole(job.state() == Job::State::Failed ? Role::Error : Role::SecondText);
        m_bar->setRange(0, 1000);
        m_bar->setValue(job.progress() < 0 ? 0 : static_cast<int>(job.progress() * 1000));
        m_bar->setVisible(isRunning);
        m_cancel->setVisible(isRunning && job.isCancellable());
    }

    ElidedLabel *m_title;
    ElidedLabel *m_detail;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace

ActivityDock::ActivityDock(JobList &jobs, LogModel &log, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_switch(new SegmentedSwitch), m_stack(new QStackedWidget),
      m_jobRows(new QWidget), m_log(new QListView)
{
    m_switch->setSegments({{u"jobs"_s, tr("Jobs")}, {u"log"_s, tr("Log")}});
    m_switch->setCurrent(u"jobs"_s);
    m_switch->setAccessibleName(tr("Activity"));
    auto *clear = new QPushButton(tr("Clear Finished"));
    clear->setFlat(true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 12, 4);
    head->addWidget(m_switch);
    head->addStretch();
    head->addWidget(clear);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addWidget(m_stack, 1);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    theme::setPageSurface(m_jobRows);
    scroll->setWidget(m_jobRows);
    auto *rows = new QVBoxLayout(m_jobRows);
    rows->setContentsMargins(0, 4, 0, 4);
    rows->setSpacing(0);
    m_log->setModel(&log);
    m_log->setFrameShape(QFrame::NoFrame);
    m_log->setUniformItemSizes(true);
    m_log->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_log->setAccessibleName(tr("Log"));
    auto *copy = new QShortcut(QKeySequence::Copy, m_log);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, m_log, [this] {
        QStringList lines;
        for (const QModelIndex &index : m_log->selectionModel()->selectedIndexes())
            lines.append(index.data().toString());
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_log);
    connect(m_switch, &SegmentedSwitch::chosen, this, [this, clear](const QString &id) {
        m_stack->setCurrentIndex(id == "log"_L1 ? 1 : 0);
        clear->setVisible(id == "jobs"_L1);
    });
    connect(clear, &QPushButton::clicked, &m_jobs, &JobList::clearFinished);
    connect(&m_jobs, &QAbstractItemModel::rowsInserted, this, &ActivityDock::rebuildJobs);
    connect(&m_jobs, &QAbstractItemModel::rowsRemoved, this, &ActivityDock::rebuildJobs);
    rebuildJobs();
}

void ActivityDock::showJobs()
{
    m_switch->setCurrent(u"jobs"_s);
    m_stack->setCurrentIndex(0);
}

void ActivityDock::rebuildJobs()
{
    QLayout *rows = m_jobRows->layout();
    while (QLayoutItem *item = rows->takeAt(0)) {
        if (QWidget *row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    for (int i = 0; i < m_jobs.rowCount(); ++i)
        rows->addWidget(new JobRow(m_jobs.at(i)));
    if (m_jobs.rowCount() == 0) {
        auto *nothing =
            new ThemedLabel(tr("No jobs. Imports, exports and backups are listed here while they run."),
                            theme::TextStyle::Body, Role::SecondText);
        nothing->setContentsMargins(12, 4, 12, 4);
        rows->addWidget(nothing);
    }
    static_cast<QVBoxLayout *>(rows)->addStretch();
}

} // namespace stator::ui

#include "moc_activity_dock.cpp"
