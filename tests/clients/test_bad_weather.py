"""What a hostile or clumsy client sends: each request gets the service's error, and the server goes on."""

import gzip
import http.client
import json
import os
import socket
import subprocess
import unittest
import zlib

from server import PROGRAM, Server, create_table

AUTHORIZATION = (
    "AWS4-HMAC-SHA256 Credential=local/20261101/us-east-1/dynamodb/aws4_request, "
    "SignedHeaders=host;x-amz-date, Signature=" + "0" * 64)


class BadWeatherTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(in_memory=True)
        cls.server.start()
        cls.host, port = cls.server.url.removeprefix("http://").split(":")
        cls.port = int(port)
        create_table(cls.server.client(), "Table", {"pk": "S"})

    @classmethod
    def tearDownClass(cls):
        assert cls.server.stop() == 0

    def tearDown(self):
        self.assertIn("Table", self.server.client().list_tables()["TableNames"])

    def send(self, target: str, body: bytes, **headers: str):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        connection.request("POST", "/", body, {
            "X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.0", "X-Amz-Date": "20261101T000000Z",
            "Authorization": AUTHORIZATION} | {k.replace("_", "-"): v for k, v in headers.items()})
        reply = connection.getresponse()
        text = reply.read()
        if checksum := reply.getheader("x-amz-crc32"):
            self.assertEqual(int(checksum), zlib.crc32(text))
        connection.close()
        return reply.status, text

    def put(self, item: str) -> tuple[int, dict]:
        status, text = self.send(
            "DynamoDB_20120810.PutItem", ('{"TableName":"Table","Item":' + item + "}").encode())
        return status, json.loads(text)

    def test_broken_json(self):
        for body in (b"{", b"[]", b"", b"nonsense", b'{"TableName":}', b"\xff\xfe", b'{"TableName":"\xff"}'):
            status, text = self.send("DynamoDB_20120810.GetItem", body)
            self.assertEqual(status, 400, body)
            self.assertIn(b"SerializationException", text)

    def test_unknown_operation(self):
        status, text = self.send("DynamoDB_20120810.Nothing", b"{}")
        self.assertEqual((status, json.loads(text)["__type"]),
                         (400, "com.amazon.coral.service#UnknownOperationException"))

    def test_wrong_content_type(self):
        status, text = self.send("DynamoDB_20120810.ListTables", b"{}", Content_Type="text/plain")
        self.assertEqual((status, text), (404, b"<UnknownOperationException/>\n"))

    def test_missing_signature(self):
        status, text = self.send("DynamoDB_20120810.ListTables", b"{}", Authorization="")
        self.assertEqual(status, 400)
        self.assertIn(b"MissingAuthenticationTokenException", text)

    def test_body_over_16_megabytes(self):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        try:
            connection.request("POST", "/", b" " * (16 * 2**20 + 1), {"Content-Type": "application/x-amz-json-1.0"})
            reply = connection.getresponse()
            self.assertEqual((reply.status, reply.read()), (413, b""))
        except (ConnectionResetError, BrokenPipeError):
            pass  # the server may close while the body is still on its way

    def test_compressed_bodies(self):
        request = b'{"TableName":"Table","Key":{"pk":{"S":"a"}}}'
        get = "DynamoDB_20120810.GetItem"
        for coding, body in (("gzip", gzip.compress(request)), ("deflate", zlib.compress(request)),
                             ("gzip", gzip.compress(request[:9]) + gzip.compress(request[9:]))):
            self.assertEqual(self.send(get, body, Content_Encoding=coding), (200, b"{}"), coding)
        broken = (("gzip", request), ("gzip", gzip.compress(request)[:-9]), ("br", request),
                  ("deflate", zlib.compress(request[:9]) + zlib.compress(request[9:])),
                  ("gzip", gzip.compress(b" " * (16 * 2**20 + 1))))
        for coding, body in broken:
            status, text = self.send(get, body, Content_Encoding=coding)
            self.assertEqual((status, json.loads(text)["__type"]),
                             (500, "com.amazonaws.dynamodb.v20120810#InternalServerError"), coding)

    def test_compressed_replies(self):
        self.put('{"pk":{"S":"large"},"text":{"S":"' + "x" * 10_000 + '"}}')
        request = b'{"TableName":"Table","Key":{"pk":{"S":"large"}}}'
        plain = self.send("DynamoDB_20120810.GetItem", request)[1]
        for coding, decode in (("gzip", gzip.decompress), ("deflate", zlib.decompress)):
            status, text = self.send("DynamoDB_20120810.GetItem", request, Accept_Encoding=coding)
            self.assertEqual((status, decode(text)), (200, plain))
            self.assertLess(len(text), 1000)

    def test_deep_nesting(self):
        for depth in (33, 1_000, 10_000):
            status, reply = self.put('{"pk":{"S":"a"},"l":' + '{"L":[' * depth + '{"S":""}' + "]}" * depth + "}")
            self.assertEqual(status, 400)
            self.assertRegex(reply["__type"], "ValidationException|SerializationException")

    def test_numbers_with_a_million_digits(self):
        status, reply = self.put('{"pk":{"S":"a"},"n":{"N":"' + "7" * 1_000_000 + '"}}')
        self.assertEqual((status, reply["__type"]), (400, "com.amazon.coral.validate#ValidationException"))

    def test_parentheses_ten_thousand_deep(self):
        status, text = self.send("DynamoDB_20120810.PutItem", json.dumps({
            "TableName": "Table", "Item": {"pk": {"S": "a"}},
            "ConditionExpression": "(" * 10_000 + "a = a" + ")" * 10_000}).encode())
        self.assertEqual(status, 400)
        self.assertIn(b"Expression size has exceeded the maximum allowed size", text)
        status, text = self.send("DynamoDB_20120810.PutItem", json.dumps({
            "TableName": "Table", "Item": {"pk": {"S": "a"}},
            "ConditionExpression": "(" * 2_000 + "attribute_exists(a)" + ")" * 2_000}).encode())
        self.assertEqual(status, 400)
        self.assertIn(b"redundant parentheses", text)

    def test_a_batch_with_one_bad_entry_writes_nothing(self):
        good = {"PutRequest": {"Item": {"pk": {"S": "good"}}}}
        bad = {"PutRequest": {"Item": {"pk": {"N": "1"}}}}
        status, _ = self.send("DynamoDB_20120810.BatchWriteItem",
                              json.dumps({"RequestItems": {"Table": [good, bad]}}).encode())
        self.assertEqual(status, 400)
        self.assertNotIn("Item", self.server.client().get_item(TableName="Table", Key={"pk": {"S": "good"}}))

    def test_requests_cut_off_anywhere(self):
        body = b'{"TableName":"Table","Item":{"pk":{"S":"cut"}}}'
        head = (f"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Amz-Target: DynamoDB_20120810.PutItem\r\n"
                f"Content-Type: application/x-amz-json-1.0\r\nX-Amz-Date: 20261101T000000Z\r\n"
                f"Authorization: {AUTHORIZATION}\r\nContent-Length: {len(body)}\r\n\r\n").encode()
        whole = head + body
        for length in range(0, len(whole), 7):
            with socket.create_connection((self.host, self.port), timeout=10) as connection:
                connection.sendall(whole[:length])
        self.assertNotIn("Item", self.server.client().get_item(TableName="Table", Key={"pk": {"S": "cut"}}))

    def test_a_page_of_a_browser_cannot_reach_in(self):
        status, _ = self.send("DynamoDB_20120810.ListTables", b"{}", Origin="https://example.com")
        self.assertEqual(status, 403)
        status, _ = self.send("DynamoDB_20120810.ListTables", b"{}", Host="evil.example.com")
        self.assertEqual(status, 403)
        status, _ = self.send("DynamoDB_20120810.ListTables", b"{}", Origin="http://localhost:3000")
        self.assertEqual(status, 200)


