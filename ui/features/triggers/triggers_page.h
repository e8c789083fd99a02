// Triggers: functions that are called with the changes of tables; how each stands, what it did last, and its reins.
#pragma once

#include <QAction>
#include <QPointer>
#include <QTimer>

#include "bridge/request_slot.h"
#include "features/triggers/trigger_model.h"
#include "shell/page.h"

class QTableView;

namespace stator::api {
struct PutTriggerRequest;
}

namespace stator::ui {

class PageFrame;
class PageRegistry;
class ThemedLabel;
class TriggerDetails;

class TriggersPage : public Page {
    Q_OBJECT
public:
    explicit TriggersPage(Workbench &workbench, QWidget *parent = nullptr);

    void open(const Place &place) override;
    Place place() const override { return m_place; }
    QString title() const override { return tr("Triggers"); }
    QList<QAction *> headActions() const override { return {m_new, m_pause, m_replay}; }
    QList<QAction *> moreActions() const override { return {m_delete}; }
    QAction *primaryAction() const override { return m_new; }
    QWidget *inspector() override;
    QString inspectorTitle() const override { return tr("Trigger"); }
    QString selectionText() const override;
    void refresh() override { poll(); }
    void focusContent() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpView();
    void poll();
    void take(std::vector<api::TriggerDescription> triggers);
    void showEmpty();
    void showSelected();
    const api::TriggerDescription *selected() const;
    void put(api::PutTriggerRequest request, const QString &said);
    void makeNew();
    void pauseOrResume();
    void askReplay();
    void askDelete();

    Place m_place = Place::ofPage(QStringLiteral("triggers"));
    TriggerModel *m_model;
    PageFrame *m_frame;
    QTableView *m_view;
    QAction *m_new;
    QAction *m_pause;
    QAction *m_replay;
    QAction *m_delete;
    QPointer<TriggerDetails> m_details;
    std::string m_selected; // by name: rows change
    QTimer m_timer;
    RequestSlot m_slot;
    RequestSlot m_writeSlot;
};

void registerTriggers(PageRegistry &registry);

} // namespace stator::ui
