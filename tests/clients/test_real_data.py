"""Data nobody here wrote: the ISO 639-3 languages and ISO 3166-2 subdivisions of Debian's iso-codes."""

import collections
import json
import pathlib
import unittest

from boto3.dynamodb.conditions import Attr, Key

from server import Server, create_table, index

SOURCE = pathlib.Path("/usr/share/iso-codes/json")


def entries(standard: str) -> list[dict]:
    return json.loads((SOURCE / f"iso_{standard}.json").read_text())[standard]


class RealDataTest(unittest.TestCase):
    def setUp(self):
        self.languages = entries("639-3")
        self.subdivisions = entries("3166-2")
        for subdivision in self.subdivisions:
            subdivision["country"] = subdivision["code"].split("-")[0]
        self.assertGreater(len(self.languages) + len(self.subdivisions), 12_000)

    def load(self, server: Server) -> None:
        client = server.client()
        create_table(
            client, "Languages", {"alpha_3": "S"}, attributes={"type": "S", "name": "S"},
            GlobalSecondaryIndexes=[index("byType", "type", "name")])
        create_table(
            client, "Subdivisions", {"country": "S", "code": "S"}, attributes={"type": "S"},
            LocalSecondaryIndexes=[index("byType", "country", "type")])
        for table, items in (("Languages", self.languages), ("Subdivisions", self.subdivisions)):
            with server.resource().Table(table).batch_writer() as batch:
                for item in items:
                    batch.put_item(Item=item)

    def compare(self, server: Server) -> None:
        client = server.client()
        languages = server.resource().Table("Languages")
        subdivisions = server.resource().Table("Subdivisions")
        for table, source in ((languages, self.languages), (subdivisions, self.subdivisions)):
            found, start = [], {}
            while True:
                page = table.scan(**start)
                found += page["Items"]
                if "LastEvaluatedKey" not in page:
                    break
                start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}
            order = lambda item: json.dumps(item, sort_keys=True)
            self.assertEqual(sorted(found, key=order), sorted(source, key=order))
            self.assertEqual(client.describe_table(TableName=table.name)["Table"]["ItemCount"], len(source))
        for language in self.languages[::97]:
            self.assertEqual(languages.get_item(Key={"alpha_3": language["alpha_3"]})["Item"], language)
        countries = collections.Counter(s["country"] for s in self.subdivisions)
        for country, count in countries.items():
            page = subdivisions.query(KeyConditionExpression=Key("country").eq(country))
            codes = [item["code"] for item in page["Items"]]
            self.assertEqual(len(codes), count)
            self.assertEqual(codes, sorted(codes))
        for kind, count in collections.Counter(language["type"] for language in self.languages).items():
            names, start = [], {}
            while True:
                page = languages.query(IndexName="byType", KeyConditionExpression=Key("type").eq(kind), **start)
                names += [item["name"] for item in page["Items"]]
                if "LastEvaluatedKey" not in page:
                    break
                start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}
            self.assertEqual(len(names), count)
            self.assertEqual(names, sorted(names, key=lambda name: name.encode()))
        french = subdivisions.query(
            IndexName="byType", KeyConditionExpression=Key("country").eq("FR") & Key("type").begins_with("Metro"))
        expected = sum(s["country"] == "FR" and s["type"].startswith("Metro") for s in self.subdivisions)
        self.assertEqual(french["Count"], expected)
        with_alpha_2 = languages.scan(FilterExpression=Attr("alpha_2").exists() & Attr("name").contains("an"))
        self.assertEqual(
            {item["alpha_3"] for item in with_alpha_2["Items"]},
            {item["alpha_3"] for item in self.languages if "alpha_2" in item and "an" in item["name"]})

    def test_what_was_loaded_is_found_before_and_after_a_restart(self):
        with Server() as server:
            self.load(server)
            self.compare(server)
            self.assertEqual(server.stop(), 0)
            server.start()
            self.compare(server)
            server.kill()
            server.start()
            self.compare(server)


if __name__ == "__main__":
    unittest.main()
