// Requests: what SDK clients sent to the endpoint, as it happens.
//
// At the newest end it follows; scrolling away, or Ctrl+., freezes it and counts what is newer.
#pragma once

#include <QTimer>

#include "bridge/request_slot.h"
#include "features/requests/request_model.h"
#include "shell/page.h"

class QPushButton;
class QTableView;
class QToolButton;

namespace stator::ui {

class FilterField;
class PageFrame;
class RecordBar;
class RequestDetails;
class RequestFilter;
class ThemedLabel;

class RequestsPage : public Page {
    Q_OBJECT
public:
    explicit RequestsPage(Workbench &workbench, QWidget *parent = nullptr);

    void open(const Place &place) override;
    Place place() const override { return m_place; }
    QString title() const override { return tr("Requests"); }
    QWidget *inspector() override;
    QString selectionText() const override;
    void refresh() override { poll(); }
    void focusContent() override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

private:
    QWidget *makeTools();
    void setUpView();
    void poll();
    void take(std::vector<RequestRow> rows, std::int64_t dropped);
    void setFollowing(bool isFollowing);
    void updateState();
    void showSelected();
    bool isAtEnd() const;

    Place m_place = Place::ofPage(QStringLiteral("requests"));
    RequestModel *m_model;
    RequestFilter *m_filtered;
    PageFrame *m_frame;
    FilterField *m_filter;
    QToolButton *m_errors;
    QPushButton *m_newer;
    RecordBar *m_record;
    ThemedLabel *m_dropped;
    QTableView *m_view;
    QPointer<RequestDetails> m_details;
    QTimer m_timer;
    RequestSlot m_slot;
    std::int64_t m_droppedCount = 0;
    bool m_isScrolling = false; // by the page, not by the person
};

} // namespace stator::ui
