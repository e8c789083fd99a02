"""The AWS CLI, as typed in a shell."""

import json
import os
import subprocess
import tempfile
import unittest

from server import Server


class AwsCliTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(in_memory=True)
        cls.server.start()

    @classmethod
    def tearDownClass(cls):
        assert cls.server.stop() == 0

    def aws(self, *words: str, fails: bool = False):
        environment = {
            "PATH": os.defpath, "HOME": tempfile.gettempdir(), "AWS_ACCESS_KEY_ID": "local",
            "AWS_SECRET_ACCESS_KEY": "local", "AWS_DEFAULT_REGION": "us-east-1", "AWS_PAGER": "", "LC_ALL": "C.UTF-8",
        }
        done = subprocess.run(
            ["/usr/bin/aws", "dynamodb", *words, "--endpoint-url", self.server.url, "--output", "json"],
            env=environment, capture_output=True, text=True, timeout=120)
        if fails:
            self.assertNotEqual(done.returncode, 0)
            return done.stderr
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout) if done.stdout.strip() else {}

    def test_a_session_in_the_shell(self):
        self.aws(
            "create-table", "--table-name", "Music", "--billing-mode", "PAY_PER_REQUEST",
            "--attribute-definitions", "AttributeName=Artist,AttributeType=S", "AttributeName=Song,AttributeType=S",
            "--key-schema", "AttributeName=Artist,KeyType=HASH", "AttributeName=Song,KeyType=RANGE")
        self.aws("wait", "table-exists", "--table-name", "Music")
        for number in range(3):
            self.aws("put-item", "--table-name", "Music", "--item", json.dumps(
                {"Artist": {"S": "Ada"}, "Song": {"S": f"No. {number}"}, "Year": {"N": str(1840 + number)}}))
        got = self.aws("get-item", "--table-name", "Music", "--key",
                       json.dumps({"Artist": {"S": "Ada"}, "Song": {"S": "No. 1"}}))
        self.assertEqual(got["Item"]["Year"], {"N": "1841"})
        # The CLI follows the pages by itself.
        found = self.aws(
            "query", "--table-name", "Music", "--key-condition-expression", "Artist = :a", "--page-size", "1",
            "--expression-attribute-values", json.dumps({":a": {"S": "Ada"}}))
        self.assertEqual(found["Count"], 3)
        self.aws(
            "update-item", "--table-name", "Music", "--key",
            json.dumps({"Artist": {"S": "Ada"}, "Song": {"S": "No. 1"}}),
            "--update-expression", "SET #y = #y + :n", "--expression-attribute-names", json.dumps({"#y": "Year"}),
            "--expression-attribute-values", json.dumps({":n": {"N": "10"}}), "--condition-expression",
            "attribute_exists(Artist)")
        error = self.aws(
            "delete-item", "--table-name", "Music", "--key",
            json.dumps({"Artist": {"S": "Ada"}, "Song": {"S": "No. 1"}}), "--condition-expression",
            "attribute_not_exists(Artist)", fails=True)
        self.assertIn("ConditionalCheckFailedException", error)
        scanned = self.aws("scan", "--table-name", "Music", "--filter-expression", "#y > :y",
                           "--expression-attribute-names", json.dumps({"#y": "Year"}),
                           "--expression-attribute-values", json.dumps({":y": {"N": "1850"}}))
        self.assertEqual([item["Song"]["S"] for item in scanned["Items"]], ["No. 1"])
        self.assertEqual(self.aws("list-tables")["TableNames"], ["Music"])
        self.aws("delete-table", "--table-name", "Music")
        self.aws("wait", "table-not-exists", "--table-name", "Music")
        self.assertIn("ResourceNotFoundException", self.aws("describe-table", "--table-name", "Music", fails=True))


if __name__ == "__main__":
    unittest.main()
