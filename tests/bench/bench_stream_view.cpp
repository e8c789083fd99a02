// Whether the Live page keeps the window alive: changes are written to a table at a steady rate, read from its stored
// stream and listed, while the longest time in which the window answers nobody is measured.
//
//     ./dev bench stream-view [changes a second [seconds]]
//
// Following, frozen and scrolled by hand, and through a filter. Pictures are painted, not shown: run it offscreen
// (QT_QPA_PLATFORM=offscreen) or on a screen.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <thread>

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include "api/batch_write_item.h"
#include "api/create_table.h"
#include "base/executor.h"
#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "common/backend.h"
#include "document/writer.h"
#include "features/streams/change_view.h"
#include "features/streams/live_page.h"
#include "model/number.h"
#include "shell/endpoint_status.h"
#include "shell/page_registry.h"
#include "theme/theme.h"
#include "window/main_window.h"
#include "window/tab_area.h"

using namespace stator;
using namespace stator::ui;

namespace {

constexpr int kBatch = 25;
constexpr int kKeys = 5000;

template <class Request>
auto ask(service::Service &service, Request request)
{
    using Response = typename Operation<Request>::Response;
    std::promise<Result<Response>> promise;
    auto future = promise.get_future();
    Operation<Request>::invoke(service, std::move(request), {},
                               [&promise](Result<Response> result) { promise.set_value(std::move(result)); });
    auto result = future.get();
    if (!result.ok()) {
        std::fprintf(stderr, "bench_stream_view: %s\n", result.error().message.c_str());
        std::exit(1);
    }
    return std::move(*result);
}

document::Item order(int number)
{
    document::ItemWriter writer;
    writer.name("address");
    writer.beginMap();
    writer.name("city");
    writer.string(number / kKeys % 2 ? "Bergen" : "Oslo");
    writer.name("zip");
    writer.string("0150");
    writer.endMap();
    writer.name("customer");
    writer.string("CUSTOMER#" + std::to_string(number % kKeys));
    writer.name("note");
    writer.string(std::string(200, 'n'));
    writer.name("total");
    writer.numberBytes(model::Number(number).bytes());
    return writer.finish();
}

void createTable(service::Service &service)
{
    api::CreateTableRequest table;
    table.tableName = "Orders";
    table.attributeDefinitions = {{"customer", api::ScalarAttributeType::S}};
    table.keySchema = {{"customer", api::KeyType::Hash}};
    table.billingMode = api::BillingMode::PayPerRequest;
    table.streamSpecification.emplace();
    table.streamSpecification->streamEnabled = true;
    table.streamSpecification->streamViewType = api::StreamViewType::NewAndOldImages;
    ask(service, table);
}

// Writes at a steady rate until it is told to stop.
class Traffic {
public:
    Traffic(service::Service &service, int perSecond) : m_thread([this, &service, perSecond] { run(service, perSecond); }) {}
    ~Traffic()
    {
        m_stops = true;
        m_thread.join();
    }
    std::int64_t written() const { return m_written; }

private:
    void run(service::Service &service, int perSecond)
    {
        using Clock = std::chrono::steady_clock;
        auto next = Clock::now();
        int number = 0;
        while (!m_stops) {
            std::vector<api::WriteRequest> writes(kBatch);
            for (api::WriteRequest &write : writes) {
                write.putRequest.emplace();
                write.putRequest->item = order(number++);
            }
            api::BatchWriteItemRequest batch;
            batch.requestItems.emplace_back("Orders", std::move(writes));
            ask(service, std::move(batch));
            m_written += kBatch;
            next += std::chrono::nanoseconds(1'000'000'000LL * kBatch / perSecond);
            std::this_thread::sleep_until(next);
        }
    }

    std::atomic<bool> m_stops = false;
    std::atomic<std::int64_t> m_written = 0;
    std::thread m_thread;
};

// How long the event loop took from one beat to the next, beyond the beat.
class Pulse {
public:
    Pulse()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_gaps.push_back(static_cast<double>(m_since.nsecsElapsed()) / 1e6 - kBeatMs);
            m_since.restart();
        });
        m_since.start();
        m_timer.start(kBeatMs);
    }
    double longest() const { return m_gaps.empty() ? 0 : *std::max_element(m_gaps.begin(), m_gaps.end()); }
    double percentile(double share)
    {
        std::sort(m_gaps.begin(), m_gaps.end());
        return m_gaps.empty() ? 0 : m_gaps[static_cast<std::size_t>(share * static_cast<double>(m_gaps.size() - 1))];
    }

