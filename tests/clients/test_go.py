"""The Go SDK v2. Its modules come from the Go module proxy on the first run."""

import os
import pathlib
import shutil
import subprocess
import unittest

from flaky import Flaky
from server import Server

SOURCE = pathlib.Path(__file__).parent / "go"


class GoTest(unittest.TestCase):
    def test_sdk_v2(self):
        go = shutil.which("go")
        self.assertTrue(go, "there is no go command; ./dev test installs golang-go")
        build = pathlib.Path(os.environ.get("STATOR_CLIENTS_BUILD", "build/clients")) / "go"
        shutil.copytree(SOURCE, build, dirs_exist_ok=True)
        with Server(in_memory=True) as server, Flaky(server.url) as flaky:
            done = subprocess.run(
                [go, "test", "-count=1", "-mod=readonly", "./..."], cwd=build, capture_output=True, text=True,
                timeout=540, env=os.environ | {"STATOR_URL": server.url, "STATOR_FLAKY_URL": flaky.url})
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertGreaterEqual(flaky.disturbed, 6)
            self.assertEqual(server.stop(), 0)


if __name__ == "__main__":
    unittest.main()
