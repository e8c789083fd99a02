// What the triggers of a workspace need: its streams and tables, and ways outside.
//
// Threads: open(), start() and stop() from one.
#pragma once

#include <memory>

#include "http/curl_client.h"
#include "triggers/failure_table.h"
#include "triggers/kinesis_deliveries.h"
#include "triggers/local_program_runner.h"
#include "triggers/stream_feed.h"
#include "triggers/triggers.h"
#include "workspace/workspace.h"

namespace stator::workspace {

struct TriggerParts {
    // `workspace` outlives it.
    static Result<std::unique_ptr<TriggerParts>> open(Workspace &workspace, const WorkspaceOptions &options);
    ~TriggerParts() { stop(); }

    void start();
    // Deliveries first, then what carries them. Idempotent.
    void stop();

    std::unique_ptr<triggers::StreamFeeds> feeds;
    std::unique_ptr<triggers::RegionFailureTables> tables;
    triggers::LocalProgramRunner programs;
    http::CurlClient http;
    std::unique_ptr<triggers::Triggers> triggers;
    std::unique_ptr<triggers::KinesisDeliveries> kinesis;

private:
    TriggerParts() = default;
};

} // namespace stator::workspace
