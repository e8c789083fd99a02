"""A bad line in front of a server: of every ten requests, three are answered with an error or not at all."""

import http.client
import http.server
import json
import threading
import urllib.parse
import zlib

THROTTLED = ("com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException", 400)
BROKEN = ("com.amazonaws.dynamodb.v20120810#InternalServerError", 500)


class Flaky:
    """Use as a context manager. What it disturbs does not reach the server, so that a retry is safe."""

    def __init__(self, server_url: str):
        self.target = urllib.parse.urlsplit(server_url).netloc
        self.requests = 0
        self.disturbed = 0
        self.lock = threading.Lock()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                outer.answer(self)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self) -> "Flaky":
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def next_fault(self):
        with self.lock:
            self.requests += 1
            fault = {2: THROTTLED, 4: BROKEN, 7: "cut"}.get(self.requests % 10)
            self.disturbed += fault is not None
            return fault

    def answer(self, handler: http.server.BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers.get("Content-Length", 0)))
        fault = self.next_fault()
        if fault == "cut":
            handler.close_connection = True
            return
        if fault:
            kind, status = fault
            text = json.dumps({"__type": kind, "message": "a bad line"}).encode()
            headers = {"Content-Type": "application/x-amz-json-1.0", "x-amz-crc32": str(zlib.crc32(text))}
        else:
            connection = http.client.HTTPConnection(self.target, timeout=30)
            connection.request("POST", handler.path, body, dict(handler.headers))
            reply = connection.getresponse()
            status, text = reply.status, reply.read()
            headers = {name: value for name, value in reply.getheaders() if name.lower() != "connection"}
            connection.close()
        lines = [f"HTTP/1.1 {status} {http.client.responses[status]}"]
        lines += [f"{name}: {value}" for name, value in (headers | {"Content-Length": str(len(text))}).items()]
        handler.wfile.write("\r\n".join(lines).encode() + b"\r\n\r\n" + text)
