// Looks up the streams the Live page reads: one, or every stream of the region; and the shards of each.
//
// Threads: the GUI thread only.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <QObject>

#include "api/shapes.h"
#include "base/result.h"
#include "bridge/service_client.h"
#include "features/streams/change_record.h"

namespace stator::ui {

class StreamLookup : public QObject {
    Q_OBJECT
public:
    struct Found {
        std::shared_ptr<const ChangeOrigin> origin;
        std::vector<api::Shard> shards;
    };
    using Done = std::function<void(Result<std::vector<Found>>)>;

    // An empty ARN: every stream of the region.
    StreamLookup(const ServiceClient &client, const std::string &streamArn, QObject *parent = nullptr);

    bool isOfRegion() const { return m_streamArn.empty(); }
    // Finds streams it has not told of yet, and again those in `changed`; the one it was made for always. Not while
    // it looks already.
    void look(const std::set<std::string> &changed, Done done);

private:
    void list(const std::string &afterStream);
    void describeNext();
    void describe(const std::string &streamArn, const std::string &afterShard);
    void end(Result<std::vector<Found>> result);

    ServiceClient m_client;
    std::string m_streamArn;
    std::set<std::string> m_known;
    std::vector<std::string> m_due; // to be described, the next one last
    std::vector<Found> m_found;
    std::set<std::string> m_changed;
    Done m_done;
};

} // namespace stator::ui
