#include "features/items/table_edits.h"

#include <QSettings>
#include <QUndoGroup>
#include <QUrl>

#include "bridge/connections.h"
#include "bridge/service_client.h"
#include "bridge/text.h"
#include "document/json_reader.h"
#include "document/json_writer.h"
#include "shell/workbench.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSaveDelayMs = 200;

QString nameOf(const QString &connection, const QString &region, const QString &table)
{
    const auto encoded = [](const QString &part) { return QString::fromLatin1(QUrl::toPercentEncoding(part)); };
    return encoded(connection) + u'/' + encoded(region) + u'/' + encoded(table);
}

QVariant toVariant(const std::optional<document::Item> &item)
{
    return item ? QVariant(toQt(document::itemToJson(item->view()))) : QVariant();
}

std::optional<document::Item> fromVariant(const QVariant &text)
{
    if (!text.isValid() || text.toString().isEmpty())
        return std::nullopt;
    auto item = document::parseItem(toUtf8(text.toString()));
    return item.ok() ? std::optional(std::move(*item)) : std::nullopt;
}

} // namespace

TableEdits &TableEdits::of(Workbench &workbench)
{
    if (auto *there = workbench.findChild<TableEdits *>(QString(), Qt::FindDirectChildrenOnly))
        return *there;
    return *new TableEdits(workbench);
}

TableEdits::TableEdits(Workbench &workbench) : QObject(&workbench), m_workbench(workbench)
{
    workbench.undoGroup().addStack(&m_undoStack);
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveDelayMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &TableEdits::save);
}

ChangeSet &TableEdits::changes(const Place &place)
{
    const QString connection = m_workbench.connections().resolvedId(place.connection);
    const QString region = m_workbench.connections().resolvedRegion(connection, place.region);
    const QString name = nameOf(connection, region, place.table);
    if (const auto found = m_sets.find(name); found != m_sets.end())
        return *found->second;
    const ServiceClient client = m_workbench.client(place);
    auto send = [this, client](const CommitRequest &request, std::function<void(Result<void>)> done) {
        std::visit(
            [&](const auto &one) {
                client.run(this, one, [done](auto result) {
                    done(result.ok() ? Result<void>() : Result<void>(std::move(result).error()));
                });
            },
            request);
    };
    auto *changes = new ChangeSet({toUtf8(region), toUtf8(place.table)}, std::move(send), &m_undoStack, this);
    m_sets.emplace(name, changes);
    restore(name, *changes);
    connect(changes, &ChangeSet::changed, this, [this, name] {
        if (!m_dirty.contains(name))
            m_dirty.append(name);
        m_saveTimer.start();
    });
    return *changes;
}

void TableEdits::restore(const QString &name, ChangeSet &changes)
{
    ChangeSet::Edits edits;
    for (const QVariant &line : m_workbench.settings().value(u"edits/"_s + name).toList()) {
        const QVariantMap kept = line.toMap();
        StagedEdit edit;
        const auto key = fromVariant(kept.value(u"key"_s));
        edit.base = fromVariant(kept.value(u"base"_s));
        edit.wanted = fromVariant(kept.value(u"wanted"_s));
        edit.conflict = kept.value(u"conflict"_s).toString();
        // What cannot be read back whole is not half an edit.
        const bool isWhole = key && edit.base.has_value() == kept.value(u"hasBase"_s).toBool()
                             && edit.wanted.has_value() == kept.value(u"hasWanted"_s).toBool();
        if (!isWhole)
            continue;
        edit.key = *key;
        if (!edit.isVoid())
            edits.insert_or_assign(key->bytes(), std::move(edit));
    }
    if (!edits.empty())
        changes.restore(std::move(edits));
}

void TableEdits::save()
{
    for (const QString &name : std::exchange(m_dirty, {})) {
        QVariantList lines;
        for (const auto &[id, edit] : m_sets.at(name)->edits()) {
            QVariantMap kept;
            kept.insert(u"key"_s, toVariant(edit.key));
            kept.insert(u"base"_s, toVariant(edit.base));
            kept.insert(u"wanted"_s, toVariant(edit.wanted));
            kept.insert(u"hasBase"_s, edit.base.has_value());
            kept.insert(u"hasWanted"_s, edit.wanted.has_value());
            kept.insert(u"conflict"_s, edit.conflict);
            lines.append(kept);
        }
        if (lines.isEmpty())
            m_workbench.settings().remove(u"edits/"_s + name);
        else
            m_workbench.settings().setValue(u"edits/"_s + name, lines);
    }
    m_workbench.settings().sync();
}

} // namespace stator::ui

#include "moc_table_edits.cpp"
