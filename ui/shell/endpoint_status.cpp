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

// Makes a table and puts an item: what a first client would do, in lines of sixty characters. No pager, which the
// AWS CLI opens for its replies.
QString endpointSnippet(const EndpointState &state, SnippetLanguage language)
{
    const QString region = state.region.isEmpty() ? u"us-east-1"_s : state.region;
    switch (language) {
    case SnippetLanguage::Cli:
        return uR"(export AWS_ACCESS_KEY_ID=stator AWS_SECRET_ACCESS_KEY=stator
export AWS_DEFAULT_REGION=%1 AWS_PAGER=
aws dynamodb create-table --table-name Hello \
    --endpoint-url %2 \
    --key-schema AttributeName=id,KeyType=HASH \
    --attribute-definitions AttributeName=id,AttributeType=S \
    --billing-mode PAY_PER_REQUEST
aws dynamodb put-item --table-name Hello \
    --endpoint-url %2 \
    --item '{"id": {"S": "1"}, "text": {"S": "It works"}}')"_s.arg(region, state.url());
    case SnippetLanguage::Python:
        return uR"(import boto3

dynamodb = boto3.resource(
    "dynamodb", region_name="%1",
    endpoint_url="%2",
    aws_access_key_id="stator",
    aws_secret_access_key="stator")
table = dynamodb.create_table(
    TableName="Hello", BillingMode="PAY_PER_REQUEST",
    KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
    AttributeDefinitions=[
        {"AttributeName": "id", "AttributeType": "S"}])
table.wait_until_exists()
table.put_item(Item={"id": "1", "text": "It works"}))"_s.arg(region, state.url());
    case SnippetLanguage::JavaScript:
        return uR"(import { DynamoDB, waitUntilTableExists }
    from "@aws-sdk/client-dynamodb";
const client = new DynamoDB({ region: "%1",
    endpoint: "%2", credentials:
    { accessKeyId: "stator", secretAccessKey: "stator" } });
await client.createTable({
    TableName: "Hello", BillingMode: "PAY_PER_REQUEST",
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    AttributeDefinitions:
        [{ AttributeName: "id", AttributeType: "S" }] });
await waitUntilTableExists(
    { client, maxWaitTime: 60 }, { TableName: "Hello" });
await client.putItem({ TableName: "Hello",
    Item: { id: { S: "1" }, text: { S: "It works" } } });)"_s.arg(region, state.url());
    }
    return {};
}

} // namespace stator::ui

#include "moc_endpoint_status.cpp"
