#include "endpoint/authorization.h"

#include <array>
#include <vector>

#include "endpoint/header_text.h"
#include "model/region_name.h"

namespace stator::endpoint {

namespace {

Error missingToken()
{
    return {ErrorCode::MissingAuthenticationToken, "Request is missing Authentication Token", {}};
}

Error incomplete(std::string text)
{
    return {ErrorCode::IncompleteSignature, std::move(text), {}};
}

Error invalid(std::string text)
{
    return {ErrorCode::InvalidSignature, std::move(text), {}};
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::string percentDecoded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (text[i] == '%' && high >= 0 && low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

// find_first_of() calls a function for each character, which every request would pay for.
std::size_t endOfPart(std::string_view list, std::string_view separators)
{
    const char first = separators.front();
    const char second = separators.back();
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i] == first || list[i] == second)
            return i;
    return std::string_view::npos;
}

// The value of `name` in a list of name=value with one or the other of `separators` between them; no data if
// it is not there.
std::string_view parameter(std::string_view list, std::string_view separators, std::string_view name)
{
    while (!list.empty()) {
        const std::size_t end = endOfPart(list, separators);
        const std::string_view part = trimmed(list.substr(0, end));
        if (part.substr(0, name.size()) == name && (part.size() == name.size() || part[name.size()] == '='))
            return part.size() == name.size() ? part.substr(part.size()) : part.substr(name.size() + 1);
        if (end == std::string_view::npos)
            break;
        list.remove_prefix(end + 1);
    }
    return {};
}

// 20261101T093000Z
bool isBasicDate(std::string_view date)
{
    constexpr std::string_view kForm = "00000000T000000Z";
    if (date.size() != kForm.size())
        return false;
    for (std::size_t i = 0; i < date.size(); ++i)
        if (kForm[i] == '0' ? date[i] < '0' || date[i] > '9' : date[i] != kForm[i])
            return false;
    const auto number = [&](std::size_t at) { return (date[at] - '0') * 10 + (date[at + 1] - '0'); };
    return number(4) >= 1 && number(4) <= 12 && number(6) >= 1 && number(6) <= 31 && number(9) <= 23 &&
           number(11) <= 59 && number(13) <= 60;
}

// What is wrong with the form of a date or the headers signed; whether the clock agrees is not looked at.
Result<void> checkForm(std::string_view amzDate, std::string_view signedHeaders)
{
    if (amzDate.data() != nullptr && !isBasicDate(amzDate))
        return incomplete("Date must be in ISO-8601 'basic format'. Got '" + std::string(amzDate) +
                          "'. See http://en.wikipedia.org/wiki/ISO_8601");
    for (std::string_view rest = signedHeaders;;) {
        const std::size_t end = rest.find(';');
        if (rest.substr(0, end) == "host")
            return {};
        if (end == std::string_view::npos)
            return invalid("'Host' must be a 'SignedHeader' in the AWS Authorization.");
        rest.remove_prefix(end + 1);
    }
}

// KEY/DATE/REGION/SERVICE/TERMINATOR. The date is the clock's business, and not looked at.
Result<Credential> readScope(std::string_view credential)
{
    std::array<std::string_view, 5> parts;
    std::size_t count = 0;
    for (std::string_view rest = credential; count <= parts.size(); ++count) {
        const std::size_t slash = rest.find('/');
        if (count < parts.size())
            parts[count] = rest.substr(0, slash);
        if (slash == std::string_view::npos) {
            ++count;
            break;
        }
        rest.remove_prefix(slash + 1);
    }
    if (count != parts.size())
        return incomplete("Credential must have exactly 5 slash-delimited elements, "
                          "e.g. keyid/date/region/service/term, got '" +
                          std::string(credential) + "'");
    std::string faults;
    if (!model::isRegionName(parts[2]))
        faults += "Credential should be scoped to a valid region, not '" + std::string(parts[2]) + "'. ";
    if (parts[3] != "dynamodb")
        faults += "Credential should be scoped to correct service: 'dynamodb'. ";
    if (parts[4] != "aws4_request")
        faults += "Credential should be scoped with a valid terminator: 'aws4_request', not '" +
                  std::string(parts[4]) + "'. ";
    if (!faults.empty())
        return invalid(std::move(faults));
    return Credential{std::string(parts[0]), std::string(parts[2])};
}

Result<Credential> readHeader(const HttpRequest &request)
{
    const std::string_view header = request.header(Header::Authorization);
    if (header.substr(0, 5) != "AWS4-")
        return missingToken();
    const std::size_t space = header.find(' ');
    const std::string_view list =
        space == std::string_view::npos ? std::string_view() : header.substr(space + 1);
    constexpr std::string_view kSeparators = ", "; // the service takes either for the other
    const std::string_view credential = parameter(list, kSeparators, "Credential");
    const std::string_view signedHeaders = parameter(list, kSeparators, "SignedHeaders");
    std::string faults;
    if (credential.empty())
        faults += "Authorization header requires 'Credential' parameter. ";
    if (parameter(list, kSeparators, "Signature").empty())
        faults += "Authorization header requires 'Signature' parameter. ";
    if (signedHeaders.empty())
        faults += "Authorization header requires 'SignedHeaders' parameter. ";
    if (!request.has(Header::AmzDate) && !request.has(Header::Date))
        faults += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
    if (!faults.empty())
        return incomplete(faults + "Authorization=" + std::string(header));
    STATOR_CHECK(checkForm(request.header(Header::AmzDate), signedHeaders));
    return readScope(credential);
}

Result<Credential> readQuery(std::string_view query)
{
    constexpr std::array<std::string_view, 5> kNeeded = {
        "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date"};
    std::string faults;
    for (const std::string_view name : kNeeded)
        if (parameter(query, "&", name).empty())
            faults += "AWS query-string parameters must include '" + std::string(name) + "'. ";
    if (!faults.empty())
        return incomplete(faults + "Re-examine the query-string parameters.");
    const std::string date = percentDecoded(parameter(query, "&", "X-Amz-Date"));
    STATOR_CHECK(checkForm(date, percentDecoded(parameter(query, "&", "X-Amz-SignedHeaders"))));
    return readScope(percentDecoded(parameter(query, "&", "X-Amz-Credential")));
}

} // namespace

Result<Credential> readCredential(const HttpRequest &request)
{
    const bool hasHeader = request.has(Header::Authorization);
    const std::string_view query = request.query();
    const bool hasQuery = parameter(query, "&", "X-Amz-Algorithm").data() != nullptr;
    if (hasHeader && hasQuery)
        return invalid(
            "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
    if (hasHeader)
        return readHeader(request);
    if (hasQuery)
        return readQuery(query);
    return missingToken();
}

} // namespace stator::endpoint
