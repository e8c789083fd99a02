#include "sample_job.h"

#include <QCoreApplication>
#include <QFile>

#include "bridge/connections.h"
#include "bridge/error_text.h"
#include "bridge/gui_thread.h"
#include "bridge/table_directory.h"
#include "bridge/text.h"
#include "samples/sample_loader.h"
#include "shell/jobs.h"
#include "shell/workbench.h"

namespace stator::app {

using namespace Qt::StringLiterals;

namespace {

class JobTexts {
    Q_DECLARE_TR_FUNCTIONS(stator::app::SampleJob)
public:
    static QString title() { return tr("Sample workspace"); }
    //: Progress of loading: a table, items written, items in all.
    static QString progress(const samples::Progress &at)
    {
        return tr("%1, %2 of %3 items")
            .arg(ui::toQt(std::string_view(at.table)), ui::countText(static_cast<std::int64_t>(at.written)),
                 ui::countText(static_cast<std::int64_t>(at.total)));
    }
    static QString done() { return tr("Elements, Shop and Telemetry are ready."); }
};

std::vector<samples::SampleTable> makeTables(TimeMicros now)
{
    std::vector<samples::SampleTable> tables;
    tables.push_back(samples::shopTable(now));
    QFile elements(u":/stator/samples/elements.jsonl"_s);
    if (elements.open(QIODevice::ReadOnly)) {
        const QByteArray lines = elements.readAll();
        tables.push_back(samples::elementsTable(
            std::string_view(lines.constData(), static_cast<std::size_t>(lines.size()))));
    }
    tables.push_back(samples::telemetryTable(now));
    return tables;
}

} // namespace

std::jthread startSampleJob(ui::Workbench &workbench, std::shared_ptr<service::Service> service,
                            std::function<void(bool isLoaded)> ended)
{
    QPointer<ui::Job> job(workbench.jobs().start(JobTexts::title()));
    QPointer<ui::Workbench> bench(&workbench);
    const std::string region = ui::toUtf8(workbench.connections().resolvedRegion({}, {}));
    const auto report = [job](const samples::Progress &at) {
        ui::postToGui([job, at] {
            if (job && at.total > 0)
                job->setProgress(static_cast<double>(at.written) / static_cast<double>(at.total),
                                 JobTexts::progress(at));
        });
    };
    const auto finish = [job, bench, ended = std::move(ended)](const Result<void> &loaded, bool wasStopped) {
        if (!job || !bench)
            return;
        bench->tables().refresh();
        if (wasStopped) {
            job->finish(ui::Job::State::Cancelled, {});
        } else if (!loaded.ok()) {
            job->finish(ui::Job::State::Failed, ui::describe(loaded.error()).sentence);
        } else {
            job->finish(ui::Job::State::Done, JobTexts::done());
        }
        ended(loaded.ok() && !wasStopped);
    };
    std::jthread thread([service = std::move(service), region, report, finish](std::stop_token stop) mutable {
        const Result<void> loaded =
            samples::loadSamples(*service, region, makeTables(systemClock()->nowMicros()), report, stop);
        service.reset();
        ui::postToGui([finish, loaded, wasStopped = stop.stop_requested()] { finish(loaded, wasStopped); });
    });
    QObject::connect(job, &ui::Job::cancelRequested, job,
                     [source = thread.get_stop_source()]() mutable { source.request_stop(); });
    return thread;
}

} // namespace stator::app
