#include "shell/endpoint_status.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

QString EndpointState::url() const
{
    return (isTls ? u"https://"_s : u"http://"_s) + address;
}

void EndpointStatus::setState(const EndpointState &state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT changed();
}

void EndpointStatus::announceClient(const QString &client)
{
    if (!m_firstClient.isEmpty())
        return;
    m_firstClient = client;
    Q_EMIT clientArrived(client);
}

QString endpointSnippet(const EndpointState &state, SnippetLanguage language)
{
    const QString region = state.region.isEmpty() ? u"us-east-1"_s : state.region;
    switch (language) {
    case SnippetLanguage::Cli:
        return u"export AWS_ACCESS_KEY_ID=stator\n"
               "export AWS_SECRET_ACCESS_KEY=stator\n"
               "aws dynamodb list-tables --region %1 \\\n"
               "    --endpoint-url %2"_s.arg(region, state.url());
    case SnippetLanguage::Python:
        return u"import boto3\n\n"
               "dynamodb = boto3.resource(\n"
               "    \"dynamodb\", endpoint_url=\"%2\", region_name=\"%1\",\n"
               "    aws_access_key_id=\"stator\", aws_secret_access_key=\"stator\")\n"
               "print([table.name for table in dynamodb.tables.all()])"_s.arg(region, state.url());
    case SnippetLanguage::JavaScript:
        return u"import { DynamoDBClient, ListTablesCommand } from \"@aws-sdk/client-dynamodb\";\n\n"
               "const client = new DynamoDBClient({\n"
               "  endpoint: \"%2\", region: \"%1\",\n"
               "  credentials: { accessKeyId: \"stator\", secretAccessKey: \"stator\" },\n"
               "});\n"
               "console.log((await client.send(new ListTablesCommand({}))).TableNames);"_s.arg(region,
                                                                                               state.url());
    }
    return {};
}

} // namespace stator::ui

#include "moc_endpoint_status.cpp"
