#include "triggers/triggers.h"

#include <chrono>
#include <future>
#include <thread>

#include <fmt/format.h>

#include "triggers/trigger_loop.h"

namespace stator::triggers {

namespace {

constexpr std::int64_t kWriteEveryMicros = 500'000;
// Writing positions takes this thread a twentieth of its time at most: many triggers write theirs less often.
constexpr std::int64_t kRestForWriting = 19;
constexpr std::int64_t kCancelMicros = 2'000'000; // given to a delivery that nobody wants any more
constexpr std::chrono::seconds kGrace{2}; // for deliveries under way, at the end
constexpr std::string_view kSuffix = ".json";

Error notFound(const std::string &name)
{
    return Error::resourceNotFound(fmt::format("There is no trigger {}", name));
}

// arn:aws:dynamodb:REGION:…
std::string regionOf(std::string_view arn)
{
    for (int colons = 0; colons < 3; ++colons) {
        const std::size_t colon = arn.find(':');
        if (colon == std::string_view::npos)
            return {};
        arn.remove_prefix(colon + 1);
    }
    return std::string(arn.substr(0, arn.find(':')));
}

} // namespace

Triggers::Triggers(TriggersOptions options) : m_options(std::move(options)), m_logger(m_options.logger.of("triggers"))
{
    if (m_options.home) {
        m_home = m_options.home;
        return;
    }
    m_loop = std::make_shared<TriggerLoop>(m_options.clock);
    m_home = m_loop;
}

Triggers::~Triggers()
{
    stop();
}

Result<std::unique_ptr<Triggers>> Triggers::open(TriggersOptions options)
{
    std::unique_ptr<Triggers> triggers(new Triggers(std::move(options)));
    STATOR_CHECK(triggers->load());
    return triggers;
}

std::string Triggers::pathOf(const std::string &name) const
{
    return m_options.directory + "/triggers/" + name + std::string(kSuffix);
}

Result<void> Triggers::load()
{
    FileLayer &files = *m_options.files;
    const std::string directory = m_options.directory + "/triggers";
    STATOR_TRY(const bool isThere, files.exists(directory));
    if (!isThere)
        return {};
    STATOR_TRY(const std::vector<DirectoryEntry> names, files.list(directory));
    for (const DirectoryEntry &file : names) {
        const bool isTrigger = file.name.size() > kSuffix.size()
                               && file.name.substr(file.name.size() - kSuffix.size()) == kSuffix;
        if (file.isDirectory || !isTrigger)
            continue; // what a replacement left that a crash cut short
        STATOR_TRY(const std::string json, files.readFile(directory + "/" + file.name));
        auto stored = parseTrigger(json);
        if (!stored.ok())
            return Error{stored.error().code, directory + "/" + file.name + ": " + stored.error().message, {}};
        const std::string name = stored->trigger.name;
        Entry &entry = m_entries[name];
        entry.written = stored->position;
        entry.stored = std::move(*stored);
    }
    return {};
}

Result<void> Triggers::write(Entry &entry)
{
    STATOR_CHECK(m_options.files->createDirectories(m_options.directory + "/triggers"));
    STATOR_CHECK(m_options.files->replaceFile(pathOf(entry.stored.trigger.name), writeTrigger(entry.stored)));
    entry.written = entry.stored.position;
    return {};
}

void Triggers::start()
{
    if (m_loop)
        m_loop->start([this] { return step(); });
}

void Triggers::stop()
{
    const auto finish = [this] {
        for (auto &[name, entry] : m_entries) {
            if (entry.pump && !entry.beginsAgain)
                entry.stored.position = entry.pump->position();
            if (entry.stored.position != entry.written && !entry.isRemoved)
                if (const Result<void> written = write(entry); !written.ok())
                    m_logger.error(fmt::format("the position of trigger {} was not written: {}", name,
                                               written.error().message));
        }
        m_entries.clear();
    };
    if (!m_loop) {
        m_isStopping = true;
        return finish();
    }
    const auto ask = [this](auto question) {
        std::promise<bool> answer;
        auto future = answer.get_future();
        m_loop->post([&] { answer.set_value(question()); });
        return future.get();
    };
    if (m_isStopping.exchange(true))
        return;
    // A loop that was never started runs what is posted now.
    m_loop->start([this] { return step(); });
    const auto end = std::chrono::steady_clock::now() + kGrace;
    const auto pauseAll = [this] {
        for (auto &[name, entry] : m_entries)
            if (entry.pump)
                entry.pump->pause();
        return isBusy();
    };
    while (ask(pauseAll) && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    ask([&] {
        finish();
        return true;
    });
    m_loop->stop();
}

bool Triggers::isBusy() const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [](const auto &entry) { return entry.second.pump && entry.second.pump->isBusy(); });
}

