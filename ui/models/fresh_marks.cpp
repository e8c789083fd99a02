#include "models/fresh_marks.h"

#include <algorithm>

#include "theme/theme.h"

namespace stator::ui {

namespace {

constexpr qint64 kFreshMs = 1200;
constexpr int kFadeStepMs = 60;

} // namespace

FreshMarks::FreshMarks(QObject *parent) : QObject(parent)
{
    m_clock.start();
    m_timer.setInterval(kFadeStepMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const qint64 now = m_clock.elapsed();
        std::erase_if(m_marks, [now](const auto &mark) { return now - mark.second.since > kFreshMs; });
        if (m_marks.empty())
            m_timer.stop();
        Q_EMIT faded();
    });
}

void FreshMarks::mark(const std::string &key, document::ItemView before, document::ItemView now)
{
    Mark mark;
    mark.since = m_clock.elapsed();
    for (const auto &member : now.attributes()) {
        const auto was = before.attribute(member.name);
        if (!was || !(*was == member.value))
            mark.attributes.emplace(member.name);
    }
    for (const auto &member : before.attributes())
        if (!now.attribute(member.name))
            mark.attributes.emplace(member.name);
    m_marks.insert_or_assign(key, std::move(mark));
    m_timer.start();
}

const FreshMarks::Attributes *FreshMarks::changed(const std::string &key) const
{
    if (m_marks.empty() || key.empty())
        return nullptr;
    const auto found = m_marks.find(key);
    return found == m_marks.end() || m_clock.elapsed() - found->second.since >= kFreshMs ? nullptr : &found->second.attributes;
}

double FreshMarks::strength(const std::string &key) const
{
    const auto found = m_marks.find(key);
    if (found == m_marks.end())
        return 0;
    const double age = static_cast<double>(m_clock.elapsed() - found->second.since) / kFreshMs;
    return theme::Theme::instance().isMotionReduced() ? 1 : std::max(0.0, 1 - age);
}

} // namespace stator::ui

#include "moc_fresh_marks.cpp"
