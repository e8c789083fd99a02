// How long the item grid takes to show a table: first page, a jump to any place, a full repaint.
//
//     QT_QPA_PLATFORM=offscreen build/release/bench/bench_window [items]
//
// The engine runs in memory in this process; times are those a person waits for, request and painting included.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <future>

#include <QApplication>
#include <QElapsedTimer>
#include <QPixmap>

#include "api/batch_write_item.h"
#include "api/create_table.h"
#include "api/describe_table.h"
#include "base/executor.h"
#include "bridge/service_client.h"
#include "common/backend.h"
#include "document/writer.h"
#include "features/items/grid/grid_view.h"
#include "model/number.h"
#include "models/item_grid_model.h"
#include "models/segment_source.h"
#include "theme/theme.h"

using namespace stator;
using namespace stator::ui;

namespace {

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

document::Item reading(int number)
{
    document::ItemWriter writer;
    const auto text = [&writer](const char *name, const std::string &value) {
        writer.name(name);
        writer.string(value);
    };
    text("station", "station-" + std::to_string(number));
    text("kind", number % 3 == 0 ? "hourly" : "daily");
    for (const char *name : {"temperature", "humidity", "pressure", "wind", "rain", "battery"}) {
        writer.name(name);
        writer.numberBytes(model::Number(number % 1000).bytes());
    }
    text("note", "calibrated by the second shift");
    text("place", "59.9139,10.7522");
    return writer.finish();
}

void fill(service::Service &service, int items)
{
    api::CreateTableRequest table;
    table.tableName = "Bench";
    table.attributeDefinitions = {{"station", api::ScalarAttributeType::S}};
    table.keySchema = {{"station", api::KeyType::Hash}};
    table.billingMode = api::BillingMode::PayPerRequest;
    ask(service, table);
    for (int number = 0; number < items;) {
        std::vector<api::WriteRequest> writes;
        for (int i = 0; i < 25 && number < items; ++i, ++number) {
            api::WriteRequest write;
            write.putRequest.emplace();
            write.putRequest->item = reading(number);
            writes.push_back(std::move(write));
        }
        api::BatchWriteItemRequest batch;
        batch.requestItems.emplace_back("Bench", std::move(writes));
        ask(service, std::move(batch));
    }
}

double untilPainted(GridView &grid, const ItemGridModel &model, int row)
{
    QElapsedTimer timer;
    timer.start();
    while (!model.rowAt(std::min(row, model.rowCount() - 1)).isLoaded && timer.elapsed() < 20'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    QPixmap picture = grid.grab();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int items = argc > 1 ? std::atoi(argv[1]) : 100'000;
    theme::Theme::instance().install();
    app::ProgramOptions options;
    options.inMemory = true;
    auto backend = app::Backend::open(options);
    if (!backend.ok()) {
        std::fprintf(stderr, "bench_window: %s\n", backend.error().message.c_str());
        return 1;
    }
    service::Service &service = (*backend)->service();
    fill(service, items);
    auto pool = std::make_shared<ThreadPool>("core", 2);
    pool->start();
    const ServiceClient client(std::shared_ptr<service::Service>(&service, [](service::Service *) {}), pool, "us-east-1");
    api::DescribeTableRequest describe;
    describe.tableName = "Bench";
    const TableShape shape = shapeOf(*ask(service, describe).table);
    {
        QElapsedTimer timer;
        timer.start();
        api::ScanRequest scan;
        scan.tableName = "Bench";
        SegmentSource source(client, scan, shape.itemCount);
        ItemGridModel model;
        GridView grid;
        grid.resize(1000, 640);
        grid.setGridModel(&model);
        model.setSource(&source, shape, {});
        grid.show();
        untilPainted(grid, model, 0);
        std::printf("first page painted   %8.1f ms (%d items)\n", static_cast<double>(timer.nsecsElapsed()) / 1e6, items);

        std::vector<double> jumps;
        for (int i = 1; i <= 20; ++i) {
            const int row = static_cast<int>(static_cast<qint64>(model.rowCount()) * (i * 37 % 100) / 100);
            grid.scrollTo(model.index(row, 0), QAbstractItemView::PositionAtTop);
            jumps.push_back(untilPainted(grid, model, row));
        }
        std::sort(jumps.begin(), jumps.end());
        std::printf("jump, median, worst  %8.1f ms %8.1f ms\n", jumps[jumps.size() / 2], jumps.back());

        constexpr int kRepaints = 100;
        QPixmap picture(grid.size());
        timer.restart();
        for (int i = 0; i < kRepaints; ++i)
            grid.viewport()->render(&picture);
        std::printf("full repaint         %8.2f ms\n", static_cast<double>(timer.nsecsElapsed()) / 1e6 / kRepaints);
    }
    pool->stop();
    return 0;
}