class ExitCodeTest(unittest.TestCase):
    def exit_code(self, *arguments: str) -> int:
        return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=60).returncode

    def test_usage(self):
        self.assertEqual(self.exit_code("--nonsense"), 2)
        self.assertEqual(self.exit_code("--port", "many"), 2)
        self.assertEqual(self.exit_code("--host", "0.0.0.0", "--in-memory"), 2)
        self.assertEqual(self.exit_code("--encrypt", "--in-memory"), 2)

    def test_a_workspace_that_is_open_already(self):
        with Server() as server:
            self.assertEqual(self.exit_code("--workspace", server.directory, "--port", "0"), 3)

    def test_a_port_that_is_taken(self):
        with Server(in_memory=True) as server:
            self.assertEqual(self.exit_code("--in-memory", "--port", server.url.rsplit(":", 1)[1]), 5)

    def test_a_damaged_workspace(self):
        with Server() as server:
            create_table(server.client(), "Table", {"pk": "S"})
            for n in range(200):
                server.client().put_item(TableName="Table", Item={"pk": {"S": str(n)}, "text": {"S": "x" * 1000}})
            self.assertEqual(server.stop(), 0)
            damaged = 0
            for folder, _, files in os.walk(server.directory):
                for name in files:
                    path = os.path.join(folder, name)
                    if name.endswith(".ldb") and os.path.getsize(path) > 8192:
                        with open(path, "r+b") as file:
                            file.seek(4096 + 2000)
                            byte = file.read(1)
                            file.seek(4096 + 2000)
                            file.write(bytes([byte[0] ^ 0xFF]))
                        damaged += 1
            self.assertGreater(damaged, 0)
            try:
                server.start()
            except RuntimeError as error:
                self.assertIn("exit code 4", str(error))
                return
            # Served at all, nothing served may be wrong: an error is an answer, other data is not.
            client = server.client(retries={"total_max_attempts": 1})
            for n in range(200):
                try:
                    item = client.get_item(TableName="Table", Key={"pk": {"S": str(n)}}).get("Item")
                except client.exceptions.InternalServerError:
                    continue
                self.assertEqual(item, {"pk": {"S": str(n)}, "text": {"S": "x" * 1000}})


if __name__ == "__main__":
    unittest.main()
