"""kill -9 at any time loses no acknowledged write: fifty times, under load from several connections."""

import concurrent.futures
import os
import random
import threading
import time
import unittest

from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError

from server import Server, create_table, index

ROUNDS = int(os.environ.get("STATOR_KILLS", "50"))
WRITERS = 4


class KillTest(unittest.TestCase):
    def write_until_dead(self, server: Server, writer: int, acknowledged: dict, attempted: dict, stop: threading.Event):
        client = server.client(retries={"total_max_attempts": 1}, connect_timeout=2, read_timeout=5)
        value = max(attempted.values(), default=0)
        while not stop.is_set():
            value += 1
            key = f"w{writer}-{value % 50}"
            attempted[key] = value
            try:
                client.put_item(TableName="Counters", Item={
                    "pk": {"S": key}, "value": {"N": str(value)}, "parity": {"S": str(value % 2)}})
            except (ClientError, BotoCoreError, HTTPClientError):
                return
            acknowledged[key] = value

    def test_every_acknowledged_write_survives(self):
        rng = random.Random(20120118)
        acknowledged = [{} for _ in range(WRITERS)]
        attempted = [{} for _ in range(WRITERS)]
        with Server() as server:
            create_table(server.client(), "Counters", {"pk": "S"}, attributes={"parity": "S"},
                         GlobalSecondaryIndexes=[index("byParity", "parity")])
            for _ in range(ROUNDS):
                stop = threading.Event()
                with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
                    running = [
                        pool.submit(self.write_until_dead, server, n, acknowledged[n], attempted[n], stop)
                        for n in range(WRITERS)]
                    time.sleep(rng.uniform(0.02, 0.25))
                    server.kill()
                    stop.set()
                    for future in running:
                        future.result()
                server.start()
                self.compare(server, acknowledged, attempted)
        self.assertGreater(sum(map(len, acknowledged)), WRITERS * 40)

    def compare(self, server: Server, acknowledged: list, attempted: list) -> None:
        client = server.client()
        found = {}
        for page in client.get_paginator("scan").paginate(TableName="Counters"):
            for item in page["Items"]:
                found[item["pk"]["S"]] = (int(item["value"]["N"]), item["parity"]["S"])
        for sure, tried in zip(acknowledged, attempted):
            for key, value in sure.items():
                self.assertIn(key, found)
                # The last write before the end may have arrived without its answer.
                self.assertIn(found[key][0], {value, tried[key]})
                # What is here after a restart stays: a later write may arrive without its answer, or not at all.
                sure[key] = found[key][0]
        indexed = {}
        for parity in "01":
            for page in client.get_paginator("query").paginate(
                TableName="Counters", IndexName="byParity", KeyConditionExpression="parity = :p",
                ExpressionAttributeValues={":p": {"S": parity}},
            ):
                for item in page["Items"]:
                    indexed[item["pk"]["S"]] = (int(item["value"]["N"]), item["parity"]["S"])
        self.assertEqual(indexed, found)
        description = client.describe_table(TableName="Counters")["Table"]
        self.assertEqual(description["ItemCount"], len(found))


if __name__ == "__main__":
    unittest.main()
