#include "features/requests/record_bar.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

#include "bridge/connections.h"
#include "bridge/error_text.h"
#include "bridge/text.h"
#include "features/requests/replay_dialog.h"
#include "shell/workbench.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;
using theme::TextStyle;

namespace {

QString fileFilter()
{
    return RecordBar::tr("Recordings of requests (*.jsonl)");
}

} // namespace

RecordBar::RecordBar(Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_state(new ThemedLabel({}, TextStyle::Body, Role::Error)),
      m_record(new QPushButton), m_replay(new QToolButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_state);
    row->addWidget(m_replay);
    row->addWidget(m_record);
    m_replay->setText(tr("Replay…"));
    m_replay->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_replay->setToolTip(tr("Send recorded requests again, to copies of the tables, and compare the answers"));
    m_record->setToolTip(tr("Write requests and answers to a file as they come"));
    theme::setPrimary(m_record);
    connect(m_record, &QPushButton::clicked, this, &RecordBar::record);
    connect(m_replay, &QToolButton::clicked, this, &RecordBar::chooseReplay);
    connect(&m_recorder, &RequestRecorder::changed, this, &RecordBar::update);
    connect(&m_recorder, &RequestRecorder::ended, this, &RecordBar::tellEnd);
    connect(&m_recorder, &RequestRecorder::failed, this,
            [this](const QString &sentence) { m_workbench.say(sentence, MessageKind::Error); });
    update();
}

RecordBar::~RecordBar()
{
    m_recorder.disconnect(this);
    if (m_recorder.isRecording())
        m_workbench.say(tr("The recording ended with its tab: %1").arg(QDir::toNativeSeparators(m_recorder.path())));
}

void RecordBar::record()
{
    if (m_recorder.isRecording()) {
        m_recorder.stop();
        return;
    }
    auto *dialog = new QFileDialog(m_workbench.window(), tr("Record Requests To"), QDir::homePath(), fileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"jsonl"_s);
    dialog->selectFile(u"requests-%1.jsonl"_s.arg(QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmm"_s)));
    connect(dialog, &QFileDialog::fileSelected, this, &RecordBar::recordTo);
    dialog->open();
}

void RecordBar::recordTo(const QString &path)
{
    m_recorder.start(path, m_workbench.client(m_place), m_newest);
    Q_EMIT started();
}

void RecordBar::chooseReplay()
{
    auto *dialog = new QFileDialog(m_workbench.window(), tr("Replay Recording"), QDir::homePath(), fileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RecordBar::replay);
    dialog->open();
}

void RecordBar::replay(const QString &path)
{
    const auto read = [path](std::stop_token) { return readRecording(path); };
    m_workbench.client(m_place).compute(this, m_readSlot, read, [this, path](Result<Recording> recording) {
        if (!recording.ok()) {
            m_workbench.say(toQt(std::string_view(recording.error().message)), MessageKind::Error);
            return;
        }
        auto *dialog = new ReplayDialog(m_workbench, m_place, path, std::make_shared<const Recording>(std::move(*recording)),
                                        m_workbench.window());
        dialog->open();
    });
}

void RecordBar::update()
{
    const bool isOn = m_recorder.isRecording();
    m_state->setVisible(isOn);
    //: Requests that were written to a file so far, and its size.
    m_state->setText(u"● "_s + tr("%Ln recorded, %1", nullptr, static_cast<int>(m_recorder.count())).arg(sizeText(m_recorder.bytes())));
    m_record->setText(isOn ? tr("Stop Recording") : tr("Record…"));
    m_replay->setEnabled(!isOn);
}

void RecordBar::tellEnd()
{
    QString text = tr("%Ln request(s) are in %1.", nullptr, static_cast<int>(m_recorder.count()))
                       .arg(QDir::toNativeSeparators(m_recorder.path()));
    if (m_recorder.missed() > 0)
        text += u' ' + tr("%Ln could not be kept.", nullptr, static_cast<int>(m_recorder.missed()));
    m_workbench.say(text, m_recorder.missed() > 0 ? MessageKind::Warning : MessageKind::Note);
}

} // namespace stator::ui

#include "moc_record_bar.cpp"
