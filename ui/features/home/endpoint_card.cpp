#include "features/home/endpoint_card.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include "shell/workbench.h"
#include "widgets/code_snippet.h"
#include "widgets/labels.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;
using theme::TextStyle;

EndpointCard::EndpointCard(Workbench &workbench, QWidget *parent)
    : Card(parent), m_workbench(workbench), m_endpoint(workbench.endpoint()),
      m_state(new ThemedLabel({}, TextStyle::Section)), m_address(new ThemedLabel({}, TextStyle::Section)),
      m_copy(makeIconButton(u"copy"_s, tr("Copy Address"))),
      m_problem(new ThemedLabel({}, TextStyle::Body, Role::SecondText)), m_port(new QWidget),
      m_portField(new QSpinBox), m_portButton(new QPushButton), m_how(new QWidget),
      m_languages(new SegmentedSwitch), m_snippet(new CodeSnippet),
      m_client(new ThemedLabel({}, TextStyle::Body, Role::SecondText))
{
    m_address->setMono(true);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_state);
    head->addWidget(m_address);
    head->addWidget(m_copy);
    head->addStretch();
    body()->addLayout(head);
    body()->addWidget(m_problem);
    buildPort();
    m_languages->setSegments(
        {{u"cli"_s, u"AWS CLI"_s}, {u"python"_s, u"Python"_s}, {u"javascript"_s, u"JavaScript"_s}});
    m_languages->setCurrent(u"cli"_s);
    m_languages->setAccessibleName(tr("Language of the snippet"));
    auto *how = new QVBoxLayout(m_how);
    how->setContentsMargins(0, 4, 0, 0);
    how->setSpacing(8);
    how->addWidget(m_languages, 0, Qt::AlignLeft);
    how->addWidget(m_snippet);
    how->addWidget(m_client);
    body()->addWidget(m_how);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_endpoint.state().url());
        m_workbench.say(tr("Copied the address of the endpoint."));
    });
    connect(m_snippet, &CodeSnippet::copied, this, [this] { m_workbench.say(tr("Copied the snippet.")); });
    connect(m_languages, &SegmentedSwitch::chosen, this, &EndpointCard::showSnippet);
    connect(&m_endpoint, &EndpointStatus::changed, this, &EndpointCard::update);
    connect(&m_endpoint, &EndpointStatus::clientArrived, this, &EndpointCard::updateClient);
    update();
    updateClient();
}

void EndpointCard::buildPort()
{
    m_portField->setRange(1, 65535);
    m_portField->setGroupSeparatorShown(false);
    m_portField->setAccessibleName(tr("Port"));
    m_portField->setFixedWidth(theme::px(96));
    auto *row = new QHBoxLayout(m_port);
    row->setContentsMargins(0, 4, 0, 0);
    row->addWidget(m_portField);
    row->addWidget(m_portButton);
    row->addStretch();
    body()->addWidget(m_port);
    connect(m_portButton, &QPushButton::clicked, this,
            [this] { Q_EMIT m_endpoint.startRequested(m_portField->value()); });
}

void EndpointCard::update()
{
    const EndpointState &state = m_endpoint.state();
    const bool isListening = state.kind == EndpointState::Kind::Listening;
    const bool isStopped =
        state.kind == EndpointState::Kind::Off || state.kind == EndpointState::Kind::Failed;
    switch (state.kind) {
    case EndpointState::Kind::Listening:
        //: Followed by an address: "Listening on http://127.0.0.1:8000".
        m_state->setText(tr("Listening on"));
        break;
    case EndpointState::Kind::Starting:
        m_state->setText(tr("The endpoint is starting"));
        break;
    case EndpointState::Kind::Off:
        m_state->setText(tr("The endpoint is off"));
        break;
    case EndpointState::Kind::Failed:
        m_state->setText(tr("The endpoint is not listening"));
        break;
    }
    m_address->setText(isListening ? state.url() : QString());
    m_address->setVisible(isListening);
    m_copy->setVisible(isListening);
    m_problem->setText(state.kind == EndpointState::Kind::Off
                           ? tr("SDK clients cannot reach this workspace; the window can.")
                           : state.problem);
    m_problem->setVisible(isStopped);
    m_port->setVisible(isStopped);
    m_portButton->setText(state.kind == EndpointState::Kind::Failed ? tr("Change Port")
                                                                    : tr("Start Endpoint"));
    if (isStopped) {
        const int taken = state.address.section(u':', -1).toInt();
        m_portField->setValue(state.kind == EndpointState::Kind::Failed && taken > 0 ? taken + 1 : 8000);
    }
    m_how->setVisible(isListening);
    showSnippet();
}

void EndpointCard::updateClient()
{
    const QString client = m_endpoint.firstClient();
    //: %1 names an SDK: "Boto3/1.34".
    m_client->setText(client.isEmpty() ? tr("No client yet. Its first request is announced here.")
                                       : tr("The first request arrived: %1.").arg(client));
    m_client->setRole(client.isEmpty() ? Role::SecondText : Role::Ok);
}

void EndpointCard::showSnippet()
{
    const std::pair<QString, SnippetLanguage> languages[] = {{u"cli"_s, SnippetLanguage::Cli},
                                                             {u"python"_s, SnippetLanguage::Python},
                                                             {u"javascript"_s, SnippetLanguage::JavaScript}};
    qsizetype lines = 0;
    for (const auto &[name, language] : languages) {
        const QString code = endpointSnippet(m_endpoint.state(), language);
        lines = std::max(lines, code.count(u'\n') + 1);
        if (name == m_languages->current())
            m_snippet->setCode(code);
    }
    m_snippet->reserveLines(lines);
}

} // namespace stator::ui

#include "moc_endpoint_card.cpp"
