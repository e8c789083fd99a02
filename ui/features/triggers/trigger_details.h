// One trigger in the Inspector: how it is set, what it did last, what went wrong.
#pragma once

#include <QWidget>

#include "api/list_triggers.h"

namespace stator::ui {

class TextView;
class ThemedLabel;

class TriggerDetails : public QWidget {
    Q_OBJECT
public:
    explicit TriggerDetails(QWidget *parent = nullptr);

    void show(const api::TriggerDescription &trigger);
    void clear();

private:
    ThemedLabel *m_nothing;
    QWidget *m_body;
    ThemedLabel *m_title;
    ThemedLabel *m_status;
    ThemedLabel *m_facts;
    ThemedLabel *m_counts;
    TextView *m_answer;
    TextView *m_problems;
};

} // namespace stator::ui
