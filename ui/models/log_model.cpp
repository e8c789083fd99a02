#include "models/log_model.h"

#include <QLocale>

#include "theme/icons.h"
#include "theme/theme.h"

namespace stator::ui {

namespace {

constexpr int kMostLines = 1000;

} // namespace

void LogModel::append(const QString &sentence, Weight weight, const QDateTime &time)
{
    if (m_lines.size() == kMostLines) {
        beginRemoveRows({}, kMostLines - 1, kMostLines - 1);
        m_lines.removeLast();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_lines.prepend({time, sentence, weight});
    endInsertRows();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const Line &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QLocale().toString(line.time.time(), QLocale::ShortFormat) + QStringLiteral("   ") +
               line.sentence;
    case Qt::DecorationRole:
        if (line.weight == Weight::Note)
            return theme::icon(QStringLiteral("info"), theme::Role::SecondText);
        return line.weight == Weight::Warning ? theme::icon(QStringLiteral("warning"), theme::Role::Warning)
                                              : theme::icon(QStringLiteral("error"), theme::Role::Error);
    case TimeRole:
        return line.time;
    case WeightRole:
        return static_cast<int>(line.weight);
    default:
        return {};
    }
}

} // namespace stator::ui

#include "moc_log_model.cpp"
