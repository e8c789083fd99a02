// The Java SDK v2 against the endpoint in STATOR_URL, and against a line that fails now and then.
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.*;

public class SdkTest {
    private static final String TABLE = "Orders";

    public static void main(String[] arguments) {
        try (DynamoDbClient client = clientFor("STATOR_URL")) {
            createTable(client);
            write(client);
            query(client);
            update(client);
            transact(client);
            meetErrors(client);
            deleteTable(client);
        }
        try (DynamoDbClient client = clientFor("STATOR_FLAKY_URL")) {
            retryOnABadLine(client);
        }
        System.out.println("passed");
    }

    private static DynamoDbClient clientFor(String variable) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(System.getenv(variable)))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static void equal(Object got, Object wanted) {
        if (!Objects.equals(got, wanted))
            throw new AssertionError("got " + got + ", wanted " + wanted);
    }

    private static <E extends Exception> E fails(Class<E> kind, Runnable call) {
        try {
            call.run();
        } catch (Exception exception) {
            if (kind.isInstance(exception))
                return kind.cast(exception);
            throw new AssertionError("another exception than " + kind, exception);
        }
        throw new AssertionError("no " + kind);
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static Map<String, AttributeValue> key(String customer, long order) {
        return Map.of("customer", text(customer), "order", number(order));
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }

    private static KeySchemaElement element(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static void createTable(DynamoDbClient client) {
        client.createTable(request -> request
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("customer", ScalarAttributeType.S),
                        attribute("order", ScalarAttributeType.N), attribute("state", ScalarAttributeType.S))
                .keySchema(element("customer", KeyType.HASH), element("order", KeyType.RANGE))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("byState")
                        .keySchema(element("state", KeyType.HASH), element("order", KeyType.RANGE))
                        .projection(projection -> projection.projectionType(ProjectionType.ALL))
                        .build()));
        TableDescription table =
                client.waiter().waitUntilTableExists(request -> request.tableName(TABLE)).matched().response().get().table();
        equal(table.tableStatus(), TableStatus.ACTIVE);
        equal(table.globalSecondaryIndexes().get(0).indexStatus(), IndexStatus.ACTIVE);
    }

    private static Map<String, AttributeValue> order(int number) {
        return Map.of(
                "customer", text("ada"), "order", number(number), "state", text(number % 2 == 0 ? "open" : "sent"),
                "amount", number(number * 10L), "labels", AttributeValue.fromSs(List.of("a", "b")),
                "entries", AttributeValue.fromL(List.of(text("Größe 日本"), AttributeValue.fromNul(true))),
                "address", AttributeValue.fromM(Map.of("city", text("London"), "checked", AttributeValue.fromBool(true))),
                "signature", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 16})));
    }

    private static void write(DynamoDbClient client) {
        for (int start = 0; start < 100; start += 25) {
            List<WriteRequest> puts = IntStream.range(start, start + 25)
                    .mapToObj(number -> WriteRequest.builder().putRequest(put -> put.item(order(number))).build())
                    .toList();
            BatchWriteItemResponse reply = client.batchWriteItem(request -> request.requestItems(Map.of(TABLE, puts)));
            equal(reply.unprocessedItems(), Map.of());
        }
        equal(client.getItem(request -> request.tableName(TABLE).key(key("ada", 7)).consistentRead(true)).item(), order(7));
        equal(client.getItem(request -> request.tableName(TABLE).key(key("nobody", 7))).hasItem(), false);
    }

    private static void query(DynamoDbClient client) {
        List<Long> seen = new ArrayList<>();
        int pages = 0;
        for (QueryResponse page : client.queryPaginator(request -> request
                .tableName(TABLE)
                .keyConditionExpression("customer = :c AND #o BETWEEN :from AND :to")
                .filterExpression("amount > :limit AND address.city = :city")
                .expressionAttributeNames(Map.of("#o", "order"))
                .expressionAttributeValues(Map.of(":c", text("ada"), ":from", number(10), ":to", number(60),
                        ":limit", number(200), ":city", text("London")))
                .scanIndexForward(false)
                .limit(7))) {
            pages++;
            page.items().forEach(item -> seen.add(Long.parseLong(item.get("order").n())));
        }
        equal(seen, IntStream.rangeClosed(21, 60).mapToObj(each -> 81L - each).toList());
        equal(pages, 8);
        QueryResponse open = client.query(request -> request
                .tableName(TABLE).indexName("byState").select(Select.COUNT)
                .keyConditionExpression("#s = :s AND #o < :o")
                .expressionAttributeNames(Map.of("#s", "state", "#o", "order"))
                .expressionAttributeValues(Map.of(":s", text("open"), ":o", number(50)))
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES));
        equal(open.count(), 25);
        equal(open.consumedCapacity().globalSecondaryIndexes().keySet(), java.util.Set.of("byState"));
        equal(client.scanPaginator(request -> request.tableName(TABLE).limit(9)).items().stream().count(), 100L);
    }

    private static UpdateItemRequest payment(long order, long sum) {
        return UpdateItemRequest.builder()
                .tableName(TABLE).key(key("ada", order))
                .updateExpression("SET amount = amount - :sum, entries[1] = :line REMOVE signature ADD labels :new")
                .conditionExpression("amount >= :sum AND NOT contains(labels, :label)")
                .expressionAttributeValues(Map.of(":sum", number(sum), ":line", text("paid"), ":label", text("paid"),
                        ":new", AttributeValue.fromSs(List.of("paid"))))
                .returnValues(ReturnValue.UPDATED_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private static void update(DynamoDbClient client) {
        Map<String, AttributeValue> updated = client.updateItem(payment(9, 40)).attributes();
        equal(updated.get("amount"), number(50));
        equal(java.util.Set.copyOf(updated.get("labels").ss()), java.util.Set.of("a", "b", "paid"));
        equal(updated.containsKey("signature"), false);
        ConditionalCheckFailedException failed =
                fails(ConditionalCheckFailedException.class, () -> client.updateItem(payment(9, 40)));
        equal(failed.awsErrorDetails().errorMessage(), "The conditional request failed");
        equal(failed.item().get("amount"), number(50));
        equal(client.deleteItem(request -> request.tableName(TABLE).key(key("ada", 99)).returnValues(ReturnValue.ALL_OLD))
                .attributes(), order(99));
    }

    private static TransactWriteItem move(long order, String sign, String condition, long sum) {
        return TransactWriteItem.builder().update(update -> update
                .tableName(TABLE).key(key("ada", order))
                .updateExpression("SET amount = amount " + sign + " :sum")
                .conditionExpression(condition)
                .expressionAttributeValues(Map.of(":sum", number(sum)))).build();
    }

    private static void transact(DynamoDbClient client) {
        for (int again = 0; again < 2; ++again) // the token makes the second one a repetition
            client.transactWriteItems(request -> request
                    .transactItems(move(10, "-", "amount >= :sum", 30), move(11, "+", "amount <> :sum", 30))
                    .clientRequestToken("thirty"));
        TransactionCanceledException cancelled = fails(TransactionCanceledException.class,
                () -> client.transactWriteItems(request -> request
                        .transactItems(move(11, "+", "amount <> :sum", 500), move(10, "-", "amount >= :sum", 500))));
        equal(cancelled.cancellationReasons().stream().map(CancellationReason::code).toList(),
                List.of("None", "ConditionalCheckFailed"));
        List<ItemResponse> both = client.transactGetItems(request -> request.transactItems(
                TransactGetItem.builder().get(get -> get.tableName(TABLE).key(key("ada", 10))).build(),
                TransactGetItem.builder().get(get -> get.tableName(TABLE).key(key("ada", 11))).build())).responses();
        equal(both.get(0).item().get("amount"), number(70));
        equal(both.get(1).item().get("amount"), number(140));
    }

    private static void meetErrors(DynamoDbClient client) {
        fails(ResourceNotFoundException.class,
                () -> client.getItem(request -> request.tableName("Missing").key(key("ada", 1))));
        DynamoDbException invalid = fails(DynamoDbException.class,
                () -> client.putItem(request -> request.tableName(TABLE).item(Map.of("customer", text("ada")))));
        equal(invalid.awsErrorDetails().errorCode(), "ValidationException");
        equal(invalid.awsErrorDetails().errorMessage(),
                "One or more parameter values were invalid: Missing the key order in the item");
        equal(invalid.requestId().length(), 52);
    }

    private static void deleteTable(DynamoDbClient client) {
        client.deleteTable(request -> request.tableName(TABLE));
        client.waiter().waitUntilTableNotExists(request -> request.tableName(TABLE));
        equal(client.listTables().tableNames(), List.of());
    }

    private static void retryOnABadLine(DynamoDbClient client) {
        client.createTable(request -> request
                .tableName("Line").billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("pk", ScalarAttributeType.N)).keySchema(element("pk", KeyType.HASH)));
        client.describeTable(request -> request.tableName("Line")); // answers when the table is there
        for (int number = 0; number < 20; ++number) {
            Map<String, AttributeValue> item = Map.of("pk", number(number));
            client.putItem(request -> request.tableName("Line").item(item));
        }
        equal(client.scan(request -> request.tableName("Line").select(Select.COUNT)).count(), 20);
    }
}
