#include "base/faulty_file_layer.h"

#include <mutex>
#include <optional>

namespace stator {

struct FaultyFileLayer::Plan {
    mutable std::mutex mutex;
    Fault fault = Fault::Io; // all guarded by mutex
    std::uint64_t callsLeft = 0;
    bool isArmed = false;
    bool isForEver = false;
    bool hasFailed = false;

    // Counts a call; says whether it is one that fails.
    bool isHit(bool isRead)
    {
        const std::lock_guard lock(mutex);
        if (!isArmed || (fault == Fault::BitFlip && !isRead))
            return false;
        if (callsLeft > 1) {
            --callsLeft;
            return false;
        }
        hasFailed = true;
        isArmed = isForEver;
        return true;
    }
    Fault kind() const
    {
        const std::lock_guard lock(mutex);
        return fault;
    }
    Error error() const
    {
        return kind() == Fault::NoSpace ? Error::noSpace("The drive is full (simulated)")
                                        : Error::io("The drive failed (simulated)");
    }
    Result<void> begin() { return isHit(false) ? Result<void>(error()) : Result<void>(); }
};

namespace {

using Plan = FaultyFileLayer::Plan;

class FaultyAppendFile final : public AppendFile {
public:
    FaultyAppendFile(std::shared_ptr<Plan> plan, std::unique_ptr<AppendFile> inner)
        : m_plan(std::move(plan)), m_inner(std::move(inner))
    {
    }

    Result<void> append(std::string_view bytes) override
    {
        if (m_plan->isHit(false)) {
            STATOR_CHECK(m_inner->append(bytes.substr(0, bytes.size() / 2)));
            return m_plan->error();
        }
        return m_inner->append(bytes);
    }
    Result<void> sync() override
    {
        STATOR_CHECK(m_plan->begin());
        return m_inner->sync();
    }
    Result<void> truncate(std::uint64_t size) override
    {
        STATOR_CHECK(m_plan->begin());
        return m_inner->truncate(size);
    }
    std::uint64_t size() const override { return m_inner->size(); }
    Result<void> close() override
    {
        STATOR_CHECK(m_plan->begin());
        return m_inner->close();
    }

private:
    const std::shared_ptr<Plan> m_plan;
    const std::unique_ptr<AppendFile> m_inner;
};

class FaultyReadFile final : public ReadFile {
public:
    FaultyReadFile(std::shared_ptr<Plan> plan, std::unique_ptr<ReadFile> inner)
        : m_plan(std::move(plan)), m_inner(std::move(inner))
    {
    }

    Result<std::size_t> read(std::uint64_t offset, std::size_t count, char *buffer) const override
    {
        const bool isHit = m_plan->isHit(true);
        const bool isFlip = isHit && m_plan->kind() == Fault::BitFlip;
        if (isHit && !isFlip)
            return m_plan->error();
        STATOR_TRY(const std::size_t got, m_inner->read(offset, count, buffer));
        if (isFlip && got > 0)
            buffer[got / 2] = static_cast<char>(buffer[got / 2] ^ 0x10);
        return got;
    }
    Result<std::uint64_t> size() const override
    {
        STATOR_CHECK(m_plan->begin());
        return m_inner->size();
    }

private:
    const std::shared_ptr<Plan> m_plan;
    const std::unique_ptr<ReadFile> m_inner;
};

} // namespace

FaultyFileLayer::FaultyFileLayer(std::shared_ptr<FileLayer> inner)
    : m_inner(std::move(inner)), m_plan(std::make_shared<Plan>())
{
}

FaultyFileLayer::~FaultyFileLayer() = default;

void FaultyFileLayer::failCall(std::uint64_t n, Fault fault, bool forEver)
{
    const std::lock_guard lock(m_plan->mutex);
    m_plan->fault = fault;
    m_plan->callsLeft = n;
    m_plan->isArmed = true;
    m_plan->isForEver = forEver;
    m_plan->hasFailed = false;
}

void FaultyFileLayer::stopFailing()
{
    const std::lock_guard lock(m_plan->mutex);
    m_plan->isArmed = false;
}

bool FaultyFileLayer::hasFailed() const
{
    const std::lock_guard lock(m_plan->mutex);
    return m_plan->hasFailed;
}

Result<std::unique_ptr<AppendFile>> FaultyFileLayer::openAppend(const std::string &path, AppendMode mode)
{
    STATOR_CHECK(m_plan->begin());
    STATOR_TRY(std::unique_ptr<AppendFile> file, m_inner->openAppend(path, mode));
    return {std::make_unique<FaultyAppendFile>(m_plan, std::move(file))};
}

Result<std::unique_ptr<ReadFile>> FaultyFileLayer::openRead(const std::string &path)
{
    STATOR_CHECK(m_plan->begin());
    STATOR_TRY(std::unique_ptr<ReadFile> file, m_inner->openRead(path));
    return {std::make_unique<FaultyReadFile>(m_plan, std::move(file))};
}

Result<bool> FaultyFileLayer::exists(const std::string &path)
{
    STATOR_CHECK(m_plan->begin());
    return m_inner->exists(path);
}

Result<std::uint64_t> FaultyFileLayer::fileSize(const std::string &path)
{
    STATOR_CHECK(m_plan->begin());
    return m_inner->fileSize(path);
}

Result<std::vector<DirectoryEntry>> FaultyFileLayer::list(const std::string &directory)
{
    STATOR_CHECK(m_plan->begin());
    return m_inner->list(directory);
}

Result<void> FaultyFileLayer::createDirectories(const std::string &directory)
{
    STATOR_CHECK(m_plan->begin());
    return m_inner->createDirectories(directory);
}

Result<void> FaultyFileLayer::removeFile(const std::string &path)
{
    STATOR_CHECK(m_plan->begin());
    return m_inner->removeFile(path);
}

Result<void> FaultyFileLayer::removeDirectory(const std::string &directory)
{
    STATOR_CHECK(m_plan->begin());
    return m_inner->removeDirectory(directory);
}

Result<void> FaultyFileLayer::rename(const std::string &from, const std::string &to)
{
    STATOR_CHECK(m_plan->begin());
    return m_inner->rename(from, to);
}

Result<void> FaultyFileLayer::hardLink(const std::string &existing, const std::string &newName)
{
    STATOR_CHECK(m_plan->begin());
    return m_inner->hardLink(existing, newName);
}

Result<void> FaultyFileLayer::syncDirectory(const std::string &directory)
{
    STATOR_CHECK(m_plan->begin());
    return m_inner->syncDirectory(directory);
}

Result<std::unique_ptr<DirectoryLock>> FaultyFileLayer::lock(const std::string &path)
{
    STATOR_CHECK(m_plan->begin());
    return m_inner->lock(path);
}

Result<std::uint64_t> FaultyFileLayer::freeSpace(const std::string &directory)
{
    STATOR_CHECK(m_plan->begin());
    return m_inner->freeSpace(directory);
}

} // namespace stator
