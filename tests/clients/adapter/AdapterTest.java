// The Kinesis Client Library's DynamoDB Streams adapter, unmodified, against the endpoint in STATOR_URL: it keeps its
// leases in a table, follows shards from parents to children, and hands out every record once, in order.
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.cloudwatch.AmazonCloudWatch;
import com.amazonaws.services.cloudwatch.AmazonCloudWatchClientBuilder;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreams;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreamsClientBuilder;
import com.amazonaws.services.dynamodbv2.model.*;
import com.amazonaws.services.dynamodbv2.streamsadapter.AmazonDynamoDBStreamsAdapterClient;
import com.amazonaws.services.dynamodbv2.streamsadapter.StreamsWorkerFactory;
import com.amazonaws.services.dynamodbv2.streamsadapter.model.RecordAdapter;
import com.amazonaws.services.kinesis.clientlibrary.interfaces.v2.IRecordProcessor;
import com.amazonaws.services.kinesis.clientlibrary.interfaces.v2.IRecordProcessorFactory;
import com.amazonaws.services.kinesis.clientlibrary.lib.worker.InitialPositionInStream;
import com.amazonaws.services.kinesis.clientlibrary.lib.worker.KinesisClientLibConfiguration;
import com.amazonaws.services.kinesis.clientlibrary.lib.worker.ShutdownReason;
import com.amazonaws.services.kinesis.clientlibrary.lib.worker.Worker;
import com.amazonaws.services.kinesis.clientlibrary.types.InitializationInput;
import com.amazonaws.services.kinesis.clientlibrary.types.ProcessRecordsInput;
import com.amazonaws.services.kinesis.clientlibrary.types.ShutdownInput;
import com.amazonaws.services.kinesis.metrics.interfaces.MetricsLevel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.*;
import java.util.concurrent.*;

public class AdapterTest {
    private static final String TABLE = "Orders";
    private static final int ITEMS = 60;

    // By item: what was told of it, in the order it came.
    private static final Map<String, List<Integer>> told = new ConcurrentHashMap<>();
    private static final Set<String> numbers = ConcurrentHashMap.newKeySet();
    private static final Set<String> shards = ConcurrentHashMap.newKeySet();
    private static final Set<String> ended = ConcurrentHashMap.newKeySet();

    private static final class Processor implements IRecordProcessor {
        private String shard;

        public void initialize(InitializationInput input) {
            shard = input.getShardId();
            shards.add(shard);
        }

        public void processRecords(ProcessRecordsInput input) {
            for (var each : input.getRecords()) {
                StreamRecord change = ((RecordAdapter) each).getInternalObject().getDynamodb();
                if (!numbers.add(change.getSequenceNumber()))
                    continue; // the library promises at least once
                told.computeIfAbsent(change.getKeys().get("id").getS(), id -> Collections.synchronizedList(new ArrayList<>()))
                        .add(Integer.valueOf(change.getNewImage().get("n").getN()));
            }
            checkpoint(input.getCheckpointer());
        }

        public void shutdown(ShutdownInput input) {
            if (input.getShutdownReason() != ShutdownReason.TERMINATE)
                return;
            ended.add(shard);
            checkpoint(input.getCheckpointer());
        }

        private static void checkpoint(com.amazonaws.services.kinesis.clientlibrary.interfaces.IRecordProcessorCheckpointer to) {
            try {
                to.checkpoint();
            } catch (Exception problem) {
                throw new IllegalStateException(problem);
            }
        }
    }

    private static final BasicAWSCredentials KEYS = new BasicAWSCredentials("local", "local");
    private static final EndpointConfiguration ENDPOINT = new EndpointConfiguration(System.getenv("STATOR_URL"), "us-east-1");

