"""boto3, as an application uses it: tables, items of every type, queries, conditions, errors, paging."""

import decimal
import unittest

from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError

from server import Server, create_table, index


class Boto3Test(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(in_memory=True)
        cls.server.start()
        cls.client = cls.server.client()
        cls.resource = cls.server.resource()

    @classmethod
    def tearDownClass(cls):
        assert cls.server.stop() == 0

    def fails_with(self, code, call, **arguments):
        with self.assertRaises(ClientError) as caught:
            call(**arguments)
        self.assertEqual(caught.exception.response["Error"]["Code"], code)
        return caught.exception.response

    def test_table_life_cycle(self):
        name = "LifeCycle"
        create_table(self.client, name, {"pk": "S", "sk": "N"}, Tags=[{"Key": "team", "Value": "blue"}])
        table = self.client.describe_table(TableName=name)["Table"]
        self.assertEqual(table["TableStatus"], "ACTIVE")
        self.assertEqual(table["ItemCount"], 0)
        self.assertEqual(table["BillingModeSummary"]["BillingMode"], "PAY_PER_REQUEST")
        self.assertEqual(table["TableArn"], f"arn:aws:dynamodb:us-east-1:000000000000:table/{name}")
        self.assertIn(name, self.client.list_tables()["TableNames"])
        tags = self.client.list_tags_of_resource(ResourceArn=table["TableArn"])["Tags"]
        self.assertEqual(tags, [{"Key": "team", "Value": "blue"}])
        self.client.untag_resource(ResourceArn=table["TableArn"], TagKeys=["team"])
        self.assertEqual(self.client.list_tags_of_resource(ResourceArn=table["TableArn"])["Tags"], [])
        self.fails_with(
            "ResourceInUseException", self.client.create_table, TableName=name, BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
        )
        self.client.delete_table(TableName=name)
        self.client.get_waiter("table_not_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
        self.fails_with("ResourceNotFoundException", self.client.describe_table, TableName=name)

    def test_every_attribute_type_comes_back(self):
        create_table(self.client, "Types", {"pk": "S"})
        item = {
            "pk": "all",
            "string": "Größe 日本 😀 \u0000 \" \\",
            "empty": "",
            "number": decimal.Decimal("12345678901234567890123456789012345678"),
            "small": decimal.Decimal("-1E-130"),
            "binary": b"\x00\xff\x10",
            "true": True,
            "false": False,
            "null": None,
            "strings": {"a", "b", ""},
            "numbers": {decimal.Decimal(1), decimal.Decimal("-2.5")},
            "binaries": {b"\x01", b"\x02"},
            "list": [1, "two", [decimal.Decimal("3.0")], {}],
            "map": {"nested": {"deep": [None]}},
        }
        table = self.resource.Table("Types")
        table.put_item(Item=item)
        self.assertEqual(table.get_item(Key={"pk": "all"}, ConsistentRead=True)["Item"], item)

    def test_conditions_and_their_errors(self):
        create_table(self.client, "Conditions", {"pk": "S"})
        table = self.resource.Table("Conditions")
        table.put_item(Item={"pk": "a", "n": 1}, ConditionExpression=Attr("pk").not_exists())
        self.fails_with(
            "ConditionalCheckFailedException", table.put_item,
            Item={"pk": "a"}, ConditionExpression=Attr("pk").not_exists(),
        )
        reply = self.fails_with(
            "ConditionalCheckFailedException", self.client.update_item, TableName="Conditions",
            Key={"pk": {"S": "a"}}, UpdateExpression="SET n = n + :one", ConditionExpression="n > :limit",
            ExpressionAttributeValues={":one": {"N": "1"}, ":limit": {"N": "5"}},
        )
        self.assertEqual(reply["Error"]["Message"], "The conditional request failed")
        updated = table.update_item(
            Key={"pk": "a"}, UpdateExpression="SET n = n + :one, tags = :t REMOVE gone ADD seen :one",
            ExpressionAttributeValues={":one": 1, ":t": {"x"}}, ReturnValues="ALL_NEW",
        )
        self.assertEqual(updated["Attributes"], {"pk": "a", "n": 2, "tags": {"x"}, "seen": 1})
        old = table.delete_item(Key={"pk": "a"}, ReturnValues="ALL_OLD")
        self.assertEqual(old["Attributes"]["n"], 2)
        self.assertNotIn("Item", table.get_item(Key={"pk": "a"}))

    def test_query_pages_in_both_directions(self):
        create_table(self.client, "Pages", {"pk": "S", "sk": "N"})
        table = self.resource.Table("Pages")
        with table.batch_writer() as batch:
            for n in range(250):
                batch.put_item(Item={"pk": "p", "sk": n - 100, "even": n % 2 == 0})
            batch.put_item(Item={"pk": "q", "sk": 1})
        for forward in (True, False):
            seen, start = [], {}
            while True:
                page = table.query(KeyConditionExpression=Key("pk").eq("p"), Limit=33, ScanIndexForward=forward, **start)
                seen += [int(item["sk"]) for item in page["Items"]]
                if "LastEvaluatedKey" not in page:
                    break
                start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}
            self.assertEqual(seen, sorted(range(-100, 150), reverse=not forward))
        between = table.query(KeyConditionExpression=Key("pk").eq("p") & Key("sk").between(-3, 3))
        self.assertEqual([int(item["sk"]) for item in between["Items"]], list(range(-3, 4)))
        filtered = table.query(
            KeyConditionExpression=Key("pk").eq("p"), FilterExpression=Attr("even").eq(True), Select="COUNT",
            ReturnConsumedCapacity="TOTAL",
        )
        self.assertEqual((filtered["Count"], filtered["ScannedCount"]), (125, 250))
        self.assertGreater(filtered["ConsumedCapacity"]["CapacityUnits"], 0)

    def test_pages_end_at_one_megabyte(self):
        create_table(self.client, "Megabytes", {"pk": "S", "sk": "N"})
        table = self.resource.Table("Megabytes")
        for n in range(7):
            table.put_item(Item={"pk": "p", "sk": n, "blob": "x" * 300_000})
        page = table.query(KeyConditionExpression=Key("pk").eq("p"))
        self.assertEqual(page["Count"], 4)
        paginator = self.client.get_paginator("scan")
        total = sum(page["Count"] for page in paginator.paginate(TableName="Megabytes"))
        self.assertEqual(total, 7)

    def test_indexes_follow_their_items(self):
        create_table(
            self.client, "Indexed", {"pk": "S", "sk": "S"}, attributes={"status": "S", "due": "N"},
            GlobalSecondaryIndexes=[index("byStatus", "status", "due")],
            LocalSecondaryIndexes=[index("byDue", "pk", "due", {"ProjectionType": "KEYS_ONLY"})],
        )
        table = self.resource.Table("Indexed")
        for n in range(20):
            table.put_item(Item={"pk": f"p{n % 4}", "sk": f"{n:03}", "status": "open", "due": 100 - n, "text": "t"})
        table.put_item(Item={"pk": "p0", "sk": "sparse"})
        open_items = table.query(IndexName="byStatus", KeyConditionExpression=Key("status").eq("open"))["Items"]
        self.assertEqual([int(item["due"]) for item in open_items], list(range(81, 101)))
        table.update_item(
            Key={"pk": "p0", "sk": "000"}, UpdateExpression="SET #s = :done",
            ExpressionAttributeNames={"#s": "status"}, ExpressionAttributeValues={":done": "done"},
        )
        self.assertEqual(
            table.query(IndexName="byStatus", KeyConditionExpression=Key("status").eq("open"))["Count"], 19)
        local = table.query(IndexName="byDue", KeyConditionExpression=Key("pk").eq("p1"), ConsistentRead=True)["Items"]
        self.assertEqual(set(local[0]), {"pk", "sk", "due"})
        self.assertEqual(self.client.describe_table(TableName="Indexed")["Table"]["ItemCount"], 21)

    def test_an_index_added_later_is_backfilled(self):
        create_table(self.client, "Later", {"pk": "S"})
        table = self.resource.Table("Later")
        with table.batch_writer() as batch:
            for n in range(1000):
                batch.put_item(Item={"pk": f"i{n}", "group": f"g{n % 10}"})
        self.client.update_table(
            TableName="Later", AttributeDefinitions=[{"AttributeName": "group", "AttributeType": "S"}],
            GlobalSecondaryIndexUpdates=[{"Create": index("byGroup", "group")}],
        )
        for _ in range(100):
            description = self.client.describe_table(TableName="Later")["Table"]
            if all(i["IndexStatus"] == "ACTIVE" for i in description["GlobalSecondaryIndexes"]):
                break
        self.assertEqual(description["GlobalSecondaryIndexes"][0]["ItemCount"], 1000)
        self.assertEqual(table.query(IndexName="byGroup", KeyConditionExpression=Key("group").eq("g3"))["Count"], 100)
        self.client.update_table(
            TableName="Later", GlobalSecondaryIndexUpdates=[{"Delete": {"IndexName": "byGroup"}}])

    def test_batches(self):
        create_table(self.client, "Batch", {"pk": "S"})
        self.client.batch_write_item(RequestItems={
            "Batch": [{"PutRequest": {"Item": {"pk": {"S": str(n)}, "n": {"N": str(n)}}}} for n in range(25)]})
        reply = self.client.batch_get_item(RequestItems={
            "Batch": {"Keys": [{"pk": {"S": str(n)}} for n in range(0, 50, 2)], "ProjectionExpression": "n"}})
        self.assertEqual(sorted(int(item["n"]["N"]) for item in reply["Responses"]["Batch"]), list(range(0, 25, 2)))
        self.assertEqual(reply["UnprocessedKeys"], {})
        twice = {"DeleteRequest": {"Key": {"pk": {"S": "1"}}}}
        answer = self.fails_with(
            "ValidationException", self.client.batch_write_item, RequestItems={"Batch": [twice, twice]})
        self.assertEqual(answer["Error"]["Message"], "Provided list of item keys contains duplicates")

    def test_parallel_scan_sees_each_item_once(self):
        create_table(self.client, "Segments", {"pk": "N"})
        with self.resource.Table("Segments").batch_writer() as batch:
            for n in range(500):
                batch.put_item(Item={"pk": n})
        seen = []
        for segment in range(7):
            for page in self.client.get_paginator("scan").paginate(
                TableName="Segments", Segment=segment, TotalSegments=7, PaginationConfig={"PageSize": 20}
            ):
                seen += [int(item["pk"]["N"]) for item in page["Items"]]
        self.assertEqual(sorted(seen), list(range(500)))

    def test_statements(self):
        create_table(self.client, "Music", {"Artist": "S", "Year": "N"})
        run = self.client.execute_statement
        for year in range(1990, 2000):
            run(Statement="INSERT INTO Music VALUE {'Artist':?,'Year':?,'Tags':<<'rock','live'>>}",
                Parameters=[{"S": "Acme"}, {"N": str(year)}])
        self.fails_with("DuplicateItemException", run, Statement="INSERT INTO Music VALUE {'Artist':'Acme','Year':1990}")
        years, token = [], {}
        while True:
            page = run(Statement='SELECT "Year" FROM "Music" WHERE Artist = ? AND "Year" > ? ORDER BY "Year" DESC',
                       Parameters=[{"S": "Acme"}, {"N": "1992"}], Limit=3, ReturnConsumedCapacity="TOTAL", **token)
            years += [int(item["Year"]["N"]) for item in page["Items"]]
            if "NextToken" not in page:
                break
            token = {"NextToken": page["NextToken"]}
        self.assertEqual(years, list(range(1999, 1992, -1)))
        changed = run(Statement="UPDATE Music SET Plays = 1 SET Tags = set_add(Tags, <<'loud'>>) WHERE Artist = 'Acme' "
                                "AND \"Year\" = 1995 RETURNING MODIFIED NEW *")["Items"]
        self.assertEqual(changed[0]["Plays"], {"N": "1"})
        self.assertEqual(sorted(changed[0]["Tags"]["SS"]), ["live", "loud", "rock"])
        batch = self.client.batch_execute_statement(Statements=[
            {"Statement": "SELECT Plays FROM Music WHERE Artist = 'Acme' AND \"Year\" = 1995"},
            {"Statement": "SELECT * FROM Music WHERE Artist = 'Acme'"}])["Responses"]
        self.assertEqual(batch[0], {"TableName": "Music", "Item": {"Plays": {"N": "1"}}})
        self.assertEqual(batch[1]["Error"]["Code"], "ValidationError")
        error = self.fails_with("TransactionCanceledException", self.client.execute_transaction, TransactStatements=[
            {"Statement": "DELETE FROM Music WHERE Artist = 'Acme' AND \"Year\" = 1990"},
            {"Statement": "EXISTS(SELECT * FROM Music WHERE Artist = 'Acme' AND \"Year\" = 1995 AND Plays = 2)"}])
        self.assertEqual([reason["Code"] for reason in error["CancellationReasons"]], ["None", "ConditionalCheckFailed"])

    def test_unbuilt_operations_say_so(self):
        create_table(self.client, "Unbuilt", {"pk": "S"})
        reply = self.fails_with(
            "ValidationException", self.client.create_backup, TableName="Unbuilt", BackupName="nightly")
        self.assertIn("CreateBackup", reply["Error"]["Message"])

    def test_errors_an_application_meets(self):
        self.fails_with("ResourceNotFoundException", self.client.get_item, TableName="None", Key={"pk": {"S": "a"}})
        create_table(self.client, "Errors", {"pk": "S"})
        reply = self.fails_with("ValidationException", self.client.put_item, TableName="Errors", Item={"x": {"S": "a"}})
        self.assertEqual(
            reply["Error"]["Message"], "One or more parameter values were invalid: Missing the key pk in the item")
        self.fails_with(
            "ValidationException", self.client.put_item, TableName="Errors",
            Item={"pk": {"S": "a"}, "big": {"S": "x" * 410_000}})
        self.fails_with(
            "ValidationException", self.client.get_item, TableName="Errors", Key={"pk": {"N": "1"}})


if __name__ == "__main__":
    unittest.main()
