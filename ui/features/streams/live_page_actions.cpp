// What the Live page does with a change, and with recordings.
#include <QComboBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>

#include "bridge/text.h"
#include "document/json_writer.h"
#include "features/streams/change_details.h"
#include "features/streams/change_recorder.h"
#include "features/streams/change_view.h"
#include "features/streams/live_page.h"
#include "features/streams/recording_source.h"
#include "shell/action_catalog.h"
#include "shell/page_registry.h"
#include "shell/workbench.h"
#include "widgets/json_text.h"
#include "widgets/page_frame.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

// --- The selected change ---

QWidget *LivePage::inspector()
{
    if (!m_details) {
        m_details = new ChangeDetails;
        connect(m_details, &ChangeDetails::itemRequested, this, &LivePage::openItem);
        connect(m_details, &ChangeDetails::copyRequested, this, &LivePage::copySelected);
        showSelected();
    }
    return m_details;
}

ChangePointer LivePage::selected() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? m_model->at(current.row()) : nullptr;
}

void LivePage::showSelected()
{
    const ChangePointer change = selected();
    if (m_details && change)
        m_details->show(change);
    else if (m_details)
        m_details->clear();
    Q_EMIT selectionChanged();
}

void LivePage::openItem()
{
    const ChangePointer change = selected();
    if (!change)
        return;
    const QString table = isRegion() ? toQt(tableOf(*change)) : m_place.table;
    if (table.isEmpty())
        return;
    Place place = Place::ofTable(m_place.connection, m_place.region, table);
    place.key = toQt(document::itemToJson(change->keys()));
    workbench().open(place, OpenMode::Keep);
}

void LivePage::copySelected()
{
    const ChangePointer change = selected();
    if (!change)
        return;
    QGuiApplication::clipboard()->setText(indentedJson(toQt(recordJson(*change))));
    workbench().say(tr("Copied the record as JSON."));
}

// --- Recordings ---

void LivePage::chooseRecording()
{
    if (m_recorder->isRecording()) {
        m_recorder->stop();
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Record Changes to a File"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"jsonl"_s);
    dialog->selectFile((isRegion() ? workbench().client(m_place).region() : m_place.table) + u"-changes.jsonl"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_recorder->start(workbench().client(m_place), path);
        updateState();
    });
    dialog->open();
}

void LivePage::choosePlayback()
{
    auto *dialog = new QFileDialog(this, tr("Play Back a Recording"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Recordings (*.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &LivePage::play);
    dialog->open();
}

void LivePage::play(const QString &path)
{
    m_passedRows = 0;
    m_isLost = false;
    m_frame->showLoading();
    ChangeOrigin origin;
    origin.streamArn = toUtf8(m_streamArn);
    origin.table = toUtf8(m_place.table);
    origin.keys = m_shape.keys;
    m_cursor->play(workbench().client(m_place), path, m_speed->currentData().toDouble(),
                   isRegion() ? nullptr : std::make_shared<ChangeOrigin>(std::move(origin)));
    Q_EMIT headChanged();
}

void LivePage::backToLive()
{
    m_cursor->stop();
    m_streamArn.clear();
    m_frame->showLoading();
    if (isRegion())
        watchRegion();
    else
        describe();
}

// --- Registration ---

void registerStreams(PageRegistry &registry)
{
    constexpr int kLiveOrder = 10;   // the second view of a table
    constexpr int kRegionOrder = 30; // behind the requests, what they did
    PageInfo info;
    info.id = u"live"_s;
    info.title = LivePage::tr("Live");
    info.icon = u"live"_s;
    info.scope = PageScope::Table;
    info.order = kLiveOrder;
    info.factory = [](Workbench &workbench, QWidget *parent) { return new LivePage(workbench, parent); };
    registry.add(info);
    info.id = u"live-region"_s;
    info.scope = PageScope::Workspace;
    info.order = kRegionOrder;
    registry.add(info);
}

void addStreamCommands(Workbench &workbench)
{
    const struct {
        QString id;
        QString text;
        QString icon;
    } commands[] = {
        {u"live.region"_s, LivePage::tr("&Watch the Whole Region"), u"live"_s},
        {u"live.oldest"_s, LivePage::tr("Go to &Oldest Change"), u"history"_s},
        {u"live.record"_s, LivePage::tr("&Record Changes to a File…"), u"export"_s},
        {u"live.play"_s, LivePage::tr("&Play Back a Recording…"), u"run"_s},
        {u"live.rates"_s, LivePage::tr("Changes a Second as a &Table"), u"table"_s},
        {u"live.item"_s, LivePage::tr("Go to &Item of Change"), u"item"_s},
        {u"live.copy"_s, LivePage::tr("Copy Change as &JSON"), u"copy"_s},
    };
    for (const auto &each : commands) {
        Command command;
        command.id = each.id;
        command.text = each.text;
        command.icon = each.icon;
        command.menu = MenuId::Table;
        command.group = 40;
        workbench.actions().add(command);
    }
}

} // namespace stator::ui
