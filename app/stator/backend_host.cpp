#include "backend_host.h"

#include <QUrl>

#include "bridge/gui_thread.h"
#include "bridge/text.h"
#include "theme/theme.h"

namespace stator::app {

using namespace Qt::StringLiterals;
using ui::EndpointState;

namespace {

constexpr int kLookMs = 1000;

QStringList regionsOf(Backend &backend, const ProgramOptions &options)
{
    QStringList names;
    for (const std::string &name : options.regions)
        names.append(ui::toQt(std::string_view(name)));
    for (const std::string &name : backend.workspace().regionNames()) {
        if (const QString region = ui::toQt(std::string_view(name)); !names.contains(region))
            names.append(region);
    }
    return names;
}

} // namespace

BackendHost::BackendHost(const ProgramOptions &options, QObject *parent)
    : QObject(parent), m_options(options), m_thread("backend", 1)
{
    m_endpoint.region = ui::toQt(std::string_view(options.regions.front()));
    m_thread.start();
    connect(&m_timer, &QTimer::timeout, this, &BackendHost::look);
}

BackendHost::~BackendHost()
{
    close();
}

void BackendHost::open()
{
    QPointer<BackendHost> self(this);
    m_thread.post([self, options = m_options] {
        auto backend = Backend::open(options);
        auto shared = std::make_shared<Result<std::unique_ptr<Backend>>>(std::move(backend));
        ui::postToGui([self, shared, options] {
            if (!self)
                return;
            if (!shared->ok()) {
                Q_EMIT self->failed(shared->error());
                return;
            }
            self->m_backend = std::move(*shared).value();
            // A person asks after the fact what was sent, so the window watches from the start.
            self->m_backend->requestLog().keepBodiesUntil(observe::RequestLog::kAlways);
            // The alias keeps the Backend alive as long as somebody can still ask it.
            self->m_service = std::shared_ptr<service::Service>(self->m_backend, &self->m_backend->service());
            self->m_directory = options.inMemory
                                    ? QString()
                                    : ui::toQt(std::string_view(self->m_backend->workspace().directory()));
            self->m_regions = regionsOf(*self->m_backend, options);
            self->m_timer.start(kLookMs);
            Q_EMIT self->opened();
        });
    });
}

void BackendHost::startEndpoint(int port)
{
    if (!m_backend)
        return;
    EndpointState state = m_endpoint;
    state.kind = EndpointState::Kind::Starting;
    state.address = ui::toQt(std::string_view(m_options.host)) + u':' + QString::number(port);
    setEndpoint(state);
    QPointer<BackendHost> self(this);
    m_thread.post([self, backend = m_backend, port, state] {
        const Result<void> started = backend->startEndpoint(static_cast<std::uint16_t>(port));
        const QUrl url(ui::toQt(std::string_view(backend->url())));
        const std::shared_ptr<Error> error =
            started.ok() ? nullptr : std::make_shared<Error>(started.error());
        ui::postToGui([self, url, error, state]() mutable {
            if (!self)
                return;
            state.kind = error ? EndpointState::Kind::Failed : EndpointState::Kind::Listening;
            if (!error) {
                state.address = url.authority();
                state.isTls = url.scheme() == "https"_L1;
            } else if (error->code == ErrorCode::Locked) {
                state.problem = tr("Another program uses port %1. Choose another port.")
                                    .arg(state.address.section(u':', -1));
            } else {
                state.problem = tr("The address %1 cannot be used: %2")
                                    .arg(state.address, ui::toQt(std::string_view(error->message)));
            }
            self->setEndpoint(state);
        });
    });
}

void BackendHost::setEndpoint(const EndpointState &state)
{
    m_endpoint = state;
    Q_EMIT endpointChanged();
}

// New regions and clients are rare: a glance a second is enough.
void BackendHost::look()
{
    if (m_isLooking)
        return;
    m_isLooking = true;
    QPointer<BackendHost> self(this);
    m_thread.post([self, backend = m_backend, options = m_options, wantsClient = !m_sawClient] {
        const QStringList regions = regionsOf(*backend, options);
        const int clients = static_cast<int>(backend->connectionCount());
        QString client;
        if (wantsClient) {
            const observe::RequestPage page = backend->requestLog().since(0, 1);
            if (!page.requests.empty()) {
                const observe::RequestRecord &first = page.requests.front();
                //: A request of a client: its operation and its address.
                client = tr("%1 from %2")
                             .arg(ui::toQt(std::string_view(first.operation)),
                                  ui::toQt(std::string_view(first.client)));
            }
        }
        ui::postToGui([self, regions, client, clients] {
            if (!self)
                return;
            self->m_isLooking = false;
            self->m_clients = clients;
            if (regions != self->m_regions) {
                self->m_regions = regions;
                Q_EMIT self->regionsChanged(regions);
            }
            if (!client.isEmpty() && !self->m_sawClient) {
                self->m_sawClient = true;
                Q_EMIT self->clientArrived(client);
            }
        });
    });
}

void BackendHost::close()
{
    m_timer.stop();
    // Runs what was posted, an opening under way too.
    m_thread.stop();
    m_service.reset();
    if (m_backend)
        static_cast<void>(m_backend->stop());
    m_backend.reset();
}

} // namespace stator::app

#include "moc_backend_host.cpp"
