#include "features/requests/replay_dialog.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "bridge/connections.h"
#include "bridge/error_text.h"
#include "bridge/text.h"
#include "features/requests/request_model.h"
#include "shell/workbench.h"
#include "theme/theme.h"
#include "widgets/json_highlighter.h"
#include "widgets/json_text.h"
#include "widgets/labels.h"
#include "widgets/text_view.h"

namespace stator::ui {

using theme::px;
using theme::Role;
using theme::TextStyle;
using Kind = ReplayedRequest::Kind;

namespace {

constexpr int kTickMs = 100;
constexpr int kRowHeight = 26;
constexpr int kMostListed = 2000;

QWidget *titled(const QString &title, QWidget *below)
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(new ThemedLabel(title, TextStyle::Caption, Role::SecondText));
    column->addWidget(below, 1);
    return holder;
}

} // namespace

ReplayDialog::ReplayDialog(Workbench &workbench, const Place &place, const QString &path,
                           std::shared_ptr<const Recording> recording, QWidget *parent)
    : QDialog(parent), m_workbench(workbench), m_recording(std::move(recording)),
      m_replay(workbench.connections(), place.connection), m_progress(new QProgressBar),
      m_summary(new ThemedLabel({}, TextStyle::Section)), m_list(new QTreeWidget), m_recorded(new TextView),
      m_replayed(new TextView), m_run(new QPushButton(tr("Replay"))), m_stop(new QPushButton(tr("Stop")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    //: %1 the name of a file.
    setWindowTitle(tr("Replay %1").arg(QFileInfo(path).fileName()));
    auto *buttons = new QDialogButtonBox;
    theme::setPrimary(m_run);
    m_run->setDefault(true);
    m_stop->setAutoDefault(false);
    buttons->addButton(m_run, QDialogButtonBox::ActionRole);
    buttons->addButton(m_stop, QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_summary);
    column->addWidget(makeChoice());
    column->addWidget(m_progress);
    column->addWidget(makeResults(), 1);
    column->addWidget(buttons);
    m_summary->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_stop->hide();
    const QString first = m_recording->empty() ? QString() : requestTimeText(m_recording->front().timeSeconds);
    const QString last = m_recording->empty() ? QString() : requestTimeText(m_recording->back().timeSeconds);
    m_summary->setText(m_recording->empty()
                           ? tr("The recording holds no request.")
                           //: %1 and %2 are times of day.
                           : tr("%Ln request(s), from %1 to %2", nullptr, static_cast<int>(m_recording->size())).arg(first, last));
    m_run->setEnabled(!m_recording->empty());
    resize(px(620), std::max(minimumSizeHint().height(), column->totalHeightForWidth(px(620))));

    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &ReplayDialog::showProgress);
    connect(m_run, &QPushButton::clicked, this, &ReplayDialog::replay);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_replay.cancel();
        showResults();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_replay, &RequestReplay::finished, this, &ReplayDialog::showResults);
    connect(&m_replay, &RequestReplay::failed, this, &ReplayDialog::showFailure);
}

QWidget *ReplayDialog::makeChoice()
{
    m_copies = new QRadioButton(tr("On &copies of the tables as they are now"));
    m_empty = new QRadioButton(tr("On &empty tables of the same kind"));
    m_copies->setChecked(true);
    auto *note = new ThemedLabel(tr("The requests run in an engine of their own, in memory; your tables stay as they are. What the "
                                    "recording wrote is in the copies already."),
                                 TextStyle::Body, Role::SecondText);
    note->setWordWrap(true);
    auto *choice = new QWidget;
    auto *column = new QVBoxLayout(choice);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_copies);
    column->addWidget(m_empty);
    column->addWidget(note);
    return choice;
}

