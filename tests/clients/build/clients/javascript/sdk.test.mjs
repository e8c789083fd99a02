// The JavaScript SDK v3, both clients, against the endpoint in STATOR_URL.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ConditionalCheckFailedException, CreateTableCommand, DeleteTableCommand, DescribeTableCommand, DynamoDBClient,
  ListTablesCommand, ResourceNotFoundException, waitUntilTableExists, waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import {
  BatchWriteCommand, DeleteCommand, DynamoDBDocumentClient, GetCommand, paginateQuery, PutCommand, ScanCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";

const client = new DynamoDBClient({
  endpoint: process.env.STATOR_URL,
  region: "us-east-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
});
const documents = DynamoDBDocumentClient.from(client);
const table = { TableName: "Readings" };

test("an application's day", async () => {
  await client.send(new CreateTableCommand({
    ...table,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [
      { AttributeName: "station", AttributeType: "S" }, { AttributeName: "at", AttributeType: "N" }],
    KeySchema: [{ AttributeName: "station", KeyType: "HASH" }, { AttributeName: "at", KeyType: "RANGE" }],
  }));
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, table);

  for (let start = 0; start < 100; start += 25) {
    const requests = Array.from({ length: 25 }, (_, n) => ({
      PutRequest: { Item: { station: "north", at: start + n, celsius: (start + n) / 4, tags: new Set(["a", "b"]) } },
    }));
    const reply = await documents.send(new BatchWriteCommand({ RequestItems: { Readings: requests } }));
    assert.deepEqual(reply.UnprocessedItems, {});
  }

  const seen = [];
  const pages = paginateQuery({ client: documents, pageSize: 7 }, {
    ...table,
    KeyConditionExpression: "station = :s AND #at BETWEEN :from AND :to",
    FilterExpression: "celsius > :limit",
    ExpressionAttributeNames: { "#at": "at" },
    ExpressionAttributeValues: { ":s": "north", ":from": 10, ":to": 60, ":limit": 5 },
  });
  for await (const page of pages) seen.push(...page.Items.map((item) => item.at));
  assert.deepEqual(seen, Array.from({ length: 40 }, (_, n) => 21 + n));

  const { Item } = await documents.send(new GetCommand({ ...table, Key: { station: "north", at: 3 }, ConsistentRead: true }));
  assert.deepEqual(Item, { station: "north", at: 3, celsius: 0.75, tags: new Set(["a", "b"]) });

  const updated = await documents.send(new UpdateCommand({
    ...table, Key: { station: "north", at: 3 },
    UpdateExpression: "SET celsius = celsius + :d, note = if_not_exists(note, :n) DELETE tags :t",
    ConditionExpression: "attribute_exists(station)",
    ExpressionAttributeValues: { ":d": 1, ":n": { text: "corrected", by: [null, true] }, ":t": new Set(["a"]) },
    ReturnValues: "UPDATED_NEW",
  }));
  assert.deepEqual(updated.Attributes, {
    celsius: 1.75, note: { text: "corrected", by: [null, true] }, tags: new Set(["b"]) });

  await assert.rejects(
    documents.send(new PutCommand({
      ...table, Item: { station: "north", at: 3 }, ConditionExpression: "attribute_not_exists(station)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    })),
    (error) => {
      assert.ok(error instanceof ConditionalCheckFailedException);
      assert.equal(error.message, "The conditional request failed");
      assert.ok(error.Item);
      return true;
    });

  const { Attributes } = await documents.send(new DeleteCommand({
    ...table, Key: { station: "north", at: 99 }, ReturnValues: "ALL_OLD" }));
  assert.equal(Attributes.at, 99);
  const counted = await documents.send(new ScanCommand({ ...table, Select: "COUNT", ReturnConsumedCapacity: "TOTAL" }));
  assert.equal(counted.Count, 99);
  assert.ok(counted.ConsumedCapacity.CapacityUnits > 0);
  const { Table } = await client.send(new DescribeTableCommand(table));
  assert.equal(Table.ItemCount, 99);
  assert.ok(Table.CreationDateTime instanceof Date);

  await client.send(new DeleteTableCommand(table));
  await waitUntilTableNotExists({ client, maxWaitTime: 20, minDelay: 1 }, table);
  await assert.rejects(client.send(new DescribeTableCommand(table)), ResourceNotFoundException);
  assert.deepEqual((await client.send(new ListTablesCommand({}))).TableNames, []);
});