    public static void main(String[] arguments) throws Exception {
        var credentials = new AWSStaticCredentialsProvider(KEYS);
        AmazonDynamoDB tables = AmazonDynamoDBClientBuilder.standard().withEndpointConfiguration(ENDPOINT).withCredentials(credentials).build();
        AmazonDynamoDBStreams streams = AmazonDynamoDBStreamsClientBuilder.standard().withEndpointConfiguration(ENDPOINT).withCredentials(credentials).build();
        AmazonCloudWatch metrics = AmazonCloudWatchClientBuilder.standard().withEndpointConfiguration(ENDPOINT).withCredentials(credentials).build();
        tables.createTable(new CreateTableRequest()
                .withTableName(TABLE)
                .withAttributeDefinitions(new AttributeDefinition("id", ScalarAttributeType.S))
                .withKeySchema(new KeySchemaElement("id", KeyType.HASH))
                .withProvisionedThroughput(new ProvisionedThroughput(10L, 1900L))
                .withStreamSpecification(new StreamSpecification().withStreamEnabled(true).withStreamViewType(StreamViewType.NEW_IMAGE)));
        waitFor("the table", () -> tables.describeTable(TABLE).getTable().getTableStatus().equals("ACTIVE"));
        String arn = tables.describeTable(TABLE).getTable().getLatestStreamArn();
        write(tables, 0, 5);

        var configuration = new KinesisClientLibConfiguration("stator-adapter-test", arn, credentials, "worker")
                .withInitialPositionInStream(InitialPositionInStream.TRIM_HORIZON)
                .withMaxRecords(1000)
                .withIdleTimeBetweenReadsInMillis(100)
                .withParentShardPollIntervalMillis(200)
                .withShardSyncIntervalMillis(500)
                .withFailoverTimeMillis(3000)
                .withMetricsLevel(MetricsLevel.NONE);
        IRecordProcessorFactory factory = Processor::new;
        Worker worker = StreamsWorkerFactory.createDynamoDbStreamsWorker(
                factory, configuration, new AmazonDynamoDBStreamsAdapterClient(streams), tables, metrics);
        Thread running = new Thread(worker);
        running.start();
        try {
            waitFor("the first writes", () -> numbers.size() == ITEMS * 5);
            // The shards turn over; the library finishes the parents and goes on with their children.
            advanceClock(4 * 3600 + 1);
            waitFor("the children", () -> streams.describeStream(new DescribeStreamRequest().withStreamArn(arn))
                    .getStreamDescription().getShards().size() == 4);
            write(tables, 5, 10);
            waitFor("the later writes", () -> numbers.size() == ITEMS * 10);
        } finally {
            worker.startGracefulShutdown().get(60, TimeUnit.SECONDS);
            running.join(60_000);
        }
        if (shards.size() != 4 || ended.size() != 2)
            throw new AssertionError("shards " + shards + ", ended " + ended);
        List<Integer> all = new ArrayList<>();
        for (int n = 0; n < 10; ++n)
            all.add(n);
        for (var item : told.entrySet())
            if (!item.getValue().equals(all))
                throw new AssertionError(item.toString());
        if (told.size() != ITEMS)
            throw new AssertionError(told.size() + " items");
        System.out.println("passed");
        System.exit(0);
    }

    private static void write(AmazonDynamoDB tables, int from, int to) {
        for (int n = from; n < to; ++n)
            for (int id = 0; id < ITEMS; ++id)
                tables.putItem(TABLE, Map.of("id", new AttributeValue("item" + id),
                        "n", new AttributeValue().withN(Integer.toString(n))));
    }

    private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.call()) {
            if (System.nanoTime() > end)
                throw new AssertionError("waited in vain for " + what + ": " + numbers.size() + " records, shards " + shards);
            Thread.sleep(50);
        }
    }

    private static void advanceClock(int seconds) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(System.getenv("STATOR_URL")))
                .header("X-Amz-Target", "Stator_20261101.AdvanceClock")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Date", "20261101T000000Z")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=local/20261101/us-east-1/dynamodb/aws4_request, "
                        + "SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString("{\"Seconds\":" + seconds + "}"))
                .build();
        var reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() != 200)
            throw new AssertionError(reply.body());
    }
}