QWidget *ReplayDialog::makeResults()
{
    m_list->setHeaderLabels({tr("Time"), tr("Operation"), tr("Where they differ"), tr("Recorded"), tr("Replayed")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Answers that differ"));
    const int widths[]{100, 130, 220, 180, 180};
    for (int i = 0; i < 5; ++i)
        m_list->header()->resizeSection(i, px(widths[i]));
    for (TextView *view : {m_recorded, m_replayed})
        new JsonHighlighter(view->document());
    auto *bodies = new QSplitter(Qt::Horizontal);
    bodies->addWidget(titled(tr("Recorded"), m_recorded));
    bodies->addWidget(titled(tr("Replayed"), m_replayed));
    bodies->setChildrenCollapsible(false);
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(m_list);
    split->addWidget(bodies);
    split->setChildrenCollapsible(false);
    m_results = split;
    m_results->hide();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ReplayDialog::showSelected);
    return split;
}

void ReplayDialog::replay()
{
    for (QRadioButton *button : {m_copies, m_empty})
        button->setEnabled(false);
    m_list->clear();
    m_recorded->clear();
    m_replayed->clear();
    m_run->hide();
    m_stop->show();
    m_stop->setFocus(Qt::OtherFocusReason);
    m_progress->setRange(0, 0);
    m_progress->show();
    m_tick.start();
    m_replay.start(m_recording, m_copies->isChecked());
    showProgress();
}

void ReplayDialog::showProgress()
{
    if (m_replay.phase() == RequestReplay::Phase::Copying) {
        //: %1 a table, %2 a count of items.
        m_summary->setText(tr("Copying %1: %2 items")
                               .arg(toQt(std::string_view(m_replay.copier().table())), countText(m_replay.copier().items())));
    } else if (m_replay.phase() == RequestReplay::Phase::Running) {
        const auto done = static_cast<std::int64_t>(m_replay.results().size());
        const auto all = static_cast<std::int64_t>(m_recording->size());
        m_progress->setRange(0, static_cast<int>(all));
        m_progress->setValue(static_cast<int>(done));
        m_summary->setText(tr("Replaying: %1 of %2").arg(countText(done), countText(all)));
    }
}

void ReplayDialog::showResults()
{
    m_tick.stop();
    m_progress->hide();
    m_stop->hide();
    m_run->show();
    for (QRadioButton *button : {m_copies, m_empty})
        button->setEnabled(true);
    const int same = m_replay.count(Kind::Same);
    const int different = m_replay.count(Kind::Different);
    const int skipped = m_replay.count(Kind::Skipped);
    const auto left = static_cast<std::int64_t>(m_recording->size() - m_replay.results().size());
    QStringList parts{tr("%Ln the same", nullptr, same), tr("%Ln different", nullptr, different)};
    if (skipped > 0)
        parts.append(tr("%Ln too long to be replayed", nullptr, skipped));
    if (left > 0)
        parts.append(tr("%Ln not sent", nullptr, static_cast<int>(left)));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    int listed = 0;
    for (std::size_t i = 0; i < m_replay.results().size() && listed < kMostListed; ++i) {
        if (m_replay.results()[i].kind == Kind::Different) {
            addResult(i);
            ++listed;
        }
    }
    if (listed == 0)
        return;
    // The person asked for it: room for two answers beside each other.
    if (!m_results->isVisible())
        resize(size().expandedTo({px(920), px(620)}));
    m_results->show();
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void ReplayDialog::showFailure(const Error &error)
{
    showResults();
    const ErrorText text = describe(error);
    m_summary->setText(tr("The replay stopped: %1").arg(text.sentence));
}

void ReplayDialog::addResult(std::size_t at)
{
    const RecordedRequest &recorded = (*m_recording)[at];
    const ReplayedRequest &replayed = m_replay.results()[at];
    const ResponseDifference &first = replayed.differences.first();
    const qsizetype more = replayed.differences.size() - 1;
    auto *row = new QTreeWidgetItem(m_list);
    row->setData(0, Qt::UserRole, static_cast<qulonglong>(at));
    row->setSizeHint(0, QSize(0, px(kRowHeight)));
    row->setText(0, requestTimeText(recorded.timeSeconds));
    row->setText(1, recorded.operation);
    const QString where = first.path.isEmpty() ? tr("Status") : first.path;
    //: %1 a path into an answer; so many other places differ, too.
    row->setText(2, more > 0 ? tr("%1 and %Ln more", nullptr, static_cast<int>(more)).arg(where) : where);
    row->setText(3, first.recorded);
    row->setText(4, first.replayed);
    for (int column : {3, 4}) {
        row->setFont(column, theme::monoFont());
        row->setToolTip(column, row->text(column));
    }
    row->setBackground(3, theme::color(Role::TintDeleted));
    row->setBackground(4, theme::color(Role::TintAdded));
}

void ReplayDialog::showSelected()
{
    const QTreeWidgetItem *row = m_list->currentItem();
    if (!row)
        return;
    const auto at = static_cast<std::size_t>(row->data(0, Qt::UserRole).toULongLong());
    if (at >= m_replay.results().size())
        return;
    m_recorded->setContent(indentedJson(toQt(std::string_view((*m_recording)[at].response))));
    m_replayed->setContent(indentedJson(toQt(std::string_view(m_replay.results()[at].response))));
}

} // namespace stator::ui

#include "moc_replay_dialog.cpp"
