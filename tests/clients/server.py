"""A stator-server of one's own: started on an empty workspace, stopped or killed, started again."""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import urllib.request

import boto3
from botocore.config import Config

PROGRAM = os.environ.get("STATOR_SERVER", "build/release/bin/stator-server")
CREDENTIALS = {"aws_access_key_id": "local", "aws_secret_access_key": "local", "region_name": "us-east-1"}


class Server:
    """Use as a context manager; `arguments` are added to the command line."""

    def __init__(self, *arguments: str, in_memory: bool = False):
        self.arguments = list(arguments)
        self.directory = None if in_memory else tempfile.mkdtemp(prefix="stator-clients-")
        self.process: subprocess.Popen | None = None
        self.url = ""

    def __enter__(self) -> "Server":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        if self.directory:
            shutil.rmtree(self.directory, ignore_errors=True)

    def start(self) -> None:
        place = ["--workspace", self.directory] if self.directory else ["--in-memory"]
        self.process = subprocess.Popen(
            [PROGRAM, *place, "--port", "0", *self.arguments], stdout=subprocess.PIPE, text=True
        )
        line = self.process.stdout.readline()
        match = re.fullmatch(r"stator: listening on (http://127\.0\.0\.1:\d+)\n", line)
        if not match:
            self.process.kill()
            raise RuntimeError(f"unexpected first line {line!r}, exit code {self.process.wait()}")
        self.url = match[1]

    def stop(self) -> int:
        """Asks it to stop and returns its exit code."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(60)
        self.process.stdout.close()
        self.process = None
        return code

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
            self.process = None

    def client(self, **config: object):
        return boto3.client("dynamodb", endpoint_url=self.url, config=Config(**config) if config else None, **CREDENTIALS)

    def call(self, target: str, **members: object) -> dict:
        """An operation the SDK of this system does not know; `target` has its prefix. Errors are HTTPError."""
        request = urllib.request.Request(
            self.url,
            data=json.dumps(members).encode(),
            headers={
                "X-Amz-Target": target,
                "Content-Type": "application/x-amz-json-1.0",
                "Authorization": "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, "
                "SignedHeaders=host;x-amz-date, Signature=0",
                "X-Amz-Date": "20260101T000000Z",
            },
        )
        with urllib.request.urlopen(request, timeout=60) as reply:
            return json.load(reply)

    def resource(self):
        return boto3.resource("dynamodb", endpoint_url=self.url, **CREDENTIALS)


def create_table(client, name: str, keys: dict[str, str], **more: object) -> None:
    """`keys`: attribute to type, partition key first; returns when the table is active."""
    names = list(keys)
    definitions = dict(keys) | more.pop("attributes", {})
    client.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": a, "AttributeType": t} for a, t in definitions.items()],
        KeySchema=[{"AttributeName": a, "KeyType": k} for a, k in zip(names, ["HASH", "RANGE"])],
        **more,
    )
    client.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})


def index(name: str, partition: str, sort: str | None = None, projection: dict | None = None) -> dict:
    keys = [{"AttributeName": partition, "KeyType": "HASH"}]
    if sort:
        keys.append({"AttributeName": sort, "KeyType": "RANGE"})
    return {"IndexName": name, "KeySchema": keys, "Projection": projection or {"ProjectionType": "ALL"}}
