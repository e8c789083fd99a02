// A Stand is the window on an engine in memory with one table, Shop: for tests of the Items page.
#pragma once

#include <QSettings>
#include <QTemporaryDir>
#include <future>
#include "api/create_table.h"
#include "api/get_item.h"
#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "common/backend.h"
#include "document/writer.h"
#include "features/items/items_page.h"
#include "features/items/table_edits.h"
#include "grid/grid_view.h"
#include "model/number.h"
#include "models/change_set.h"
#include "shell/endpoint_status.h"
#include "shell/page_registry.h"
#include "window/main_window.h"
#include "window/tab_area.h"

namespace stator::test {

using namespace ui;

inline const Place kShop = Place::ofTable(QStringLiteral("local"), QStringLiteral("us-east-1"), QStringLiteral("Shop"));

inline document::Item shopItem(int number, const std::string &note)
{
    document::ItemWriter writer;
    writer.name("pk");
    writer.string("P#" + std::to_string(number / 3));
    writer.name("sk");
    writer.numberBytes(model::Number(number).bytes());
    writer.name("note");
    writer.string(note);
    writer.name("tags");
    writer.beginSet(document::ValueType::SS);
    writer.string("a");
    writer.string("b");
    (void)writer.endSet();
    return writer.finish();
}

// All that a window stands on, with the engine below.
class Stand {
public:
    Stand() : settings(directory.filePath(QStringLiteral("window.ini")), QSettings::IniFormat), pool(std::make_shared<ThreadPool>("core", 2)),
              connections(pool), tables(connections)
    {
        pool->start();
        app::ProgramOptions options;
        options.inMemory = true;
        options.tableDelayMs = 0; // items are put the moment the table is made
        auto opened = app::Backend::open(options);
        STATOR_ASSERT(opened.ok());
        backend = std::move(*opened);
        ConnectionInfo info;
        info.id = QStringLiteral("local");
        info.title = QStringLiteral("This computer");
        info.regions = {QStringLiteral("us-east-1")};
        // The backend owns the service and outlives the connections.
        connections.add(info, std::shared_ptr<service::Service>(&backend->service(), [](service::Service *) {}));
        registerItems(pages);
    }
    ~Stand()
    {
        window.reset();
        pool->stop();
    }

    void open()
    {
        window = std::make_unique<MainWindow>(WindowContext{pages, connections, tables, endpoint, settings, {}});
        addItemCommands(window->workbench().actions());
        window->start({}, false);
        window->show();
        window->resize(1280, 800);
        window->openPlace(kShop, OpenMode::Keep);
    }

    template <class Request>
    auto ask(Request request)
    {
        using Response = typename Operation<Request>::Response;
        std::promise<Result<Response>> promise;
        auto future = promise.get_future();
        Operation<Request>::invoke(backend->service(), std::move(request), {},
                                   [&promise](Result<Response> result) { promise.set_value(std::move(result)); });
        return future.get();
    }
    void put(const document::Item &item)
    {
        api::PutItemRequest request;
        request.tableName = "Shop";
        request.item = item;
        STATOR_ASSERT(ask(request).ok());
    }
    void makeShop(int items)
    {
        api::CreateTableRequest request;
        request.tableName = "Shop";
        request.attributeDefinitions = {{"pk", api::ScalarAttributeType::S}, {"sk", api::ScalarAttributeType::N}};
        request.keySchema = {{"pk", api::KeyType::Hash}, {"sk", api::KeyType::Range}};
        request.billingMode = api::BillingMode::PayPerRequest;
        STATOR_ASSERT(ask(request).ok());
        for (int number = 0; number < items; ++number)
            put(shopItem(number, "note " + std::to_string(number)));
    }
    std::optional<document::Item> item(const document::Item &key)
    {
        api::GetItemRequest request;
        request.tableName = "Shop";
        request.key = key;
        request.consistentRead = true;
        auto reply = ask(request);
        STATOR_ASSERT(reply.ok());
        return reply->item;
    }
    ItemsPage &page() { return *qobject_cast<ItemsPage *>(window->tabs().currentPage()); }
    ItemGridModel &model() { return *page().grid().gridModel(); }
    ChangeSet &changes() { return TableEdits::of(window->workbench()).changes(kShop); }
    bool isFirstRowLoaded() { return model().rowCount() > 0 && model().rowAt(page().grid().firstVisibleRow()).isLoaded; }
    QModelIndex cell(int row, const std::string &attribute) { return model().index(row, model().columns().columnOf(attribute)); }

    QTemporaryDir directory;
    QSettings settings;
    std::shared_ptr<ThreadPool> pool;
    std::unique_ptr<app::Backend> backend;
    ConnectionList connections;
    TableDirectory tables;
    EndpointStatus endpoint;
    PageRegistry pages;
    std::unique_ptr<MainWindow> window;
};

} // namespace stator::test
