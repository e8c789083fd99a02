// How long the window takes on a table of ten million items, as a person waits for it: from the start of the program
// to the first painted page and an answered key, a jump to any place, a full repaint; and the same where one
// partition key holds half of a table.
//
//     ./dev bench window [items [directory]]
//
// The workspace is made once and kept; it is opened as after a clean stop. Pictures are painted, not shown: run it
// offscreen (QT_QPA_PLATFORM=offscreen) or on a screen.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <future>

#include <QApplication>
#include <QElapsedTimer>
#include <QPixmap>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "api/batch_write_item.h"
#include "api/create_table.h"
#include "api/describe_table.h"
#include "base/executor.h"
#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "common/backend.h"
#include "document/writer.h"
#include "features/items/items_page.h"
#include "grid/grid_view.h"
#include "model/number.h"
#include "models/item_grid_model.h"
#include "shell/endpoint_status.h"
#include "shell/page_registry.h"
#include "theme/theme.h"
#include "window/main_window.h"
#include "window/tab_area.h"

using namespace stator;
using namespace stator::ui;

namespace {

constexpr int kPatienceMs = 30'000;

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
        std::fprintf(stderr, "bench_window: %s\n", result.error().message.c_str());
        std::exit(1);
    }
    return std::move(*result);
}

document::Item reading(const std::string &station, int number)
{
    document::ItemWriter writer;
    writer.name("battery");
    writer.numberBytes(model::Number(number % 100).bytes());
    writer.name("kind");
    writer.string(number % 3 == 0 ? "hourly" : "daily");
    writer.name("second");
    writer.numberBytes(model::Number(number).bytes());
    writer.name("station");
    writer.string(station);
    writer.name("temperature");
    writer.numberBytes(model::Number(number % 1000).bytes());
    return writer.finish();
}

void createTable(service::Service &service, const std::string &name)
{
    api::CreateTableRequest table;
    table.tableName = name;
    table.attributeDefinitions = {{"station", api::ScalarAttributeType::S}, {"second", api::ScalarAttributeType::N}};
    table.keySchema = {{"station", api::KeyType::Hash}, {"second", api::KeyType::Range}};
    table.billingMode = api::BillingMode::PayPerRequest;
    ask(service, table);
}

// `stationOf` gives the partition key of the n-th item.
template <class StationOf>
void fill(service::Service &service, const std::string &name, int items, StationOf stationOf)
{
    constexpr int kBatch = 25;
    for (int number = 0; number < items;) {
        std::vector<api::WriteRequest> writes;
        for (int i = 0; i < kBatch && number < items; ++i, ++number) {
            api::WriteRequest write;
            write.putRequest.emplace();
            write.putRequest->item = reading(stationOf(number), number);
            writes.push_back(std::move(write));
        }
        api::BatchWriteItemRequest batch;
        batch.requestItems.emplace_back(name, std::move(writes));
        ask(service, std::move(batch));
        if (number % 1'000'000 < kBatch)
            std::fprintf(stderr, "bench_window: %s, %d of %d items\n", name.c_str(), number, items);
    }
}

app::ProgramOptions optionsFor(const std::string &directory)
{
    app::ProgramOptions options;
    options.workspace = directory;
    options.withEndpoint = false;
    options.tableDelayMs = 0;
    options.sync = app::SyncChoice::Never;
    return options;
}

std::unique_ptr<app::Backend> openBackend(const std::string &directory)
{
    auto backend = app::Backend::open(optionsFor(directory));
    if (!backend.ok()) {
        std::fprintf(stderr, "bench_window: %s\n", backend.error().message.c_str());
        std::exit(1);
    }
    return std::move(*backend);
}

// The mark is written last: what was cut off is made anew.
void makeWorkspace(const std::string &directory, int items)
{
    const std::filesystem::path mark = std::filesystem::path(directory) / "bench-complete";
    if (std::filesystem::exists(mark))
        return;
    std::filesystem::remove_all(directory);
    std::fprintf(stderr, "bench_window: making %s once\n", directory.c_str());
    {
        const auto backend = openBackend(directory);
        service::Service &service = backend->service();
        createTable(service, "Even");
        fill(service, "Even", items, [](int number) { return "station-" + std::to_string(number / 50); });
        createTable(service, "Hot");
        fill(service, "Hot", items / 10,
             [](int number) { return number % 2 == 0 ? std::string("station-hot") : "station-" + std::to_string(number / 50); });
        (void)backend->stop();
    }
    std::FILE *file = std::fopen(mark.c_str(), "w");
    if (file)
        std::fclose(file);
}

