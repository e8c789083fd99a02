"""Plays the request sequences of infrastructure tools and viewers; replays/README.md says how they are written."""

import http.client
import json
import pathlib
import time
import unittest
import urllib.parse
import zlib

from server import Server

FOLDER = pathlib.Path(__file__).parent / "replays"
WAITS = 200  # of a twentieth of a second each


def difference(wanted, got, where: str = "") -> str | None:
    """The first place where `got` is not what `wanted` asks for."""
    if wanted == "<any>":
        return None
    if wanted == "<number>":
        return None if isinstance(got, (int, float)) and not isinstance(got, bool) else f"{where}: {got!r} is no number"
    if isinstance(wanted, dict) and isinstance(got, dict):
        for name, value in wanted.items():
            if name not in got:
                return f"{where}.{name} is missing"
            if fault := difference(value, got[name], f"{where}.{name}"):
                return fault
        return None
    if isinstance(wanted, list) and isinstance(got, list):
        if len(wanted) != len(got):
            return f"{where}: {len(got)} entries in place of {len(wanted)}: {got!r}"
        for at, (one, other) in enumerate(zip(wanted, got)):
            if fault := difference(one, other, f"{where}[{at}]"):
                return fault
        return None
    return None if wanted == got and type(wanted) is type(got) else f"{where}: {got!r} in place of {wanted!r}"


def has(answer: dict, path: str) -> bool:
    place = answer
    for name in path.split("."):
        if name not in place:
            return False
        place = place[name]
    return True


class ReplayTest(unittest.TestCase):
    maxDiff = None

    def ask(self, server: Server, region: str, call: str, request: dict) -> tuple[int, dict]:
        service, _, operation = call.rpartition(".")
        prefix = {"": "DynamoDB_20120810", "Streams": "DynamoDBStreams_20120810"}[service]
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(server.url).netloc, timeout=30)
        connection.request("POST", "/", json.dumps(request), {
            "X-Amz-Target": f"{prefix}.{operation}", "Content-Type": "application/x-amz-json-1.0",
            "X-Amz-Date": "20261101T000000Z", "Accept-Encoding": "identity",
            "Authorization": f"AWS4-HMAC-SHA256 Credential=local/20261101/{region}/dynamodb/aws4_request, "
                             "SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=" + "0" * 64})
        reply = connection.getresponse()
        body = reply.read()
        connection.close()
        self.assertEqual(int(reply.getheader("x-amz-crc32")), zlib.crc32(body), call)
        return reply.status, json.loads(body) if body else {}

    def wait(self, server: Server, region: str, step: dict) -> tuple[int, dict]:
        for _ in range(WAITS):
            status, answer = self.ask(server, region, step["call"], step.get("send", {}))
            if status != 200:
                if step["until"] == "error":
                    break
            elif step["until"] != "error" and difference(step["until"], answer) is None:
                if not any(has(answer, path) for path in step.get("lacks", [])):
                    break
            time.sleep(0.05)
        return status, answer

    def check(self, step: dict, status: int, answer: dict) -> None:
        where = f"{step['say']}: {step['call']}"
        if "error" in step:
            self.assertEqual(
                (status, answer.get("__type", "").rpartition("#")[2], answer.get("message", answer.get("Message"))),
                (400, step["error"]["code"], step["error"]["message"]), where)
            return
        self.assertEqual(status, 200, f"{where} -> {answer}")
        for wanted in (step.get("until", {}), step.get("reply", {})):
            self.assertIsNone(difference(wanted, answer), where)
        for path in step.get("lacks", []):
            self.assertFalse(has(answer, path), f"{where} has {path}: {answer}")

    def play(self, steps: list[dict]) -> None:
        region = steps.pop(0)["region"] if "region" in steps[0] else "us-east-1"
        with Server(in_memory=True) as server:
            for step in steps:
                play = self.wait if "until" in step else lambda s, r, t: self.ask(s, r, t["call"], t.get("send", {}))
                self.check(step, *play(server, region, step))
            self.assertEqual(server.stop(), 0)


def add_tests() -> None:
    for path in sorted(FOLDER.glob("*.json")):
        steps = json.loads(path.read_text())
        setattr(ReplayTest, f"test_{path.stem}", lambda self, steps=steps: self.play(list(steps)))


add_tests()

if __name__ == "__main__":
    unittest.main()
