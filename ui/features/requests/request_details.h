// One request in the Inspector.
#pragma once

#include <QWidget>

#include "features/requests/request_model.h"

class QFormLayout;

namespace stator::ui {

class ErrorCard;
class ThemedLabel;

class RequestDetails : public QWidget {
    Q_OBJECT
public:
    explicit RequestDetails(QWidget *parent = nullptr);

    void show(const RequestRow &row);
    void clear();

private:
    ThemedLabel *addLine(QFormLayout *form, const QString &label);

    ThemedLabel *m_nothing;
    QWidget *m_body;
    ThemedLabel *m_title;
    ThemedLabel *m_status;
    ThemedLabel *m_time;
    ThemedLabel *m_table;
    ThemedLabel *m_region;
    ThemedLabel *m_duration;
    ThemedLabel *m_sizes;
};

} // namespace stator::ui