double millis(const QElapsedTimer &timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

template <class Condition>
bool waitFor(Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > kPatienceMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    }
    return true;
}

class Stand {
public:
    Stand(std::unique_ptr<app::Backend> opened, const QString &table)
        : settings(directory.filePath(QStringLiteral("window.ini")), QSettings::IniFormat), backend(std::move(opened)),
          pool(std::make_shared<ThreadPool>("core", 4)), connections(pool), tables(connections)
    {
        pool->start();
        ConnectionInfo info;
        info.id = kLocalConnection;
        info.title = QStringLiteral("This computer");
        info.regions = {QStringLiteral("us-east-1")};
        connections.add(info, std::shared_ptr<service::Service>(&backend->service(), [](service::Service *) {}));
        registerItems(pages);
        window = std::make_unique<MainWindow>(WindowContext{pages, connections, tables, endpoint, settings, {}});
        addItemCommands(window->workbench().actions());
        window->start({}, false);
        window->resize(1280, 800);
        window->openPlace(Place::ofTable(kLocalConnection, QStringLiteral("us-east-1"), table), OpenMode::Keep);
        window->show();
    }
    ~Stand()
    {
        window.reset();
        connections.remove(kLocalConnection);
        pool->stop();
        (void)backend->stop();
    }

    GridView &grid() { return qobject_cast<ItemsPage *>(window->tabs().currentPage())->grid(); }
    bool isPainted(int row)
    {
        const ItemGridModel &model = *grid().gridModel();
        if (model.rowCount() == 0 || !model.rowAt(std::min(row, model.rowCount() - 1)).isLoaded)
            return false;
        (void)window->grab();
        return true;
    }

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

void say(const char *what, double value, double limit)
{
    std::printf("%-44s %8.1f ms   at most %5.0f ms  %s\n", what, value, limit, value <= limit ? "ok" : "TOO SLOW");
}

void measureJumps(Stand &stand, const char *what)
{
    GridView &grid = stand.grid();
    std::vector<double> jumps;
    int missed = 0;
    for (int i = 1; i <= 40; ++i) {
        const ItemGridModel &model = *grid.gridModel();
        const int row = static_cast<int>(static_cast<qint64>(model.rowCount()) * (i * 37 % 100) / 100);
        QElapsedTimer timer;
        timer.start();
        grid.scrollTo(model.index(row, 0), QAbstractItemView::PositionAtTop);
        missed += waitFor([&] { return stand.isPainted(grid.firstVisibleRow()) && stand.isPainted(grid.lastVisibleRow()); }) ? 0 : 1;
        jumps.push_back(millis(timer));
    }
    std::sort(jumps.begin(), jumps.end());
    std::printf("%s: jump, median %.1f ms; %d of 40 did not arrive\n", what, jumps[jumps.size() / 2], missed);
    say("  the slowest", jumps.back(), 100);
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer start;
    start.start();
    QApplication application(argc, argv);
    const int items = argc > 1 ? std::atoi(argv[1]) : 10'000'000;
    const std::string directory = argc > 2
        ? argv[2]
        : QCoreApplication::applicationDirPath().toStdString() + "/window-" + std::to_string(items);
    if (!std::filesystem::exists(std::filesystem::path(directory) / "bench-complete")) {
        makeWorkspace(directory, items);
        start.restart();
    }
    theme::Theme::instance().install();
    {
        auto backend = openBackend(directory);
        const double opened = millis(start);
        Stand stand(std::move(backend), QStringLiteral("Even"));
        if (!waitFor([&] { return stand.isPainted(0); })) {
            std::fprintf(stderr, "bench_window: the first page never came\n");
            return 1;
        }
        const double painted = millis(start);
        GridView &grid = stand.grid();
        grid.setCurrentIndex(grid.gridModel()->index(0, 0));
        QTest::keyClick(&grid, Qt::Key_Down);
        (void)stand.window->grab();
        std::printf("table of %d items; workspace opened after %.0f ms\n", grid.gridModel()->rowCount(), opened);
        say("first page painted", painted, 1000);
        say(grid.currentIndex().row() == 1 ? "a key answered" : "a key NOT answered", millis(start), 1000);
        measureJumps(stand, "even keys");

        constexpr int kRepaints = 100;
        QPixmap picture(grid.size());
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < kRepaints; ++i)
            grid.viewport()->render(&picture);
        say("full repaint of the grid", millis(timer) / kRepaints, 8);
    }
    {
        Stand stand(openBackend(directory), QStringLiteral("Hot"));
        (void)waitFor([&] { return stand.isPainted(0); });
        measureJumps(stand, "half of the table under one key");
    }
    return 0;
}
