#include "window_program.h"

#include <cstdio>

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTranslator>

#include "backend_host.h"
#include "bridge/connections.h"
#include "bridge/error_text.h"
#include "bridge/system_look.h"
#include "bridge/table_directory.h"
#include "bridge/text.h"
#include "feature_list.h"
#include "sample_job.h"
#include "scratch_engine.h"
#include "screenshot_tour.h"
#include "shell/page_registry.h"
#include "single_instance.h"
#include "theme/theme.h"
#include "window/main_window.h"
#include "window/preferences_dialog.h"

namespace stator::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kBridgeThreads = 4;
constexpr int kDirectoryMs = 1000;

class Texts {
    Q_DECLARE_TR_FUNCTIONS(stator::app::WindowProgram)
public:
    static QString quitQuestion(int clients)
    {
        return tr("%Ln client(s) are connected. Quitting stops the endpoint.", nullptr, clients);
    }
    static QString cannotOpen() { return tr("The workspace cannot be opened"); }
};

void loadTranslations(QApplication &application)
{
    const QLocale locale;
    // English first, for its plurals: it stands in wherever another language is missing.
    auto *english = new QTranslator(&application);
    if (english->load(u":/i18n/stator_en.qm"_s))
        application.installTranslator(english);
    auto *own = new QTranslator(&application);
    if (own->load(locale, u"stator"_s, u"_"_s, u":/i18n"_s))
        application.installTranslator(own);
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(qt);
}

// Where the workspace will be, before it is opened.
QString directoryOf(const ProgramOptions &options)
{
    return QDir(ui::toQt(std::string_view(options.workspace.empty() ? workspace::Workspace::defaultDirectory()
                                                                    : options.workspace)))
        .absolutePath();
}

// What the command line leaves open, as the window wants it.
ProgramOptions windowOptions(ProgramOptions options)
{
    if (!options.screenshotsDirectory.empty()) {
        options.inMemory = true;
        options.withEndpoint = false;
    }
    return options;
}

// Layouts, drafts and preferences of one workspace.
QString settingsPath(const ProgramOptions &options, const QTemporaryDir &temporary)
{
    return options.inMemory ? temporary.filePath(u"window.ini"_s)
                            : directoryOf(options) + "/library/window.ini"_L1;
}

class WindowProgram {
public:
    WindowProgram(QApplication &application, const ProgramOptions &options)
        : m_application(application), m_options(windowOptions(options)), m_instance(directoryOf(m_options)),
          m_pool(std::make_shared<ThreadPool>("bridge", kBridgeThreads)), m_host(m_options),
          m_settings(settingsPath(m_options, m_temporary), QSettings::IniFormat), m_connections(m_pool),
          m_tables(m_connections)
    {
        m_pool->start();
    }

    int run()
    {
        const QString place = ui::toQt(std::string_view(m_options.openView));
        if (!m_options.inMemory && m_instance.handOver(place))
            return static_cast<int>(ExitCode::Clean);
        m_first = ui::Place::fromString(place).value_or(ui::Place());
        setUpLook();
        ui::HomeActions actions;
        actions.openSample = [this] { openSample({}); };
        registerFeaturePages(m_pages, actions);
        m_window = std::make_unique<ui::MainWindow>(
            ui::WindowContext{m_pages, m_connections, m_tables, m_endpoint, m_settings,
                              m_options.inMemory ? QString() : directoryOf(m_options)});
        addFeatureCommands(m_window->workbench());
        m_window->setQuitQuestion([this] {
            return m_host.clientCount() > 0 ? Texts::quitQuestion(m_host.clientCount()) : QString();
        });
        connectHost();
        m_host.open();
        const int code = m_application.exec();
        shutDown();
        return m_exitCode == 0 ? code : m_exitCode;
    }

private:
    void setUpLook()
    {
        ui::theme::Theme &theme = ui::theme::Theme::instance();
        theme.setSystemLook(m_look.look());
        theme.install();
        // After the theme, which brings the resources in.
        QApplication::setWindowIcon(QIcon(u":/stator/stator.svg"_s));
        ui::loadLook(m_settings);
        QObject::connect(&m_look, &ui::SystemLookWatcher::changed, &theme, &ui::theme::Theme::setSystemLook);
        if (m_options.screenshotsDirectory.empty())
            m_look.start();
    }

