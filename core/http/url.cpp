#include "http/url.h"

#include <curl/curl.h>

namespace stator::http {

namespace {

struct FreeUrl {
    void operator()(CURLU *url) const { curl_url_cleanup(url); }
};

std::string part(CURLU *url, CURLUPart which)
{
    char *text = nullptr;
    if (curl_url_get(url, which, &text, 0) != CURLUE_OK)
        return {};
    std::string copy = text;
    curl_free(text);
    return copy;
}

} // namespace

Result<Url> parseUrl(std::string_view text)
{
    const std::string whole(text);
    const std::unique_ptr<CURLU, FreeUrl> parsed(curl_url());
    if (curl_url_set(parsed.get(), CURLUPART_URL, whole.c_str(), 0) != CURLUE_OK)
        return Error::validation("'" + whole + "' is not a URL");
    Url url;
    url.scheme = part(parsed.get(), CURLUPART_SCHEME);
    url.host = part(parsed.get(), CURLUPART_HOST);
    url.path = part(parsed.get(), CURLUPART_PATH);
    if (const std::string query = part(parsed.get(), CURLUPART_QUERY); !query.empty())
        url.path += "?" + query;
    if (url.scheme != "http" && url.scheme != "https")
        return Error::validation("'" + whole + "' is not an http or https URL");
    if (url.host.empty())
        return Error::validation("'" + whole + "' names no host");
    if (!part(parsed.get(), CURLUPART_USER).empty())
        return Error::validation("'" + whole + "' holds a user name; give it in a header of your own server instead");
    if (url.host.front() == '[')
        url.host = url.host.substr(1, url.host.size() - 2);
    url.isLoopback = url.host == "localhost" || url.host == "::1" || url.host.rfind("127.", 0) == 0;
    return url;
}

} // namespace stator::http
