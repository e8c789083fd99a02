#include "http/curl_client.h"

#include <thread>

#include <curl/curl.h>
#include <fmt/format.h>

#include "http/url.h"

namespace stator::http {

namespace {

// libcurl is made ready once for the process; it is never torn down, as others may use it too.
void initializeOnce()
{
    static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
    STATOR_ASSERT(code == CURLE_OK);
}

struct Transfer {
    Transfer(HttpRequest r, std::stop_token s, Completion<HttpReply> d)
        : request(std::move(r)), stop(std::move(s)), done(std::move(d))
    {
    }
    ~Transfer()
    {
        if (easy != nullptr)
            curl_easy_cleanup(easy);
        curl_slist_free_all(headers);
    }
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    HttpRequest request;
    std::stop_token stop;
    Completion<HttpReply> done;
    HttpReply reply;
    bool isTooLong = false;
    CURL *easy = nullptr;
    curl_slist *headers = nullptr;
    char errorText[CURL_ERROR_SIZE] = {};
};

std::size_t takeBody(char *bytes, std::size_t one, std::size_t count, void *context)
{
    auto &transfer = *static_cast<Transfer *>(context);
    const std::size_t size = one * count;
    if (transfer.reply.body.size() + size > transfer.request.maxReplyBytes) {
        transfer.isTooLong = true;
        return 0; // ends the transfer
    }
    transfer.reply.body.append(bytes, size);
    return size;
}

std::size_t takeHeader(char *bytes, std::size_t one, std::size_t count, void *context)
{
    auto &reply = static_cast<Transfer *>(context)->reply;
    const std::string_view line(bytes, one * count);
    if (line.substr(0, 5) == "HTTP/") {
        reply.headers.clear(); // of an interim reply
        return line.size();
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return line.size();
    std::string name(line.substr(0, colon));
    for (char &c : name)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    std::string_view value = line.substr(colon + 1);
    while (!value.empty() && (value.front() == ' ' || value.front() == '\t'))
        value.remove_prefix(1);
    while (!value.empty() && (value.back() == '\r' || value.back() == '\n' || value.back() == ' '))
        value.remove_suffix(1);
    reply.headers.emplace_back(std::move(name), std::string(value));
    return line.size();
}

void addHeader(Transfer &transfer, const std::string &line)
{
    if (curl_slist *longer = curl_slist_append(transfer.headers, line.c_str()))
        transfer.headers = longer;
}

void sign(CURL *easy, const Signing &signing)
{
    const std::string scope = fmt::format("aws:amz:{}:{}", signing.region, signing.service);
    const std::string keys = signing.credentials.accessKeyId + ":" + signing.credentials.secretAccessKey;
    curl_easy_setopt(easy, CURLOPT_AWS_SIGV4, scope.c_str());
    curl_easy_setopt(easy, CURLOPT_USERPWD, keys.c_str());
}

// Everything libcurl has to know. The texts it is handed live in the transfer, or are copied.
Result<void> prepare(Transfer &transfer)
{
    STATOR_TRY(const Url url, parseUrl(transfer.request.url));
    transfer.easy = curl_easy_init();
    if (transfer.easy == nullptr)
        return Error::io("libcurl has no memory for a request");
    CURL *easy = transfer.easy;
    const HttpRequest &request = transfer.request;
    curl_easy_setopt(easy, CURLOPT_PRIVATE, &transfer);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer.errorText);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    // A proxy for the world outside cannot reach this machine's own ports.
    if (url.isLoopback)
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connectTimeoutMs));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeoutMs));
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    if (request.method != "GET" || !request.body.empty()) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
    }
    for (const auto &[name, value] : request.headers)
        addHeader(transfer, value.empty() ? name + ";" : name + ": " + value);
    if (request.signing && !request.signing->credentials.sessionToken.empty())
        addHeader(transfer, "X-Amz-Security-Token: " + request.signing->credentials.sessionToken);
    addHeader(transfer, "Expect:"); // some servers never answer the question that would save sending the body
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer.headers);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
    if (request.signing)
        sign(easy, *request.signing);
    return {};
}

