"""Kinesis data streams as destinations, delivered to npm's kinesalite."""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import time
import unittest

import boto3
from server import CREDENTIALS, Server, create_table

SOURCE = pathlib.Path(__file__).parent / "kinesalite"
PATIENCE = 60


def until(question, what: str):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := question():
            return answer
        time.sleep(0.05)
    raise AssertionError(f"waited in vain: {what}")


class Kinesalite:
    """A Kinesis of one's own, in memory; `stop()` and `start()` forget what it held."""

    def __init__(self, build: pathlib.Path):
        self.build = build
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen | None = None
        self.client = boto3.client("kinesis", endpoint_url=self.url, **CREDENTIALS)

    def start(self) -> None:
        self.process = subprocess.Popen(
            ["node", "node_modules/kinesalite/cli.js", "--port", str(self.port), "--createStreamMs", "0"],
            cwd=self.build, stdout=subprocess.DEVNULL)
        until(self.answers, "kinesalite")

    def answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def create(self, name: str) -> str:
        self.client.create_stream(StreamName=name, ShardCount=1)
        description = until(
            lambda: (d := self.client.describe_stream(StreamName=name)["StreamDescription"])["StreamStatus"] == "ACTIVE"
            and d, "the stream")
        return description["StreamARN"]

    def records(self, name: str) -> list[dict]:
        shard = self.client.describe_stream(StreamName=name)["StreamDescription"]["Shards"][0]["ShardId"]
        iterator = self.client.get_shard_iterator(
            StreamName=name, ShardId=shard, ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
        found = []
        while True:
            page = self.client.get_records(ShardIterator=iterator)
            found += [json.loads(record["Data"]) for record in page["Records"]]
            if not page["Records"]:
                return found
            iterator = page["NextShardIterator"]


class KinesisTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        for program, package in (("node", "nodejs"), ("npm", "npm")):
            if not shutil.which(program):
                raise AssertionError(f"there is no {program} command; ./dev test installs {package}")
        build = pathlib.Path(os.environ.get("STATOR_CLIENTS_BUILD", "build/clients")) / "kinesalite"
        build.mkdir(parents=True, exist_ok=True)
        shutil.copy(SOURCE / "package.json", build / "package.json")
        if not (build / "node_modules" / "kinesalite").exists():
            subprocess.run(
                ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error", "--omit=optional"],
                cwd=build, check=True, timeout=300)
        cls.build = build

    def setUp(self) -> None:
        self.kinesis = Kinesalite(self.build)
        self.kinesis.start()
        self.addCleanup(self.kinesis.stop)
        self.server = Server("--kinesis-endpoint", self.kinesis.url)
        self.server.start()
        self.addCleanup(self.server.__exit__)
        self.client = self.server.client()
        create_table(self.client, "Orders", {"pk": "S"})

    def destination(self) -> dict:
        answer = self.server.call("DynamoDB_20120810.DescribeKinesisStreamingDestination", TableName="Orders")
        return answer["KinesisDataStreamDestinations"][-1]

    def reaches(self, status: str) -> dict:
        return until(lambda: (d := self.destination())["DestinationStatus"] == status and d, status)

    def put(self, pk: str, n: int) -> None:
        self.client.put_item(TableName="Orders", Item={"pk": {"S": pk}, "n": {"N": str(n)}})

    def test_delivers_changes_of_a_table_without_a_stream(self) -> None:
        arn = self.kinesis.create("changes")
        self.put("before", 0)
        answer = self.client.enable_kinesis_streaming_destination(TableName="Orders", StreamArn=arn)
        self.assertEqual(answer["DestinationStatus"], "ENABLING")
        self.reaches("ACTIVE")
        self.put("a", 1)
        self.put("a", 2)
        self.client.delete_item(TableName="Orders", Key={"pk": {"S": "a"}})
        until(lambda: len(self.kinesis.records("changes")) == 3, "three records")
        records = self.kinesis.records("changes")
        self.assertEqual([r["eventName"] for r in records], ["INSERT", "MODIFY", "REMOVE"])
        changed = records[1]
        self.assertEqual(changed["tableName"], "Orders")
        self.assertEqual(changed["recordFormat"], "application/json")
        self.assertIsNone(changed["userIdentity"])
        self.assertEqual(changed["dynamodb"]["OldImage"]["n"], {"N": "1"})
        self.assertEqual(changed["dynamodb"]["NewImage"]["n"], {"N": "2"})
        self.assertLess(abs(changed["dynamodb"]["ApproximateCreationDateTime"] / 1000 - time.time()), 60)
        table = self.client.describe_table(TableName="Orders")["Table"]
        self.assertNotIn("LatestStreamArn", table)
        streams = boto3.client("dynamodbstreams", endpoint_url=self.server.url, **CREDENTIALS)
        self.assertEqual(streams.list_streams()["Streams"], [])

    def test_goes_on_after_both_sides_were_gone(self) -> None:
        arn = self.kinesis.create("changes")
        self.client.enable_kinesis_streaming_destination(TableName="Orders", StreamArn=arn)
        self.reaches("ACTIVE")
        for i in range(20):
            self.put("a", i)
        until(lambda: len(self.kinesis.records("changes")) == 20, "the first records")
        time.sleep(1)  # how far it is, is kept within half a second
        self.kinesis.stop()
        for i in range(20, 30):
            self.put("a", i)
        self.server.kill()
        self.server.start()
        self.client = self.server.client()
        for i in range(30, 40):
            self.put("a", i)
        self.kinesis.start()
        self.kinesis.create("changes")
        numbers = until(
            lambda: len(n := [int(r["dynamodb"]["NewImage"]["n"]["N"]) for r in self.kinesis.records("changes")]) >= 20
            and n, "the rest")
        self.assertEqual(numbers, list(range(20, 40)))

    def test_states(self) -> None:
        missing = "arn:aws:kinesis:us-east-1:000000000000:stream/missing"
        self.client.enable_kinesis_streaming_destination(TableName="Orders", StreamArn=missing)
        failed = self.reaches("ENABLE_FAILED")
        self.assertIn("ResourceNotFoundException", failed["DestinationStatusDescription"])
        arn = self.kinesis.create("changes")
        micro = {"ApproximateCreationDateTimePrecision": "MICROSECOND"}
        self.client.enable_kinesis_streaming_destination(TableName="Orders", StreamArn=arn)
        self.assertNotIn("ApproximateCreationDateTimePrecision", self.reaches("ACTIVE"))
        with self.assertRaises(self.client.exceptions.ClientError) as caught:
            self.client.enable_kinesis_streaming_destination(TableName="Orders", StreamArn=arn)
        self.assertIn("must be DISABLED or ENABLE_FAILED", str(caught.exception))
        self.put("a", 1)
        until(lambda: len(self.kinesis.records("changes")) == 1, "a record")
        answer = self.server.call(
            "DynamoDB_20120810.UpdateKinesisStreamingDestination", TableName="Orders", StreamArn=arn,
            UpdateKinesisStreamingConfiguration=micro)
        self.assertEqual(answer["DestinationStatus"], "UPDATING")
        self.assertEqual(self.reaches("ACTIVE")["ApproximateCreationDateTimePrecision"], "MICROSECOND")
        self.put("a", 2)
        until(lambda: len(self.kinesis.records("changes")) == 2, "another")
        self.assertEqual(
            self.kinesis.records("changes")[1]["dynamodb"]["ApproximateCreationDateTimePrecision"], "MICROSECOND")
        self.put("a", 3)
        answer = self.client.disable_kinesis_streaming_destination(TableName="Orders", StreamArn=arn)
        self.assertEqual(answer["DestinationStatus"], "DISABLING")
        self.reaches("DISABLED")
        self.assertEqual(len(self.kinesis.records("changes")), 3)
        self.put("a", 4)
        time.sleep(0.5)
        self.assertEqual(len(self.kinesis.records("changes")), 3)
        statuses = [
            d["DestinationStatus"] for d in
            self.client.describe_kinesis_streaming_destination(TableName="Orders")["KinesisDataStreamDestinations"]]
        self.assertEqual(statuses, ["ENABLE_FAILED", "DISABLED"])


if __name__ == "__main__":
    unittest.main()
