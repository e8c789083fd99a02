"""boto3's dynamodbstreams as a consumer uses it: shards and lineage, iterators, order, and a server that is killed."""

import random
import unittest

import boto3
from botocore.exceptions import ClientError

from server import CREDENTIALS, Server, create_table

BOTH = {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"}


def streams_of(server: Server):
    return boto3.client("dynamodbstreams", endpoint_url=server.url, **CREDENTIALS)


def shards_of(streams, arn: str) -> list[dict]:
    """All pages."""
    shards, start = [], {}
    while True:
        page = streams.describe_stream(StreamArn=arn, Limit=2, **start)["StreamDescription"]
        shards += page["Shards"]
        if "LastEvaluatedShardId" not in page:
            return shards
        start = {"ExclusiveStartShardId": page["LastEvaluatedShardId"]}


def read_shard(streams, arn: str, shard: str, limit: int = 1000, **start) -> tuple[list[dict], str | None]:
    """Its records as far as there are any, and the next iterator."""
    start = start or {"ShardIteratorType": "TRIM_HORIZON"}
    iterator = streams.get_shard_iterator(StreamArn=arn, ShardId=shard, **start)["ShardIterator"]
    records = []
    while iterator:
        page = streams.get_records(ShardIterator=iterator, Limit=limit)
        records += page["Records"]
        iterator = page.get("NextShardIterator")
        if not page["Records"]:
            break
    return records, iterator


def replay(records: list[dict], items: dict) -> None:
    """Applies records, each to what the one before left."""
    for record in records:
        change = record["dynamodb"]
        key = str(sorted(change["Keys"].items()))
        assert items.get(key) == change.get("OldImage"), record
        assert record["eventName"] == ("REMOVE" if "NewImage" not in change else
                                       "MODIFY" if "OldImage" in change else "INSERT")
        if "NewImage" in change:
            items[key] = change["NewImage"]
        else:
            del items[key]


class StreamsTest(unittest.TestCase):
    def fails_with(self, code, call, **arguments):
        with self.assertRaises(ClientError) as caught:
            call(**arguments)
        self.assertEqual(caught.exception.response["Error"]["Code"], code)

    def write(self, client, table: str, count: int, seed: int) -> None:
        rng = random.Random(seed)
        for number in range(count):
            key = {"id": {"S": f"i{rng.randrange(40)}"}}
            if rng.random() < 0.2:
                client.delete_item(TableName=table, Key=key)
            else:
                client.put_item(TableName=table, Item=key | {"n": {"N": str(number)}, "b": {"B": bytes([number % 256])}})

    def items_of(self, client, table: str) -> dict:
        items = client.scan(TableName=table, ConsistentRead=True)["Items"]
        return {str(sorted({"id": item["id"]}.items())): item for item in items}

    def test_tells_all_changes_in_order(self):
        with Server(in_memory=True) as server:
            client, streams = server.client(), streams_of(server)
            create_table(client, "Orders", {"id": "S"}, StreamSpecification=BOTH)
            arn = client.describe_table(TableName="Orders")["Table"]["LatestStreamArn"]
            self.write(client, "Orders", 500, seed=1)
            (shard,) = shards_of(streams, arn)
            items: dict = {}
            records, iterator = read_shard(streams, arn, shard["ShardId"], limit=37)
            replay(records, items)
            self.assertEqual(items, self.items_of(client, "Orders"))
            self.assertIsNotNone(iterator)
            numbers = [int(record["dynamodb"]["SequenceNumber"]) for record in records]
            self.assertEqual(numbers, sorted(set(numbers)))
            self.assertEqual(len({record["eventID"] for record in records}), len(records))

            after = {"ShardIteratorType": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": str(numbers[99])}
            rest, _ = read_shard(streams, arn, shard["ShardId"], **after)
            self.assertEqual(rest, records[100:])
            at = {"ShardIteratorType": "AT_SEQUENCE_NUMBER", "SequenceNumber": str(numbers[99])}
            rest, _ = read_shard(streams, arn, shard["ShardId"], **at)
            self.assertEqual(rest, records[99:])
            self.fails_with("ResourceNotFoundException", streams.get_shard_iterator, StreamArn=arn,
                            ShardId="shardId-00000000000000000000-00000000", ShardIteratorType="LATEST")
            self.assertEqual(server.stop(), 0)

    def test_shards_split_and_turn_over(self):
        with Server("--test-clock", in_memory=True) as server:
            client, streams = server.client(), streams_of(server)
            client.create_table(
                TableName="Orders", AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
                KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
                ProvisionedThroughput={"ReadCapacityUnits": 10, "WriteCapacityUnits": 1900}, StreamSpecification=BOTH)
            client.get_waiter("table_exists").wait(TableName="Orders", WaiterConfig={"Delay": 1})
            arn = client.describe_table(TableName="Orders")["Table"]["LatestStreamArn"]
            self.assertEqual(len(shards_of(streams, arn)), 2)
            self.write(client, "Orders", 200, seed=2)
            client.update_table(TableName="Orders",
                                ProvisionedThroughput={"ReadCapacityUnits": 10, "WriteCapacityUnits": 3900})
            client.get_waiter("table_exists").wait(TableName="Orders", WaiterConfig={"Delay": 1})
            self.advance(server, 60)
            self.wait_for(lambda: len(shards_of(streams, arn)) == 6)
            self.write(client, "Orders", 200, seed=3)
            self.advance(server, 4 * 3600 + 1)
            self.wait_for(lambda: len(shards_of(streams, arn)) == 10)
            self.write(client, "Orders", 200, seed=4)

            shards = shards_of(streams, arn)
            parents = {shard["ShardId"]: shard.get("ParentShardId") for shard in shards}
            self.assertEqual(sum(parent is None for parent in parents.values()), 2)
            closed = [s for s in shards if "EndingSequenceNumber" in s["SequenceNumberRange"]]
            self.assertEqual(len(closed), 6)
            items: dict = {}
            for shard in shards:  # parents come before their children
                if parents[shard["ShardId"]]:
                    self.assertLess(list(parents).index(parents[shard["ShardId"]]), list(parents).index(shard["ShardId"]))
                records, iterator = read_shard(streams, arn, shard["ShardId"])
                self.assertEqual(iterator is None, shard in closed)
                replay(records, items)
            self.assertEqual(items, self.items_of(client, "Orders"))
            self.assertEqual(server.stop(), 0)

    def test_nothing_is_lost_or_told_twice_when_the_server_is_killed(self):
        with Server() as server:
            client = server.client()
            create_table(client, "Orders", {"id": "S"}, StreamSpecification=BOTH)
            arn = client.describe_table(TableName="Orders")["Table"]["LatestStreamArn"]
            items: dict = {}
            position: dict = {}
            for life in range(4):
                client, streams = server.client(), streams_of(server)
                self.write(client, "Orders", 150, seed=10 + life)
                (shard,) = shards_of(streams, arn)
                if life % 2 == 0:  # every other time the records are read by the next life
                    records, _ = read_shard(streams, arn, shard["ShardId"], **position)
                    replay(records, items)
                    position = {"ShardIteratorType": "AFTER_SEQUENCE_NUMBER",
                                "SequenceNumber": records[-1]["dynamodb"]["SequenceNumber"]}
                    self.assertEqual(items, self.items_of(client, "Orders"))
                server.kill()
                server.start()
            client, streams = server.client(), streams_of(server)
            records, _ = read_shard(streams, arn, shard["ShardId"], **position)
            replay(records, items)
            self.assertEqual(items, self.items_of(client, "Orders"))
            client.delete_table(TableName="Orders")
            client.get_waiter("table_not_exists").wait(TableName="Orders", WaiterConfig={"Delay": 1})
            self.assertEqual([s["StreamArn"] for s in streams.list_streams(TableName="Orders")["Streams"]], [arn])
            everything: dict = {}
            records, iterator = read_shard(streams, arn, shard["ShardId"])
            replay(records, everything)
            self.assertEqual(everything, items)
            self.assertIsNone(iterator)

    def advance(self, server: Server, seconds: int) -> None:
        import json
        import urllib.request
        request = urllib.request.Request(
            server.url, json.dumps({"Seconds": seconds}).encode(),
            {"X-Amz-Target": "Stator_20261101.AdvanceClock", "Content-Type": "application/x-amz-json-1.0",
             "Authorization": "AWS4-HMAC-SHA256 Credential=local/20261101/us-east-1/dynamodb/aws4_request, "
                              "SignedHeaders=host, Signature=0", "X-Amz-Date": "20261101T000000Z"})
        with urllib.request.urlopen(request, timeout=20) as reply:
            self.assertEqual(reply.status, 200)

    def wait_for(self, condition) -> None:
        import time
        end = time.monotonic() + 20
        while not condition():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)


if __name__ == "__main__":
    unittest.main()
