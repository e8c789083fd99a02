#include "storage/store.h"

#include "storage/batch_impl.h"

namespace stator::storage {

Batch::Batch() : m_impl(std::make_unique<Impl>()) {}

Batch::~Batch() = default;

Batch::Batch(Batch &&) noexcept = default;

Batch &Batch::operator=(Batch &&) noexcept = default;

void Batch::put(std::string_view key, std::string_view value)
{
    m_impl->writes.Put({key.data(), key.size()}, {value.data(), value.size()});
    ++m_impl->count;
}

void Batch::remove(std::string_view key)
{
    m_impl->writes.Delete({key.data(), key.size()});
    ++m_impl->count;
}

void Batch::clear()
{
    m_impl->writes.Clear();
    m_impl->count = 0;
}

bool Batch::empty() const
{
    return m_impl->count == 0;
}

std::size_t Batch::sizeBytes() const
{
    return m_impl->writes.ApproximateSize();
}

} // namespace stator::storage
