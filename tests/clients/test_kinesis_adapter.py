"""The Kinesis Client Library's adapter for DynamoDB Streams, in Java. Maven copies its archives beside the build."""

import os
import pathlib
import shutil
import subprocess
import unittest

from server import Server

SOURCE = pathlib.Path(__file__).parent / "adapter"


class KinesisAdapterTest(unittest.TestCase):
    def archives(self, build: pathlib.Path) -> pathlib.Path:
        """A complete copy for this pom.xml; an interrupted one is made again."""
        wanted = (SOURCE / "pom.xml").read_text()
        folder, mark = build / "archives", build / "archives-of-pom.xml"
        if mark.exists() and mark.read_text() == wanted:
            return folder
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run(
            ["mvn", "-B", "-q", "-f", str(SOURCE / "pom.xml"), "dependency:copy-dependencies",
             "-DincludeScope=runtime", f"-DoutputDirectory={folder.resolve()}"], check=True, timeout=480)
        mark.write_text(wanted)
        return folder

    def test_follows_shards_and_hands_out_every_record_in_order(self):
        for program, package in (("java", "default-jdk-headless"), ("mvn", "maven")):
            self.assertTrue(shutil.which(program), f"there is no {program} command; ./dev test installs {package}")
        build = pathlib.Path(os.environ.get("STATOR_CLIENTS_BUILD", "build/clients")) / "adapter"
        build.mkdir(parents=True, exist_ok=True)
        archives = self.archives(build)
        with Server("--test-clock", in_memory=True) as server:
            done = subprocess.run(
                ["java", "-XX:TieredStopAtLevel=1", "-cp", f"{archives}/*", str(SOURCE / "AdapterTest.java")],
                capture_output=True, text=True, timeout=500, env=os.environ | {"STATOR_URL": server.url})
            self.assertEqual((done.returncode, done.stdout), (0, "passed\n"), done.stdout + done.stderr[-10_000:])
            self.assertEqual(server.stop(), 0)


if __name__ == "__main__":
    unittest.main()
