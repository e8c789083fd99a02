// What the window knows of the endpoint: state, address, and the snippets that go with it.
#pragma once

#include <QObject>
#include <QString>

namespace stator::ui {

struct EndpointState {
    enum class Kind { Off, Starting, Listening, Failed };
    Kind kind = Kind::Off;
    QString address; // "127.0.0.1:8000"
    bool isTls = false;
    QString problem; // a sentence, when it failed
    QString region;  // for snippets

    QString url() const;
    bool operator==(const EndpointState &) const = default;
};

class EndpointStatus : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const EndpointState &state() const { return m_state; }
    void setState(const EndpointState &state);

    // The composition root says that a client made its first request since the start.
    void announceClient(const QString &client);
    QString firstClient() const { return m_firstClient; }

Q_SIGNALS:
    void changed();
    void clientArrived(const QString &client);
    // The person asks for another port, or to start what is off.
    void startRequested(int port);

private:
    EndpointState m_state;
    QString m_firstClient;
};

enum class SnippetLanguage { Cli, Python, JavaScript };
// How to reach the endpoint; the words in it are code and are not translated.
QString endpointSnippet(const EndpointState &state, SnippetLanguage language);

} // namespace stator::ui