Error failure(const Transfer &transfer, CURLcode code)
{
    const HttpRequest &request = transfer.request;
    if (transfer.isTooLong)
        return Error::io(fmt::format("The reply of {} is longer than {} bytes", request.url, request.maxReplyBytes));
    if (code == CURLE_OPERATION_TIMEDOUT)
        return Error::io(fmt::format("{} did not answer within {} ms", request.url, request.timeoutMs));
    const char *text = transfer.errorText[0] != '\0' ? transfer.errorText : curl_easy_strerror(code);
    return Error::io(fmt::format("{}: {}", request.url, text));
}

} // namespace

struct CurlClient::State {
    void run();
    void begin(std::unique_ptr<Transfer> transfer);
    void finish(CURL *easy, CURLcode code);
    void endCancelled(bool all);

    CURLM *multi = nullptr;
    std::thread thread;
    std::vector<std::unique_ptr<Transfer>> running; // the thread's own

    std::mutex mutex; // guards what follows
    std::vector<std::unique_ptr<Transfer>> waiting;
    bool isRunning = false;
};

void CurlClient::State::begin(std::unique_ptr<Transfer> transfer)
{
    if (Result<void> prepared = prepare(*transfer); !prepared.ok())
        return transfer->done(std::move(prepared).error());
    if (curl_multi_add_handle(multi, transfer->easy) != CURLM_OK)
        return transfer->done(Error::io("libcurl did not take the request"));
    running.push_back(std::move(transfer));
}

void CurlClient::State::finish(CURL *easy, CURLcode code)
{
    curl_multi_remove_handle(multi, easy);
    for (std::size_t i = 0; i < running.size(); ++i) {
        if (running[i]->easy != easy)
            continue;
        const std::unique_ptr<Transfer> transfer = std::move(running[i]);
        running.erase(running.begin() + static_cast<std::ptrdiff_t>(i));
        if (code != CURLE_OK)
            return transfer->done(failure(*transfer, code));
        long status = 0;
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
        transfer->reply.status = static_cast<int>(status);
        return transfer->done(std::move(transfer->reply));
    }
}

void CurlClient::State::endCancelled(bool all)
{
    for (std::size_t i = 0; i < running.size();) {
        if (!all && !running[i]->stop.stop_requested()) {
            ++i;
            continue;
        }
        const std::unique_ptr<Transfer> transfer = std::move(running[i]);
        running.erase(running.begin() + static_cast<std::ptrdiff_t>(i));
        curl_multi_remove_handle(multi, transfer->easy);
        transfer->done(Error::shuttingDown());
    }
}

void CurlClient::State::run()
{
    while (true) {
        std::vector<std::unique_ptr<Transfer>> fresh;
        bool goesOn = true;
        {
            const std::lock_guard lock(mutex);
            fresh.swap(waiting);
            goesOn = isRunning;
        }
        for (auto &transfer : fresh)
            begin(std::move(transfer));
        endCancelled(!goesOn);
        if (!goesOn)
            return;
        int active = 0;
        curl_multi_perform(multi, &active);
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(multi, &left))
            if (message->msg == CURLMSG_DONE)
                finish(message->easy_handle, message->data.result);
        // A stop token cannot wake the poll by itself: transfers under way are looked at a few times a second.
        curl_multi_poll(multi, nullptr, 0, running.empty() ? 60'000 : 100, nullptr);
    }
}

CurlClient::CurlClient() : m_state(std::make_unique<State>())
{
    initializeOnce();
    m_state->multi = curl_multi_init();
    STATOR_ASSERT(m_state->multi != nullptr);
}

CurlClient::~CurlClient()
{
    stop();
    curl_multi_cleanup(m_state->multi);
}

void CurlClient::start()
{
    const std::lock_guard lock(m_state->mutex);
    if (std::exchange(m_state->isRunning, true))
        return;
    m_state->thread = std::thread([this] { m_state->run(); });
}

void CurlClient::stop()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->isRunning = false;
    }
    curl_multi_wakeup(m_state->multi);
    if (m_state->thread.joinable())
        m_state->thread.join();
}

void CurlClient::send(HttpRequest request, std::stop_token stop, Completion<HttpReply> done)
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->isRunning) {
            m_state->waiting.push_back(
                std::make_unique<Transfer>(std::move(request), std::move(stop), std::move(done)));
            curl_multi_wakeup(m_state->multi);
            return;
        }
    }
    done(Error::shuttingDown());
}

} // namespace stator::http