    void connectHost()
    {
        QObject::connect(&m_host, &BackendHost::opened, m_window.get(), [this] { opened(); });
        QObject::connect(&m_host, &BackendHost::failed, m_window.get(),
                         [this](const Error &error) { failed(error); });
        QObject::connect(
            &m_host, &BackendHost::regionsChanged, &m_connections,
            [this](const QStringList &regions) { m_connections.setRegions(ui::kLocalConnection, regions); });
        QObject::connect(&m_host, &BackendHost::endpointChanged, &m_endpoint,
                         [this] { m_endpoint.setState(m_host.endpoint()); });
        QObject::connect(&m_host, &BackendHost::clientArrived, &m_endpoint,
                         &ui::EndpointStatus::announceClient);
        QObject::connect(&m_endpoint, &ui::EndpointStatus::startRequested, &m_host,
                         &BackendHost::startEndpoint);
        QObject::connect(&m_instance, &SingleInstance::asked, m_window.get(), [this](const QString &place) {
            m_window->raiseWindow();
            if (const auto wanted = ui::Place::fromString(place))
                m_window->openPlace(*wanted, ui::OpenMode::Keep);
        });
    }

    void opened()
    {
        ui::ConnectionInfo local;
        local.id = ui::kLocalConnection;
        local.title = ui::MainWindow::tr("This computer");
        local.regions = m_host.regions();
        m_connections.add(local, m_host.service());
        m_connections.setScratchEngine([options = m_options, pool = m_pool] { return makeScratchEngine(options, pool); });
        m_tables.start(kDirectoryMs);
        if (!m_options.screenshotsDirectory.empty()) {
            m_window->start({}, false);
            openSample([this] { startTour(); });
            return;
        }
        if (!m_options.inMemory)
            m_instance.listen();
        m_endpoint.setState(m_host.endpoint());
        if (m_options.withEndpoint)
            m_host.startEndpoint(m_options.port);
        m_window->start(m_first);
        m_window->show();
    }

    void failed(const Error &error)
    {
        const ui::ErrorText text = ui::describe(error);
        std::fprintf(stderr, "stator: %s\n", error.message.c_str());
        m_exitCode = static_cast<int>(exitCodeFor(error));
        if (!m_options.screenshotsDirectory.empty()) {
            m_application.quit();
            return;
        }
        auto *box =
            new QMessageBox(QMessageBox::Critical, Texts::cannotOpen(), text.sentence, QMessageBox::Close);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setInformativeText(text.advice);
        box->setDetailedText(text.code + u": "_s + text.original);
        QObject::connect(box, &QDialog::finished, &m_application, [] { QApplication::quit(); });
        box->open();
    }

    void openSample(std::function<void()> done)
    {
        if (m_isSampleLoading || !m_host.service())
            return;
        m_isSampleLoading = true;
        m_sampleThread = startSampleJob(
            m_window->workbench(), m_host.service(), [this, done = std::move(done)](bool isLoaded) {
                m_isSampleLoading = false;
                if (done)
                    done();
                else if (isLoaded)
                    m_window->openPlace(ui::Place::ofTable({}, {}, u"Shop"_s), ui::OpenMode::Keep);
            });
    }

    void startTour()
    {
        auto *tour = new ScreenshotTour(*m_window, ui::toQt(std::string_view(m_options.screenshotsDirectory)),
                                        m_window.get());
        QObject::connect(tour, &ScreenshotTour::finished, m_window.get(), [this, tour](bool isComplete) {
            std::printf("stator: %d pictures in %s\n", tour->pictureCount(),
                        m_options.screenshotsDirectory.c_str());
            if (!isComplete)
                m_exitCode = 1;
            m_application.quit();
        });
        // The directory of tables takes a round to see the new ones.
        QTimer::singleShot(2 * kDirectoryMs, tour, &ScreenshotTour::start);
    }

    // Pages first, then what they ask, then the engine: nobody calls into what is gone.
    void shutDown()
    {
        m_tables.stop();
        if (m_options.screenshotsDirectory.empty() && m_exitCode == 0)
            m_settings.sync();
        m_sampleThread = std::jthread();
        m_window.reset();
        m_connections.remove(ui::kLocalConnection);
        m_connections.setScratchEngine({});
        m_pool->stop();
        m_host.close();
    }

    QApplication &m_application;
    const ProgramOptions m_options;
    QTemporaryDir m_temporary;
    SingleInstance m_instance;
    std::shared_ptr<ThreadPool> m_pool;
    BackendHost m_host;
    QSettings m_settings;
    ui::SystemLookWatcher m_look;
    ui::ConnectionList m_connections;
    ui::TableDirectory m_tables;
    ui::EndpointStatus m_endpoint;
    ui::PageRegistry m_pages;
    std::unique_ptr<ui::MainWindow> m_window;
    ui::Place m_first;
    std::jthread m_sampleThread;
    bool m_isSampleLoading = false;
    int m_exitCode = 0;
};

} // namespace

int runWindow(int argc, char **argv, const ProgramOptions &options)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"stator"_s);
    QApplication::setApplicationDisplayName(u"Stator"_s);
    QApplication::setApplicationVersion(QString::fromLatin1(STATOR_VERSION));
    QApplication::setDesktopFileName(u"org.stator.Stator"_s);
    loadTranslations(application);
    return WindowProgram(application, options).run();
}

} // namespace stator::app
