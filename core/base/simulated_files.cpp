#include "base/simulated_files.h"


namespace stator::simulated {

namespace {

class DiskAppendFile final : public AppendFile {
public:
    DiskAppendFile(std::shared_ptr<Drive> drive, NodeHandle node)
        : m_drive(std::move(drive)), m_node(std::move(node)), m_life(m_drive->life)
    {
    }

    Result<void> append(std::string_view bytes) override
    {
        const std::lock_guard lock(m_drive->mutex);
        STATOR_CHECK(beginChange());
        const std::uint64_t space = m_drive->freeBytes();
        const std::string_view written = bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(space, bytes.size())));
        m_node->touch(m_node->bytes.size(), m_node->bytes.size() + written.size());
        m_node->bytes += written;
        m_drive->used += written.size();
        if (written.size() < bytes.size())
            return Error::noSpace("The simulated disk is full");
        return {};
    }
    Result<void> sync() override
    {
        const std::lock_guard lock(m_drive->mutex);
        STATOR_CHECK(beginChange());
        m_node->becomeDurable();
        return {};
    }
    Result<void> truncate(std::uint64_t size) override
    {
        const std::lock_guard lock(m_drive->mutex);
        STATOR_CHECK(beginChange());
        STATOR_ASSERT(size <= m_node->bytes.size());
        m_node->touch(size, m_node->bytes.size());
        m_drive->used -= m_node->bytes.size() - size;
        m_node->bytes.resize(size);
        return {};
    }
    std::uint64_t size() const override
    {
        const std::lock_guard lock(m_drive->mutex);
        return m_node->bytes.size();
    }
    Result<void> close() override
    {
        const std::lock_guard lock(m_drive->mutex);
        return m_drive->requirePower();
    }

private:
    Result<void> beginChange()
    {
        if (m_life != m_drive->life)
            return Error::io("This file was open when the power went");
        return m_drive->beginChange();
    }

    const std::shared_ptr<Drive> m_drive;
    const NodeHandle m_node;
    const std::uint64_t m_life;
};

class DiskReadFile final : public ReadFile {
public:
    DiskReadFile(std::shared_ptr<Drive> drive, NodeHandle node)
        : m_drive(std::move(drive)), m_node(std::move(node)), m_life(m_drive->life)
    {
    }

    Result<std::size_t> read(std::uint64_t offset, std::size_t count, char *buffer) const override
    {
        const std::lock_guard lock(m_drive->mutex);
        STATOR_CHECK(m_drive->requirePower());
        if (m_life != m_drive->life)
            return Error::io("This file was open when the power went");
        if (offset >= m_node->bytes.size())
            return std::size_t{0};
        return m_node->bytes.copy(buffer, count, offset);
    }
    Result<std::uint64_t> size() const override
    {
        const std::lock_guard lock(m_drive->mutex);
        STATOR_CHECK(m_drive->requirePower());
        return m_node->bytes.size();
    }

private:
    const std::shared_ptr<Drive> m_drive;
    const NodeHandle m_node;
    const std::uint64_t m_life;
};

class DiskLock final : public DirectoryLock {
public:
    DiskLock(std::shared_ptr<Drive> drive, std::string path)
        : m_drive(std::move(drive)), m_path(std::move(path)), m_life(m_drive->life)
    {
    }
    ~DiskLock() override
    {
        const std::lock_guard lock(m_drive->mutex);
        if (m_life == m_drive->life)
            m_drive->locks.erase(m_path);
    }

private:
    const std::shared_ptr<Drive> m_drive;
    const std::string m_path;
    const std::uint64_t m_life;
};

} // namespace

std::unique_ptr<AppendFile> openForAppend(std::shared_ptr<Drive> drive, NodeHandle node)
{
    return std::make_unique<DiskAppendFile>(std::move(drive), std::move(node));
}

std::unique_ptr<ReadFile> openForRead(std::shared_ptr<Drive> drive, NodeHandle node)
{
    return std::make_unique<DiskReadFile>(std::move(drive), std::move(node));
}

std::unique_ptr<DirectoryLock> heldLock(std::shared_ptr<Drive> drive, std::string path)
{
    return std::make_unique<DiskLock>(std::move(drive), std::move(path));
}

} // namespace stator::simulated
