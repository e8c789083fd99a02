#include "features/requests/client_name.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

struct Agent {
    QLatin1String prefix; // of a product in the User-Agent, in lower case
    QLatin1String name;
    code::Language language;
};

// The first that fits counts: boto3 names botocore, too, and the CLI is built on it.
constexpr Agent kAgents[] = {
    {"aws-cli/"_L1, "AWS CLI"_L1, code::Language::Cli},
    {"boto3/"_L1, "Boto3"_L1, code::Language::Python},
    {"aiobotocore/"_L1, "aiobotocore"_L1, code::Language::Python},
    {"botocore/"_L1, "Botocore"_L1, code::Language::Python},
    {"aws-sdk-js/"_L1, "JavaScript SDK"_L1, code::Language::JavaScript},
    {"aws-sdk-nodejs/"_L1, "JavaScript SDK"_L1, code::Language::JavaScript},
    {"aws-sdk-java/"_L1, "Java SDK"_L1, code::Language::Java},
    {"aws-sdk-kotlin/"_L1, "Kotlin SDK"_L1, code::Language::Java},
    {"aws-sdk-go-v2/"_L1, "Go SDK"_L1, code::Language::Go},
    {"aws-sdk-go/"_L1, "Go SDK"_L1, code::Language::Go},
    {"aws-sdk-rust/"_L1, "Rust SDK"_L1, code::Language::Rust},
    {"aws-sdk-cpp/"_L1, "C++ SDK"_L1, code::Language::Cpp},
    {"aws-sdk-dotnet"_L1, ".NET SDK"_L1, code::Language::CSharp},
    {"aws-sdk-php/"_L1, "PHP SDK"_L1, code::Language::Cli},
    {"aws-sdk-ruby3/"_L1, "Ruby SDK"_L1, code::Language::Cli},
};

const Agent *agentOf(const QString &userAgent, qsizetype *at)
{
    for (const Agent &agent : kAgents) {
        *at = userAgent.indexOf(agent.prefix, 0, Qt::CaseInsensitive);
        if (*at >= 0)
            return &agent;
    }
    return nullptr;
}

} // namespace

QString clientName(const QString &userAgent, const QString &address)
{
    qsizetype at = 0;
    if (const Agent *agent = agentOf(userAgent, &at)) {
        const QString product = userAgent.mid(at).section(u' ', 0, 0);
        const QString version = product.section(u'/', 1, 1);
        return version.isEmpty() ? QString(agent->name) : agent->name + u' ' + version;
    }
    const QString product = userAgent.section(u' ', 0, 0);
    return product.isEmpty() ? address : QString(product).replace(u'/', u' ');
}

code::Language clientLanguage(const QString &userAgent)
{
    qsizetype at = 0;
    const Agent *agent = agentOf(userAgent, &at);
    return agent ? agent->language : code::Language::Cli;
}

} // namespace stator::ui