private:
    static constexpr int kBeatMs = 5;
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_gaps;
};

struct Stand {
    Stand()
        : settings(directory.filePath(QStringLiteral("window.ini")), QSettings::IniFormat), pool(std::make_shared<ThreadPool>("core", 4)),
          connections(pool), tables(connections)
    {
        app::ProgramOptions options;
        options.inMemory = true;
        options.withEndpoint = false;
        options.tableDelayMs = 0;
        auto opened = app::Backend::open(options);
        if (!opened.ok()) {
            std::fprintf(stderr, "bench_stream_view: %s\n", opened.error().message.c_str());
            std::exit(1);
        }
        backend = std::move(*opened);
        createTable(backend->service());
        pool->start();
        ConnectionInfo info;
        info.id = kLocalConnection;
        info.title = QStringLiteral("This computer");
        info.regions = {QStringLiteral("us-east-1")};
        connections.add(info, std::shared_ptr<service::Service>(&backend->service(), [](service::Service *) {}));
        registerStreams(pages);
        window = std::make_unique<MainWindow>(WindowContext{pages, connections, tables, endpoint, settings, {}});
        addStreamCommands(window->workbench());
        window->start({}, false);
        window->resize(1280, 800);
        window->openPlace(Place::ofTable(kLocalConnection, QStringLiteral("us-east-1"), QStringLiteral("Orders"), QStringLiteral("live")),
                          OpenMode::Keep);
        window->show();
    }
    ~Stand()
    {
        window.reset();
        connections.remove(kLocalConnection);
        pool->stop();
        (void)backend->stop();
    }
    LivePage &page() { return *qobject_cast<LivePage *>(window->tabs().currentPage()); }

    QTemporaryDir directory;
    QSettings settings;
    std::unique_ptr<app::Backend> backend;
    std::shared_ptr<ThreadPool> pool;
    ConnectionList connections;
    TableDirectory tables;
    EndpointStatus endpoint;
    PageRegistry pages;
    std::unique_ptr<MainWindow> window;
};

void wait(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
}

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

bool measure(const char *what, Stand &stand, const Traffic &traffic, int seconds, const std::function<void()> &each = {})
{
    Pulse pulse;
    const std::int64_t writtenBefore = traffic.written();
    const std::int64_t readBefore = stand.page().cursor().scanned();
    const double cpuBefore = cpuSeconds();
    QTimer timer;
    if (each) {
        QObject::connect(&timer, &QTimer::timeout, &timer, each);
        timer.start(30);
    }
    wait(seconds * 1000);
    const double longest = pulse.longest();
    std::printf("%-28s written %7.0f/s  read %7.0f/s  stall: longest %6.1f ms, p99 %5.1f ms  window %4.0f %% of a core  %s\n", what,
                static_cast<double>(traffic.written() - writtenBefore) / seconds,
                static_cast<double>(stand.page().cursor().scanned() - readBefore) / seconds, longest, pulse.percentile(0.99),
                (cpuSeconds() - cpuBefore) / seconds * 100, longest <= 100 ? "ok" : "TOO SLOW");
    return longest <= 100;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int perSecond = argc > 1 ? std::atoi(argv[1]) : 10'000;
    const int seconds = argc > 2 ? std::atoi(argv[2]) : 10;
    theme::Theme::instance().install();
    Stand stand;
    wait(500);
    const Traffic traffic(stand.backend->service(), perSecond);
    wait(2000);
    bool isGood = measure("following", stand, traffic, seconds);
    stand.page().view().verticalScrollBar()->setValue(0);
    int step = 0;
    isGood = measure("frozen, scrolled by hand", stand, traffic, seconds, [&] {
        QScrollBar *bar = stand.page().view().verticalScrollBar();
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * (++step * 37 % 90) / 100));
    }) && isGood;
    stand.page().commands().run(QStringLiteral("page.freeze"));
    isGood = measure("following again", stand, traffic, seconds) && isGood;
    Place filtered = stand.page().place();
    filtered.query = QStringLiteral("key=CUSTOMER%2349&attribute=city");
    stand.page().open(filtered);
    isGood = measure("through a filter", stand, traffic, seconds) && isGood;
    return isGood ? 0 : 1;
}
