"""Triggers against real receivers: a program, a webhook, a function behind a runtime-shaped endpoint."""

import contextlib
import http.server
import json
import os
import pathlib
import tempfile
import threading
import time
import unittest
import urllib.error

from server import Server, create_table

PATIENCE = 30  # seconds; a hang becomes a failure


def until(question, what: str):
    """The first true answer to `question`."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := question():
            return answer
        time.sleep(0.01)
    raise AssertionError(f"waited in vain: {what}")


def control(server: Server, operation: str, **members: object) -> dict:
    return server.call(f"Stator_20261101.{operation}", **members)


class Receiver:
    """A web server that keeps what it is sent; `answer(event)` gives status, headers and body."""

    def __init__(self, answer=lambda event: (200, {}, b"")):
        self.events: list[dict] = []
        self.paths: list[str] = []
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                event = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                receiver.events.append(event)
                receiver.paths.append(self.path)
                status, headers, body = answer(event)
                with contextlib.suppress(ConnectionError):  # a server that was killed does not wait for it
                    self.answer(status, headers, body)

            def answer(self, status: int, headers: dict, body: bytes) -> None:
                self.send_response(status)
                for name, value in (headers | {"Content-Length": str(len(body))}).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def records(self) -> list[dict]:
        return [record for event in list(self.events) for record in event["Records"]]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class TriggerTest(unittest.TestCase):
    def setUp(self) -> None:
        self.server = Server("--allow-programs")
        self.server.start()
        self.addCleanup(self.server.__exit__)
        self.client = self.server.client()
        create_table(
            self.client, "Orders", {"pk": "S", "sk": "N"},
            StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
        )
        self.stream = self.client.describe_table(TableName="Orders")["Table"]["LatestStreamArn"]
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def put(self, pk: str, sk: int, **more: dict) -> None:
        self.client.put_item(TableName="Orders", Item={"pk": {"S": pk}, "sk": {"N": str(sk)}} | more)

    def receiver(self, *answer) -> Receiver:
        receiver = Receiver(*answer)
        self.addCleanup(receiver.close)
        return receiver

    def trigger(self, name: str) -> dict:
        return next(t for t in control(self.server, "ListTriggers")["Triggers"] if t["Name"] == name)

    def program(self, text: str) -> list[str]:
        path = self.folder / "program.py"
        path.write_text(text)
        return ["/usr/bin/python3", str(path)]

    def test_a_program_gets_the_events_of_the_service(self) -> None:
        out = self.folder / "events"
        program = self.program(
            f"import json, os, sys\nevent = json.load(sys.stdin)\n"
            f"open({str(out)!r}, 'a').write(json.dumps(event) + '\\n')\nprint(os.environ['STATOR_TRIGGER'])\n")
        made = control(
            self.server, "PutTrigger", Name="keep", StreamArn=self.stream, StartingPosition="TRIM_HORIZON",
            Invoker={"Program": program})["Trigger"]
        self.assertEqual((made["State"], made["BatchSize"]), ("ENABLED", 100))
        self.put("a", 1)
        self.put("a", 1, note={"S": "changed"})
        self.client.delete_item(TableName="Orders", Key={"pk": {"S": "a"}, "sk": {"N": "1"}})
        read = lambda: [
            record for line in (out.read_text().splitlines() if out.exists() else [])
            for record in json.loads(line)["Records"]]
        records = until(lambda: len(read()) == 3 and read(), "three records")
        self.assertEqual([record["eventName"] for record in records], ["INSERT", "MODIFY", "REMOVE"])
        first = records[1]
        self.assertEqual(
            set(first),
            {"eventID", "eventName", "eventVersion", "eventSource", "awsRegion", "dynamodb", "eventSourceARN"})
        self.assertEqual(first["eventSourceARN"], self.stream)
        self.assertEqual(first["dynamodb"]["Keys"], {"pk": {"S": "a"}, "sk": {"N": "1"}})
        self.assertEqual(first["dynamodb"]["NewImage"]["note"], {"S": "changed"})
        self.assertNotIn("note", first["dynamodb"]["OldImage"])
        numbers = [record["dynamodb"]["SequenceNumber"] for record in records]
        self.assertEqual(numbers, sorted(numbers))
        state = until(
            lambda: (t := self.trigger("keep"))["DeliveredRecords"] == 3 and t, "the trigger to know it")
        self.assertEqual(state["LastBatch"]["Answer"], "keep\n")
        self.assertEqual((state["Status"], state["PendingRecords"]), ("RUNNING", 0))

    def test_how_soon_a_program_sees_a_change(self) -> None:
        out = self.folder / "seen"
        control(
            self.server, "PutTrigger", Name="soon", StreamArn=self.stream, StartingPosition="TRIM_HORIZON",
            Invoker={"Program": ["/bin/sh", "-c", f"date +%s%N >> {out}"]})
        delays = []
        for i in range(10):
            before = time.time_ns()
            self.put("a", i)
            seen = until(lambda: out.exists() and len(out.read_text().split()) > i and out.read_text().split(), "a run")
            delays.append((int(seen[i]) - before) / 1e6)
        print(f"a program saw a change after {sorted(delays)[len(delays) // 2]:.1f} ms (median of {len(delays)})")

    def test_a_webhook_gets_what_the_filter_lets_through(self) -> None:
        receiver = self.receiver()
        pattern = {"eventName": ["INSERT"], "dynamodb": {"NewImage": {"price": {"N": [{"anything-but": "0"}]}}}}
        control(
            self.server, "PutTrigger", Name="hook", StreamArn=self.stream, StartingPosition="TRIM_HORIZON",
            FilterCriteria={"Filters": [{"Pattern": json.dumps(pattern)}]},
            Invoker={"Webhook": receiver.url + "/orders"})
        self.put("a", 1, price={"N": "0"})
        self.put("a", 2, price={"N": "7"})
        self.put("a", 2, price={"N": "8"})
        self.put("a", 3, price={"N": "9"})
        until(lambda: len(receiver.records()) == 2, "two records")
        self.assertEqual(set(receiver.paths), {"/orders"})
        self.assertEqual([r["dynamodb"]["Keys"]["sk"]["N"] for r in receiver.records()], ["2", "3"])
        until(lambda: self.trigger("hook")["FilteredRecords"] == 2, "two filtered ones")

    def test_a_function_behind_a_runtime_endpoint(self) -> None:
        attempts: list[list[str]] = []

        def answer(event):
            numbers = [record["dynamodb"]["SequenceNumber"] for record in event["Records"]]
            attempts.append(numbers)
            if len(attempts) == 1:  # as a runtime tells of an exception
                return 200, {"X-Amz-Function-Error": "Unhandled"}, b'{"errorMessage": "no", "errorType": "KeyError"}'
            if len(attempts) == 2:
                failed = {"batchItemFailures": [{"itemIdentifier": numbers[1]}]}
                return 200, {}, json.dumps(failed).encode()
            return 200, {}, b'{"batchItemFailures": []}'

        receiver = self.receiver(answer)
        for i in range(4):
            self.put("a", i)
        control(
            self.server, "PutTrigger", Name="function", StreamArn=self.stream, StartingPosition="TRIM_HORIZON",
            FunctionResponseTypes=["ReportBatchItemFailures"], Invoker={"Lambda": receiver.url})
        until(lambda: self.trigger("function")["DeliveredRecords"] == 4, "all records")
        self.assertEqual(set(receiver.paths), {"/2015-03-31/functions/function/invocations"})
        self.assertEqual(attempts[1], attempts[0])
        self.assertEqual(attempts[2], attempts[0][1:])
        problems = [p["Message"] for p in self.trigger("function")["Problems"]]
        self.assertTrue(any("The function failed" in p for p in problems), problems)

    def test_what_is_given_up_lies_in_a_table(self) -> None:
        create_table(self.client, "Lost", {"id": "S"})
        receiver = self.receiver(lambda event: (500, {}, b"broken"))
        control(
            self.server, "PutTrigger", Name="poor", StreamArn=self.stream, StartingPosition="TRIM_HORIZON",
            MaximumRetryAttempts=1, OnFailure={"TableName": "Lost"}, Invoker={"Webhook": receiver.url})
        self.put("a", 1)
        until(lambda: self.trigger("poor")["GivenUpRecords"] == 1, "the record to be given up")
        (item,) = self.client.scan(TableName="Lost")["Items"]
        self.assertEqual(item["Condition"], {"S": "RetryAttemptsExhausted"})
        self.assertIn("500", item["Problem"]["S"])
        self.assertEqual(json.loads(item["Record"]["S"])["dynamodb"]["Keys"]["pk"], {"S": "a"})
        self.assertEqual(len(receiver.events), 2)

    def test_a_program_that_hangs_is_ended_with_its_children(self) -> None:
        pid = self.folder / "pid"
        control(
            self.server, "PutTrigger", Name="hangs", StreamArn=self.stream, StartingPosition="TRIM_HORIZON",
            MaximumRetryAttempts=0, OnFailure={"File": "lost.jsonl"},
            Invoker={"Program": ["/bin/sh", "-c", f"sleep 1000 & echo $! > {pid}; wait"], "TimeoutSeconds": 1})
        self.put("a", 1)
        until(lambda: self.trigger("hangs")["GivenUpRecords"] == 1, "the record to be given up")
        (line,) = pathlib.Path(self.server.directory, "triggers", "failures", "lost.jsonl").read_text().splitlines()
        lost = json.loads(line)
        self.assertEqual(lost["requestContext"]["condition"], "RetryAttemptsExhausted")
        self.assertIn("ran longer than 1 s", lost["responseContext"]["functionError"])
        self.assertEqual(lost["DDBStreamBatchInfo"]["batchSize"], 1)
        self.assertEqual(lost["payload"]["Records"][0]["dynamodb"]["Keys"]["pk"], {"S": "a"})
        status = pathlib.Path("/proc", pid.read_text().strip(), "status")
        until(lambda: not status.exists() or "State:\tZ" in status.read_text(), "the end of the child")

    def test_a_program_that_floods_its_output(self) -> None:
        control(
            self.server, "PutTrigger", Name="floods", StreamArn=self.stream, StartingPosition="TRIM_HORIZON",
            Invoker={"Program": ["/bin/sh", "-c", "head -c 50000000 /dev/zero | tr '\\0' x"]})
        self.put("a", 1)
        until(lambda: self.trigger("floods")["DeliveredRecords"] == 1, "the delivery")
        self.assertEqual(self.trigger("floods")["LastBatch"]["Answer"], "x" * 1024)

    def test_pause_resume_and_replay(self) -> None:
        receiver = self.receiver()
        put = lambda **members: control(self.server, "PutTrigger", Name="t", **members)["Trigger"]
        put(StreamArn=self.stream, StartingPosition="TRIM_HORIZON", Invoker={"Webhook": receiver.url})
        self.put("a", 1)
        until(lambda: self.trigger("t")["DeliveredRecords"] == 1, "the first")
        self.assertEqual(put(State="DISABLED")["Status"], "PAUSED")
        self.put("a", 2)
        time.sleep(0.1)
        self.assertEqual(len(receiver.records()), 1)
        put(State="ENABLED")
        until(lambda: len(receiver.records()) == 2, "the second")
        put(Replay=True)
        until(lambda: len(receiver.records()) == 4, "both again")
        self.assertEqual([r["dynamodb"]["Keys"]["sk"]["N"] for r in receiver.records()], ["1", "2", "1", "2"])
        self.assertEqual(control(self.server, "DeleteTrigger", Name="t")["Trigger"]["Name"], "t")
        self.assertEqual(control(self.server, "ListTriggers")["Triggers"], [])

    def test_nothing_is_lost_when_the_server_is_killed(self) -> None:
        receiver = self.receiver()
        control(
            self.server, "PutTrigger", Name="t", StreamArn=self.stream, StartingPosition="TRIM_HORIZON", BatchSize=3,
            Invoker={"Webhook": receiver.url})
        for i in range(60):
            self.put(f"p{i % 4}", i)
            if i in (20, 40):
                self.server.kill()
                self.server.start()
                self.client = self.server.client()
        until(lambda: len({r["eventID"] for r in receiver.records()}) == 60, "every record at least once")
        seen: dict[str, list[int]] = {}
        known: set[str] = set()
        for record in receiver.records():
            if record["eventID"] not in known:
                known.add(record["eventID"])
                keys = record["dynamodb"]["Keys"]
                seen.setdefault(keys["pk"]["S"], []).append(int(keys["sk"]["N"]))
        for pk, order in seen.items():
            self.assertEqual(order, sorted(order), pk)

    def test_refusals(self) -> None:
        def refused(**members):
            with self.assertRaises(urllib.error.HTTPError) as caught:
                control(self.server, "PutTrigger", Name="t", **members)
            body = json.load(caught.exception)
            return body["__type"].partition("#")[2], body.get("message", body.get("Message"))

        webhook = {"Webhook": "http://127.0.0.1:1/"}
        self.assertEqual(refused(StreamArn=self.stream)[0], "ValidationException")
        missing = self.stream.rpartition("/")[0] + "/2020-01-01T00:00:00.000"
        self.assertEqual(refused(StreamArn=missing, Invoker=webhook)[0], "ResourceNotFoundException")
        foreign = self.stream.replace("000000000000", "123456789012")
        self.assertEqual(refused(StreamArn=foreign, Invoker=webhook)[0], "ResourceNotFoundException")
        own = {"TableName": self.stream.split("/")[1]}
        self.assertIn("own table", refused(StreamArn=self.stream, Invoker=webhook, OnFailure=own)[1])
        for time in (-5, 9e13, 1e300):
            kind, message = refused(StreamArn=self.stream, Invoker=webhook, StartingPosition="AT_TIMESTAMP",
                                    StartingPositionTimestamp=time)
            self.assertIn("seconds since 1970", message)
        program = {"Program": ["/bin/true"] + ["x" * 30_000] * 3}
        self.assertIn("65536 bytes", refused(StreamArn=self.stream, Invoker=program)[1])
        bad = {"Filters": [{"Pattern": '{"eventName": "INSERT"}'}]}
        kind, message = refused(StreamArn=self.stream, Invoker=webhook, FilterCriteria=bad)
        self.assertEqual(kind, "ValidationException")
        self.assertIn("at eventName: a field takes an array of rules", message)
        self.assertEqual(control(self.server, "ListTriggers")["Triggers"], [])


class WithoutProgramsTest(unittest.TestCase):
    def test_programs_need_the_flag(self) -> None:
        with Server(in_memory=True) as server:
            client = server.client()
            create_table(
                client, "Notes", {"pk": "S"}, StreamSpecification={"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"})
            arn = client.describe_table(TableName="Notes")["Table"]["LatestStreamArn"]
            with self.assertRaises(urllib.error.HTTPError) as caught:
                control(server, "PutTrigger", Name="t", StreamArn=arn, Invoker={"Program": ["/bin/true"]})
            body = json.load(caught.exception)
            self.assertTrue(body["__type"].endswith("#AccessDeniedException"), body)
            self.assertIn("--allow-programs", json.dumps(body))
            self.assertEqual(control(server, "ListTriggers")["Triggers"], [])


if __name__ == "__main__":
    unittest.main()
