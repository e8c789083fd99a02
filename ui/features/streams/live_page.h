// Live: the changes of a table, or of a whole region, as they happen, read from the streams.
//
// At the newest end the list follows; scrolling away, or Ctrl+., freezes it and counts what is newer. Everything the
// stream keeps can be reached: it is read by position, not held.
#pragma once

#include "features/streams/change_filter.h"
#include "features/streams/live_cursor.h"
#include "features/streams/live_strip.h"
#include "models/table_shape.h"
#include "shell/page.h"

class QPushButton;
class QToolButton;

class QComboBox;

namespace stator::ui {

class ChangeDetails;
class ChangeRecorder;
class ChangeView;
class ElidedLabel;
class FilterField;
class LiveStrip;
class PageFrame;
class PageRegistry;
class RateChart;

class LivePage : public Page {
    Q_OBJECT
public:
    LivePage(Workbench &workbench, QWidget *parent);

    void open(const Place &place) override;
    Place place() const override;
    QString title() const override { return isRegion() ? tr("Live") : m_place.table; }
    QList<QAction *> headActions() const override;
    QList<QAction *> moreActions() const override;
    QAction *primaryAction() const override;
    QWidget *inspector() override;
    QString inspectorTitle() const override { return tr("Change"); }
    QString selectionText() const override;
    void refresh() override { m_cursor->poll(); }
    void focusContent() override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

    LiveCursor &cursor() { return *m_cursor; }
    ChangeView &view() { return *m_view; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeTools();
    void answerCommands();
    void setWatched(bool isWatched);

    // Every table of the region, or one.
    bool isRegion() const { return m_place.table.isEmpty(); }
    void showScope();
    void listRegions();
    void chooseRegion();
    void watchRegion();

    // The stream of the table.
    void describe();
    void described(const api::TableDescription &table);
    LiveCursor::From firstLook() const;
    void start(LiveCursor::From from);
    void offerStream();
    void turnOnStream();
    void showTrimmed();
    void readFailed(const Error &error);

    // The list.
    void filterEdited();
    void showFilter();
    void setFollowing(bool isFollowing);
    void moved();
    void goBack();
    void goToOldest();
    void updateState();
    void showState();
    void showEmpty();
    LiveStrip::Notice notice();
    void drawRate();

    // The selected change.
    ChangePointer selected() const;
    void showSelected();
    void openItem();
    void copySelected();

    // Recordings.
    void chooseRecording();
    void choosePlayback();
    void play(const QString &path);
    void backToLive();

    Place m_place;
    TableShape m_shape;
    QString m_streamArn; // that the cursor reads
    bool m_isStreamOn = false;
    bool m_isTurningOn = false;
    QString m_problem; // of reading; it goes on trying
    bool m_isLost = false;      // where the cursor stands is no longer kept
    bool m_rowsAreGone = false; // rows could not be read again
    RequestSlot m_describeSlot;
    RequestSlot m_updateSlot;
    QTimer m_describeTimer;
    QTimer m_secondTimer;
    QTimer m_filterTimer;

    ChangeModel *m_model;
    LiveCursor *m_cursor;
    ChangeRecorder *m_recorder;
    // Where the list was frozen, and what came meanwhile.
    std::int64_t m_frozenRow = 0;
    std::int64_t m_passedRows = 0;

    PageFrame *m_frame;
    RateChart *m_rate;
    QToolButton *m_inserts;
    QToolButton *m_modifies;
    QToolButton *m_removes;
    QComboBox *m_region; // which one is watched
    FilterField *m_table;
    FilterField *m_key;
    FilterField *m_attribute;
    ElidedLabel *m_pace;
    QPushButton *m_newer;
    QComboBox *m_speed; // of a recording, while one is played
    LiveStrip *m_strip;
    ChangeView *m_view;
    QAction *m_freeze;
    QPointer<ChangeDetails> m_details;
};

void registerStreams(PageRegistry &registry);
void addStreamCommands(Workbench &workbench);

} // namespace stator::ui
