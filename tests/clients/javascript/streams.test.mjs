// The JavaScript SDK's client of DynamoDB Streams against the endpoint in STATOR_URL.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CreateTableCommand, DeleteItemCommand, DynamoDBClient, PutItemCommand, TransactWriteItemsCommand, UpdateTableCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand, ListStreamsCommand,
  ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb-streams";

const configuration = {
  endpoint: process.env.STATOR_URL,
  region: "us-east-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
};
const client = new DynamoDBClient(configuration);
const streams = new DynamoDBStreamsClient(configuration);
const table = { TableName: "Changes" };

async function readAll(StreamArn, ShardId, start = { ShardIteratorType: "TRIM_HORIZON" }) {
  let { ShardIterator } = await streams.send(new GetShardIteratorCommand({ StreamArn, ShardId, ...start }));
  const records = [];
  while (ShardIterator) {
    const page = await streams.send(new GetRecordsCommand({ ShardIterator, Limit: 3 }));
    records.push(...page.Records);
    ShardIterator = page.NextShardIterator;
    if (page.Records.length === 0) break;
  }
  return { records, isOpen: ShardIterator !== undefined };
}

test("a consumer's day", async () => {
  await client.send(new CreateTableCommand({
    ...table,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
  }));
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, table);
  const { Streams } = await streams.send(new ListStreamsCommand(table));
  assert.equal(Streams.length, 1);
  const [{ StreamArn }] = Streams;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  assert.equal(StreamDescription.StreamStatus, "ENABLED");
  assert.ok(StreamDescription.CreationRequestDateTime instanceof Date);
  const [{ ShardId }] = StreamDescription.Shards;

  const put = (id, v) => client.send(new PutItemCommand({ ...table, Item: { id: { S: id }, v } }));
  await put("a", { L: [{ N: "1.50" }, { B: Buffer.from([0, 255]) }, { NULL: true }] });
  await put("a", { SS: ["x", "ä\"quoted\""] });
  await client.send(new DeleteItemCommand({ ...table, Key: { id: { S: "a" } } }));
  await client.send(new TransactWriteItemsCommand({
    TransactItems: ["b", "c", "d"].map((id) => ({ Put: { ...table, Item: { id: { S: id } } } })),
  }));

  const { records, isOpen } = await readAll(StreamArn, ShardId);
  assert.ok(isOpen);
  assert.deepEqual(records.map((record) => record.eventName),
    ["INSERT", "MODIFY", "REMOVE", "INSERT", "INSERT", "INSERT"]);
  const [insert, modify, remove] = records.map((record) => record.dynamodb);
  assert.ok(insert.ApproximateCreationDateTime instanceof Date);
  assert.deepEqual(insert.NewImage.v.L.map((value) => Object.keys(value)[0]), ["N", "B", "NULL"]);
  assert.equal(insert.NewImage.v.L[0].N, "1.5");
  assert.deepEqual([...insert.NewImage.v.L[1].B], [0, 255]);
  assert.deepEqual(modify.OldImage, insert.NewImage);
  assert.deepEqual(modify.NewImage.v.SS.toSorted(), ["x", "ä\"quoted\""].toSorted());
  assert.deepEqual(remove.OldImage, modify.NewImage);
  assert.equal(remove.NewImage, undefined);
  assert.deepEqual(records.slice(3).map((record) => record.dynamodb.Keys.id.S), ["b", "c", "d"]);

  const after = { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: remove.SequenceNumber };
  assert.equal((await readAll(StreamArn, ShardId, after)).records.length, 3);

  await client.send(new UpdateTableCommand({ ...table, StreamSpecification: { StreamEnabled: false } }));
  assert.equal((await readAll(StreamArn, ShardId)).isOpen, false);
  await assert.rejects(
    streams.send(new DescribeStreamCommand({ StreamArn: StreamArn.replace(/\d{4}-/, "1999-") })),
    ResourceNotFoundException);
});