std::unique_ptr<Pump> Triggers::makePump(const Entry &entry, TriggerState before) const
{
    const Trigger &trigger = entry.stored.trigger;
    const std::string region = regionOf(trigger.streamArn);
    PumpParts parts;
    parts.invoker = makeFunctionInvoker(makeFunction(trigger, region, m_options.carriers),
                                        trigger.reportsItemFailures);
    if (!trigger.onFailure.file.empty())
        parts.failures = makeFailureFile(*m_options.files,
                                         m_options.directory + "/triggers/failures/" + trigger.onFailure.file,
                                         m_options.random);
    else if (!trigger.onFailure.table.empty() && m_options.tables != nullptr)
        parts.failures = m_options.tables->open(region, trigger.onFailure.table);
    parts.feeds = m_options.feeds;
    parts.clock = m_options.clock;
    parts.home = m_home;
    parts.heldBytes = m_heldBytes;
    return std::make_unique<Pump>(trigger, entry.stored.position, std::move(parts), std::move(before));
}

std::int64_t Triggers::step()
{
    std::int64_t next = kNever;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        next = std::min(next, step(entry->second));
        const bool isGone = entry->second.isRemoved && !entry->second.pump->isBusy();
        entry = isGone ? m_entries.erase(entry) : std::next(entry);
    }
    return std::min(next, writePosition());
}

// Writes the position that waits longest, if one is due; returns when the next one is.
std::int64_t Triggers::writePosition()
{
    const auto first = [this] {
        Entry *due = nullptr;
        for (auto &[name, entry] : m_entries)
            if (entry.stored.position != entry.written && !entry.isStale && !entry.isRemoved
                && (!due || entry.writeAfter < due->writeAfter))
                due = &entry;
        return std::pair(due, due ? std::max(due->writeAfter, m_writeAfter) : kNever);
    };
    const auto [due, at] = first();
    const std::int64_t now = m_options.clock->monotonicMicros();
    if (at > now)
        return at;
    due->writeAfter = now + kWriteEveryMicros;
    if (const Result<void> written = write(*due); !written.ok())
        m_logger.warning(fmt::format("the position of trigger {} was not written: {}", due->stored.trigger.name,
                                     written.error().message));
    const std::int64_t end = m_options.clock->monotonicMicros();
    m_writeAfter = end + kRestForWriting * (end - now);
    return first().second;
}

std::int64_t Triggers::step(Entry &entry)
{
    if (m_isStopping && !entry.pump)
        return kNever;
    if (!entry.pump) {
        entry.pump = makePump(entry, {});
    } else if (entry.isStale && !entry.pump->isBusy()) {
        TriggerState before = entry.pump->state();
        if (!std::exchange(entry.beginsAgain, false))
            entry.stored.position = entry.pump->position();
        entry.isStale = false;
        entry.cancelAt = kNever;
        entry.pump = makePump(entry, std::move(before));
    }
    const std::int64_t next = entry.pump->step();
    if (!entry.isStale && !entry.isRemoved) {
        entry.stored.position = entry.pump->position();
        return next;
    }
    if (m_options.clock->monotonicMicros() < entry.cancelAt)
        return std::min(next, entry.cancelAt);
    entry.pump->cancel();
    return next;
}

