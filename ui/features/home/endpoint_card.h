// The endpoint's state and address, and how an SDK reaches it.
#pragma once

#include "shell/endpoint_status.h"
#include "widgets/card.h"

class QPushButton;
class QSpinBox;
class QToolButton;

namespace stator::ui {

class CodeSnippet;
class SegmentedSwitch;
class ThemedLabel;
class Workbench;

class EndpointCard : public Card {
    Q_OBJECT
public:
    explicit EndpointCard(Workbench &workbench, QWidget *parent = nullptr);

private:
    void buildPort();
    void update();
    void updateClient();
    void showSnippet();

    Workbench &m_workbench;
    EndpointStatus &m_endpoint;
    ThemedLabel *m_state;
    ThemedLabel *m_address;
    QToolButton *m_copy;
    ThemedLabel *m_problem;
    QWidget *m_port;
    QSpinBox *m_portField;
    QPushButton *m_portButton;
    QWidget *m_how;
    SegmentedSwitch *m_languages;
    CodeSnippet *m_snippet;
    ThemedLabel *m_client;
};

} // namespace stator::ui
