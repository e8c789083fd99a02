// One request in the Inspector: what it was, and in four views what was sent, what was answered, why it cost what
// it did, and how to send it again.
#pragma once

#include <QWidget>

#include "api/list_requests.h"
#include "bridge/request_slot.h"
#include "features/requests/request_model.h"
#include "models/table_shape.h"
#include "shell/place.h"

class QStackedWidget;

namespace stator::ui {

class CodePanel;
class CodeSnippet;
class CostPanel;
class ElidedLabel;
class SegmentedSwitch;
class TextView;
class ThemedLabel;
class Workbench;

class RequestDetails : public QWidget {
    Q_OBJECT
public:
    RequestDetails(Workbench &workbench, const Place &place, QWidget *parent = nullptr);

    void show(const RequestRow &row);
    void clear();
    // "request", "response", "cost" or "code".
    void showView(const QString &id);

private:
    QWidget *makeHead();
    QWidget *makeRegionHint();
    void fetch();
    void take(const api::LoggedRequest &request);
    void showMissing(const QString &reason);
    void showBody(TextView *view, const std::string &body, bool isCut, std::int64_t bytes);
    void showCode(const api::LoggedRequest &request);
    void explain(const api::LoggedRequest &request);
    void describeTable(const QString &table);
    void showHint();

    Workbench &m_workbench;
    Place m_place;
    RequestRow m_row;
    RequestSlot m_slot;
    RequestSlot m_describeSlot;
    std::optional<api::LoggedRequest> m_request;

    ThemedLabel *m_nothing;
    QWidget *m_body;
    ThemedLabel *m_title;
    ThemedLabel *m_status;
    ElidedLabel *m_where;
    ElidedLabel *m_client;
    QWidget *m_hint;
    ThemedLabel *m_hintText;
    CodeSnippet *m_hintFix;
    QString m_hintRegion;
    SegmentedSwitch *m_views;
    QStackedWidget *m_stack;
    TextView *m_sent;
    TextView *m_answered;
    CostPanel *m_cost;
    CodePanel *m_code;
};

} // namespace stator::ui