TriggerReport Triggers::report(const Entry &entry) const
{
    TriggerReport report{entry.stored.trigger, {}};
    if (entry.pump)
        report.state = entry.pump->state();
    if (!entry.stored.trigger.isEnabled)
        report.state.status = TriggerState::Status::Paused;
    else if (entry.isStale && report.state.status == TriggerState::Status::Paused)
        report.state.status = TriggerState::Status::Running; // as soon as the batch under way has ended
    return report;
}

// LATEST is where the stream ends when the trigger is made, not when it gets to work: what is written after the answer
// is delivered.
void Triggers::fixLatest(StoredTrigger &stored) const
{
    if (stored.trigger.start.kind != StartPoint::Kind::Latest)
        return;
    // Without a stream there is nothing to begin behind; the pump will say so.
    const auto feed = m_options.feeds->open(stored.trigger.streamArn, stored.trigger.start, [] {});
    if (feed.ok())
        stored.position = (*feed)->position();
}

Result<TriggerReport> Triggers::putNow(const std::string &name, const Edit &edit)
{
    const auto found = m_entries.find(name);
    if (found != m_entries.end() && found->second.isRemoved)
        return Error::resourceInUse(fmt::format("The trigger {} is being deleted", name));
    STATOR_TRY(Wish wish, edit(found == m_entries.end() ? nullptr : &found->second.stored.trigger));
    STATOR_CHECK(checkTrigger(wish.trigger));
    STATOR_ASSERT(wish.trigger.name == name);
    Entry changed;
    changed.stored.trigger = std::move(wish.trigger);
    if (found == m_entries.end() || wish.begins)
        fixLatest(changed.stored);
    else if (found->second.pump && !found->second.beginsAgain)
        changed.stored.position = found->second.pump->position();
    else
        changed.stored.position = found->second.stored.position;
    STATOR_CHECK(write(changed));
    Entry &entry = m_entries[name];
    if (entry.pump) {
        entry.pump->pause(); // what it delivers now is waited for
        entry.isStale = true;
        entry.beginsAgain = entry.beginsAgain || wish.begins;
        // What goes to another function, or again, need not wait for one that hangs.
        if (wish.begins || !(changed.stored.trigger.target == entry.stored.trigger.target))
            entry.cancelAt = std::min(entry.cancelAt, m_options.clock->monotonicMicros() + kCancelMicros);
    }
    entry.stored = std::move(changed.stored);
    entry.written = std::move(changed.written);
    return report(entry);
}

Result<TriggerReport> Triggers::removeNow(const std::string &name)
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end() || found->second.isRemoved)
        return notFound(name);
    STATOR_CHECK(m_options.files->removeFile(pathOf(name)));
    STATOR_CHECK(m_options.files->syncDirectory(m_options.directory + "/triggers"));
    TriggerReport last = report(found->second);
    found->second.isRemoved = true;
    if (found->second.pump) {
        found->second.pump->pause();
        found->second.cancelAt = m_options.clock->monotonicMicros() + kCancelMicros;
    } else {
        m_entries.erase(found);
    }
    return last;
}

void Triggers::put(std::string name, Edit edit, Completion<TriggerReport> done)
{
    if (m_isStopping)
        return done(Error::shuttingDown());
    m_home->post([this, name = std::move(name), edit = std::move(edit), done = std::move(done)]() mutable {
        done(m_isStopping ? Error::shuttingDown() : putNow(name, edit));
    });
}

void Triggers::remove(std::string name, Completion<TriggerReport> done)
{
    if (m_isStopping)
        return done(Error::shuttingDown());
    m_home->post([this, name = std::move(name), done = std::move(done)]() mutable {
        done(m_isStopping ? Error::shuttingDown() : removeNow(name));
    });
}

void Triggers::list(Completion<std::vector<TriggerReport>> done)
{
    if (m_isStopping)
        return done(Error::shuttingDown());
    m_home->post([this, done = std::move(done)]() mutable {
        if (m_isStopping)
            return done(Error::shuttingDown());
        std::vector<TriggerReport> reports;
        for (const auto &[name, entry] : m_entries)
            if (!entry.isRemoved)
                reports.push_back(report(entry));
        done(std::move(reports));
    });
}

} // namespace stator::triggers
