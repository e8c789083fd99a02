#!/usr/bin/env python3
"""What open connections cost the server in memory: fresh, after a request each, after a large one each."""

import argparse
import json
import pathlib
import resource
import socket
import subprocess
import time

HEAD = (
    "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: DynamoDB_20120810.{operation}\r\n"
    "Content-Type: application/x-amz-json-1.0\r\nX-Amz-Date: 20261101T000000Z\r\n"
    "Authorization: AWS4-HMAC-SHA256 Credential=local/20261101/us-east-1/dynamodb/aws4_request, "
    "SignedHeaders=host, Signature=0\r\nContent-Length: {length}\r\n\r\n")
REST = 3  # seconds, after which idle connections have given their buffers back


def request(operation: str, body: dict) -> bytes:
    text = json.dumps(body)
    return (HEAD.format(operation=operation, length=len(text)) + text).encode()


def ask(client: socket.socket, wanted: bytes) -> None:
    client.sendall(wanted)
    if not client.recv(1 << 16).startswith(b"HTTP/1.1 "):
        raise RuntimeError("no reply")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--server", default="build/release/bin/stator-server")
    parser.add_argument("--count", type=int, default=1000)
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    server = subprocess.Popen(
        [options.server, "--in-memory", "--port", "0"], stdout=subprocess.PIPE, text=True)
    port = int(server.stdout.readline().rsplit(":", 1)[1])
    status = pathlib.Path(f"/proc/{server.pid}/status")

    def resident() -> float:
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    try:
        with socket.create_connection(("127.0.0.1", port)) as first:
            ask(first, request("ListTables", {}))
        time.sleep(REST)
        base = resident()
        print(f"without connections: {base:.1f} MB")
        clients = [socket.create_connection(("127.0.0.1", port)) for _ in range(options.count)]
        for what, wanted in (
            ("fresh", None), ("after a small request each", request("ListTables", {"Limit": 10})),
            ("after a request of 60 KB each, one at a time", request("DescribeTable", {"TableName": "x" * 60_000})),
        ):
            for client in clients if wanted else ():
                ask(client, wanted)
            time.sleep(REST)
            print(f"{options.count} idle connections, {what}: {resident() - base:+.1f} MB")
    finally:
        server.terminate()
        server.wait(30)


if __name__ == "__main__":
    main()
