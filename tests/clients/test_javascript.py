"""The JavaScript SDK v3. Installs it from npm beside the build, then runs javascript/*.test.mjs with node."""

import os
import pathlib
import shutil
import subprocess
import unittest

from server import Server

SOURCE = pathlib.Path(__file__).parent / "javascript"


class JavaScriptTest(unittest.TestCase):
    def test_sdk_v3(self):
        for program, package in (("node", "nodejs"), ("npm", "npm")):
            self.assertTrue(shutil.which(program), f"there is no {program} command; ./dev test installs {package}")
        build = pathlib.Path(os.environ.get("STATOR_CLIENTS_BUILD", "build/clients")) / "javascript"
        build.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "sdk.test.mjs", "streams.test.mjs"):
            shutil.copy(SOURCE / name, build / name)
        packages = build / "node_modules" / "@aws-sdk"
        if not all((packages / name).exists() for name in ("lib-dynamodb", "client-dynamodb-streams")):
            subprocess.run(
                ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"],
                cwd=build, check=True, timeout=300)
        with Server(in_memory=True) as server:
            done = subprocess.run(
                ["node", "--test", "sdk.test.mjs", "streams.test.mjs"], cwd=build, env=os.environ | {"STATOR_URL": server.url},
                capture_output=True, text=True, timeout=120)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertEqual(server.stop(), 0)


if __name__ == "__main__":
    unittest.main()
