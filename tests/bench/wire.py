"""`./dev bench wire`: the endpoint under load, beside dynalite, in CPU time for each request.

Every workload runs against both servers in turn; ratios are formed within a round and the median is printed, since the
speed of a machine wanders. CPU is what the server's process used, user and system. Loopback only.
"""

import argparse
import json
import os
import pathlib
import shlex
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import http.client

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
TICK = os.sysconf("SC_CLK_TCK")
TABLE = "bench"
KEY = {"pk": {"S": "%KEY%"}, "sk": {"S": "%SORT%"}}


def item(size: int) -> dict:
    return KEY | {"n": {"N": "0"}, "data": {"S": f"%TEXT:{size - 18}%"}}


WORKLOADS = {
    "get": ("GetItem", {"TableName": TABLE, "Key": KEY, "ConsistentRead": True}),
    "select": ("ExecuteStatement", {
        "Statement": f'SELECT * FROM "{TABLE}" WHERE pk = ? AND sk = ?', "Parameters": [KEY["pk"], KEY["sk"]],
        "ConsistentRead": True}),
    "put 100 B": ("PutItem", {"TableName": TABLE, "Item": item(100)}),
    "put 1 KiB": ("PutItem", {"TableName": TABLE, "Item": item(1024)}),
    "put condition": ("PutItem", {
        "TableName": TABLE, "Item": item(100), "ConditionExpression": "attribute_exists(pk) AND n >= :zero",
        "ExpressionAttributeValues": {":zero": {"N": "0"}}}),
    "update": ("UpdateItem", {
        "TableName": TABLE, "Key": KEY, "UpdateExpression": "ADD n :one",
        "ExpressionAttributeValues": {":one": {"N": "1"}}}),
    "query 100": ("Query", {
        "TableName": TABLE, "KeyConditionExpression": "pk = :p",
        "ExpressionAttributeValues": {":p": {"S": "%KEY%"}}}),
    "batch get 100": ("BatchGetItem", {"RequestItems": {TABLE: {"Keys": [
        {"pk": {"S": "%KEY%"}, "sk": {"S": f"{n:02}"}} for n in range(100)]}}}),
    "scan": ("Scan", {"TableName": TABLE}),
    "delete": ("DeleteItem", {"TableName": TABLE, "Key": KEY}),
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Subject:
    """One server under test, started on an empty folder."""

    def __init__(self, label: str, command: str):
        self.label, self.command = label, command
        self.samples: dict[str, list[tuple[float, float]]] = {}

    def __enter__(self):
        self.port = free_port()
        self.data = tempfile.mkdtemp(prefix="stator-bench-")
        words = [w.format(port=self.port, data=self.data) for w in shlex.split(self.command)]
        self.process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while True:
            try:
                self.call("ListTables", {})
                return self
            except OSError:
                if time.monotonic() > deadline or self.process.poll() is not None:
                    raise SystemExit(f"{self.label} does not start: {' '.join(words)}")
                time.sleep(0.02)

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.data, ignore_errors=True)

    def call(self, operation: str, body: dict) -> dict:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("POST", "/", json.dumps(body), {
            "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": f"DynamoDB_20120810.{operation}",
            "X-Amz-Date": "20261101T000000Z",
            "Authorization": "AWS4-HMAC-SHA256 Credential=bench/20261101/us-east-1/dynamodb/aws4_request, "
                             "SignedHeaders=host;x-amz-date, Signature=" + "0" * 64})
        reply = connection.getresponse()
        text = json.loads(reply.read() or b"{}")
        if reply.status != 200:
            raise SystemExit(f"{self.label}: {operation}: {text}")
        return text

    def cpu_seconds(self) -> float:
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def load(self, items: int) -> None:
        self.call("CreateTable", {
            "TableName": TABLE, "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": a, "AttributeType": "S"} for a in ("pk", "sk")],
            "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}]})
        while self.call("DescribeTable", {"TableName": TABLE})["Table"]["TableStatus"] != "ACTIVE":
            time.sleep(0.05)
        text = "a stator stays where it is while the rotor turns " * 2
        before, batches = self.cpu_seconds(), 0
        for start in range(0, items, 25):
            self.call("BatchWriteItem", {"RequestItems": {TABLE: [
                {"PutRequest": {"Item": {"pk": {"S": f"{n // 100:06}"}, "sk": {"S": f"{n % 100:02}"}, "n": {"N": "0"},
                                         "data": {"S": text[:82]}}}}
                for n in range(start, start + 25)]}})
            batches += 1
        self.samples.setdefault("load 25", []).append(
            (batches, 1000 * (self.cpu_seconds() - before) / batches))

    def run(self, name: str, items: int, seconds: int, connections: int) -> None:
        operation, body = WORKLOADS[name]
        with tempfile.NamedTemporaryFile("w") as file:
            file.write(operation + "\n" + json.dumps(body, separators=(",", ":")))
            file.flush()
            before = self.cpu_seconds()
            done = subprocess.run(
                ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s", str(HERE / "wire.lua"),
                 f"http://127.0.0.1:{self.port}/"],
                env=os.environ | {"WIRE_FILE": file.name, "WIRE_PARTITIONS": str(items // 100)},
                capture_output=True, text=True, check=True)
            spent = self.cpu_seconds() - before
        line = next(line for line in done.stdout.splitlines() if line.startswith("RESULT"))
        requests, micros, failed, _, _ = map(float, line.split()[1:])
        if failed or not requests:
            raise SystemExit(f"{self.label}: {name}: {failed:.0f} of {requests:.0f} requests failed")
        self.samples.setdefault(name, []).append((requests / micros * 1e6, 1000 * spent / requests))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=20_000)
    parser.add_argument("--seconds", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--disk", action="store_true", help="both on disk instead of in memory")
    parser.add_argument("--alone", action="store_true", help="without dynalite")
    options = parser.parse_args()

    server = ROOT / "build/release/bin/stator-server"
    if not server.exists():
        subprocess.run([ROOT / "dev", "build", "release", "stator-server"], check=True)
    place = "--workspace {data}" if options.disk else "--in-memory"
    commands = {"Stator": f"{server} {place} --port {{port}}"}
    if not options.alone:
        modules = ROOT / "build/bench"
        if not (modules / "node_modules/dynalite").exists():
            modules.mkdir(parents=True, exist_ok=True)
            subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--prefix", str(modules),
                            "dynalite@4.0.0"], check=True)
        path = "--path {data}" if options.disk else ""
        commands["dynalite"] = (f"node {modules}/node_modules/dynalite/cli.js --port {{port}} {path} "
                                "--createTableMs 0 --deleteTableMs 0")
    subjects = [Subject(label, command) for label, command in commands.items()]
    for _ in range(options.rounds):
        started = [subject.__enter__() for subject in subjects]
        try:
            for subject in started:
                subject.load(options.items)
            for name in WORKLOADS:
                for subject in started:
                    print(f"\r\033[K{name}, {subject.label}", end="", file=sys.stderr)
                    subject.run(name, options.items, options.seconds, options.connections)
        finally:
            for subject in started:
                subject.__exit__()
    print("\r\033[K", end="", file=sys.stderr)

    print(f"{'workload':16}" + "".join(f"{s.label + ' req/s':>16}{'CPU ms':>9}" for s in subjects) + f"{'share':>9}")
    for name in subjects[0].samples:
        row = f"{name:16}"
        for subject in subjects:
            row += f"{statistics.median(r for r, _ in subject.samples[name]):16,.0f}"
            row += f"{statistics.median(c for _, c in subject.samples[name]):9.3f}"
        if len(subjects) == 2:
            ratios = [b / a for (_, a), (_, b) in zip(subjects[0].samples[name], subjects[1].samples[name]) if a]
            row += f"{'1/' + format(statistics.median(ratios), '.1f'):>9}" if ratios else ""
        print(row)


if __name__ == "__main__":
    main()
