// The Go SDK v2 against the endpoint in STATOR_URL, and against a line that fails now and then.
package clients

import (
	"context"
	"errors"
	"fmt"
	"os"
	"reflect"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

type account struct {
	Owner   string         `dynamodbav:"owner"`
	Number  int            `dynamodbav:"number"`
	Balance int            `dynamodbav:"balance"`
	State   string         `dynamodbav:"state"`
	Tags    []string       `dynamodbav:"tags,stringset"`
	Limits  map[string]int `dynamodbav:"limits"`
	Key     []byte         `dynamodbav:"fingerprint"`
	Notes   []*string      `dynamodbav:"notes"`
}

var accounts = aws.String("Accounts")

func clientFor(variable string) *dynamodb.Client {
	return dynamodb.New(dynamodb.Options{
		Region:       "us-east-1",
		BaseEndpoint: aws.String(os.Getenv(variable)),
		Credentials:  credentials.NewStaticCredentialsProvider("local", "local", ""),
	})
}

func must[T any](t *testing.T) func(value T, err error) T {
	t.Helper()
	return func(value T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func equal(t *testing.T, got, wanted any) {
	t.Helper()
	if !reflect.DeepEqual(got, wanted) {
		t.Fatalf("got %#v, wanted %#v", got, wanted)
	}
}

func keyOf(owner string, number int) map[string]types.AttributeValue {
	return map[string]types.AttributeValue{
		"owner":  &types.AttributeValueMemberS{Value: owner},
		"number": &types.AttributeValueMemberN{Value: fmt.Sprint(number)},
	}
}

func TestAnApplicationsDay(t *testing.T) {
	ctx := context.Background()
	client := clientFor("STATOR_URL")

	must[*dynamodb.CreateTableOutput](t)(client.CreateTable(ctx, &dynamodb.CreateTableInput{
		TableName:   accounts,
		BillingMode: types.BillingModePayPerRequest,
		AttributeDefinitions: []types.AttributeDefinition{
			{AttributeName: aws.String("owner"), AttributeType: types.ScalarAttributeTypeS},
			{AttributeName: aws.String("number"), AttributeType: types.ScalarAttributeTypeN},
			{AttributeName: aws.String("state"), AttributeType: types.ScalarAttributeTypeS},
		},
		KeySchema: []types.KeySchemaElement{
			{AttributeName: aws.String("owner"), KeyType: types.KeyTypeHash},
			{AttributeName: aws.String("number"), KeyType: types.KeyTypeRange},
		},
		GlobalSecondaryIndexes: []types.GlobalSecondaryIndex{{
			IndexName:  aws.String("byState"),
			KeySchema:  []types.KeySchemaElement{{AttributeName: aws.String("state"), KeyType: types.KeyTypeHash}},
			Projection: &types.Projection{ProjectionType: types.ProjectionTypeKeysOnly},
		}},
	}))
	if err := dynamodb.NewTableExistsWaiter(client).Wait(
		ctx, &dynamodb.DescribeTableInput{TableName: accounts}, 20*time.Second); err != nil {
		t.Fatal(err)
	}

	write(ctx, t, client)
	query(ctx, t, client)
	update(ctx, t, client)
	transact(ctx, t, client)
	meetErrors(ctx, t, client)

	must[*dynamodb.DeleteTableOutput](t)(client.DeleteTable(ctx, &dynamodb.DeleteTableInput{TableName: accounts}))
	if err := dynamodb.NewTableNotExistsWaiter(client).Wait(
		ctx, &dynamodb.DescribeTableInput{TableName: accounts}, 20*time.Second); err != nil {
		t.Fatal(err)
	}
}

func write(ctx context.Context, t *testing.T, client *dynamodb.Client) {
	note := "überprüft"
	for start := 0; start < 100; start += 25 {
		var requests []types.WriteRequest
		for number := start; number < start+25; number++ {
			item := must[map[string]types.AttributeValue](t)(attributevalue.MarshalMap(account{
				Owner: "ada", Number: number, Balance: 100, State: []string{"open", "closed"}[number%2],
				Tags: []string{"a", "b"}, Limits: map[string]int{"day": number}, Key: []byte{0, 255},
				Notes: []*string{&note, nil},
			}))
			requests = append(requests, types.WriteRequest{PutRequest: &types.PutRequest{Item: item}})
		}
		reply := must[*dynamodb.BatchWriteItemOutput](t)(client.BatchWriteItem(ctx,
			&dynamodb.BatchWriteItemInput{RequestItems: map[string][]types.WriteRequest{*accounts: requests}}))
		equal(t, len(reply.UnprocessedItems), 0)
	}
	got := must[*dynamodb.GetItemOutput](t)(client.GetItem(ctx, &dynamodb.GetItemInput{
		TableName: accounts, Key: keyOf("ada", 7), ConsistentRead: aws.Bool(true)}))
	var read account
	if err := attributevalue.UnmarshalMap(got.Item, &read); err != nil {
		t.Fatal(err)
	}
	equal(t, read, account{Owner: "ada", Number: 7, Balance: 100, State: "closed", Tags: []string{"a", "b"},
		Limits: map[string]int{"day": 7}, Key: []byte{0, 255}, Notes: []*string{&note, nil}})
}

func query(ctx context.Context, t *testing.T, client *dynamodb.Client) {
	pages := dynamodb.NewQueryPaginator(client, &dynamodb.QueryInput{
		TableName:                accounts,
		KeyConditionExpression:   aws.String("#o = :owner AND #n BETWEEN :from AND :to"),
		FilterExpression:         aws.String("limits.#d > :limit"),
		ExpressionAttributeNames: map[string]string{"#o": "owner", "#n": "number", "#d": "day"},
		ExpressionAttributeValues: map[string]types.AttributeValue{
			":owner": &types.AttributeValueMemberS{Value: "ada"}, ":from": &types.AttributeValueMemberN{Value: "10"},
			":to": &types.AttributeValueMemberN{Value: "60"}, ":limit": &types.AttributeValueMemberN{Value: "20"},
		},
		Limit: aws.Int32(7),
	})
	next, rounds := 21, 0
	for pages.HasMorePages() {
		page := must[*dynamodb.QueryOutput](t)(pages.NextPage(ctx))
		rounds++
		for _, item := range page.Items {
			equal(t, item["number"], &types.AttributeValueMemberN{Value: fmt.Sprint(next)})
			next++
		}
	}
	equal(t, next, 61)
	equal(t, rounds, 8)
	index := must[*dynamodb.QueryOutput](t)(client.Query(ctx, &dynamodb.QueryInput{
		TableName: accounts, IndexName: aws.String("byState"), Select: types.SelectCount,
		KeyConditionExpression:    aws.String("#s = :open"),
		ExpressionAttributeNames:  map[string]string{"#s": "state"},
		ExpressionAttributeValues: map[string]types.AttributeValue{":open": &types.AttributeValueMemberS{Value: "open"}},
		ReturnConsumedCapacity:    types.ReturnConsumedCapacityTotal,
	}))
	equal(t, index.Count, int32(50))
	if *index.ConsumedCapacity.CapacityUnits <= 0 {
		t.Fatal("no capacity consumed")
	}
}

func update(ctx context.Context, t *testing.T, client *dynamodb.Client) {
	input := &dynamodb.UpdateItemInput{
		TableName: accounts, Key: keyOf("ada", 1),
		UpdateExpression:    aws.String("SET balance = balance - :sum, seen = if_not_exists(seen, :now) DELETE tags :gone"),
		ConditionExpression: aws.String("balance >= :sum"),
		ExpressionAttributeValues: map[string]types.AttributeValue{
			":sum": &types.AttributeValueMemberN{Value: "60"}, ":now": &types.AttributeValueMemberS{Value: "today"},
			":gone": &types.AttributeValueMemberSS{Value: []string{"a"}},
		},
		ReturnValues:                        types.ReturnValueUpdatedNew,
		ReturnValuesOnConditionCheckFailure: types.ReturnValuesOnConditionCheckFailureAllOld,
	}
	reply := must[*dynamodb.UpdateItemOutput](t)(client.UpdateItem(ctx, input))
	equal(t, reply.Attributes, map[string]types.AttributeValue{
		"balance": &types.AttributeValueMemberN{Value: "40"}, "seen": &types.AttributeValueMemberS{Value: "today"},
		"tags": &types.AttributeValueMemberSS{Value: []string{"b"}},
	})
	_, err := client.UpdateItem(ctx, input)
	var failed *types.ConditionalCheckFailedException
	if !errors.As(err, &failed) {
		t.Fatalf("got %v", err)
	}
	equal(t, failed.ErrorMessage(), "The conditional request failed")
	equal(t, failed.Item["balance"], &types.AttributeValueMemberN{Value: "40"})
}

func transfer(from, to int, sum string) *dynamodb.TransactWriteItemsInput {
	move := func(number int, sign, condition string) types.TransactWriteItem {
		return types.TransactWriteItem{Update: &types.Update{
			TableName: accounts, Key: keyOf("ada", number),
			UpdateExpression: aws.String("SET balance = balance " + sign + " :sum"), ConditionExpression: aws.String(condition),
			ExpressionAttributeValues: map[string]types.AttributeValue{":sum": &types.AttributeValueMemberN{Value: sum}},
		}}
	}
	return &dynamodb.TransactWriteItemsInput{
		TransactItems:      []types.TransactWriteItem{move(from, "-", "balance >= :sum"), move(to, "+", "attribute_exists(balance) AND :sum = :sum")},
		ClientRequestToken: aws.String("transfer-" + sum),
	}
}

func transact(ctx context.Context, t *testing.T, client *dynamodb.Client) {
	for range [2]int{} { // the token makes the second one a repetition
		must[*dynamodb.TransactWriteItemsOutput](t)(client.TransactWriteItems(ctx, transfer(2, 3, "30")))
	}
	_, err := client.TransactWriteItems(ctx, transfer(2, 3, "90"))
	var cancelled *types.TransactionCanceledException
	if !errors.As(err, &cancelled) {
		t.Fatalf("got %v", err)
	}
	equal(t, *cancelled.CancellationReasons[0].Code, "ConditionalCheckFailed")
	equal(t, *cancelled.CancellationReasons[1].Code, "None")
	both := must[*dynamodb.TransactGetItemsOutput](t)(client.TransactGetItems(ctx, &dynamodb.TransactGetItemsInput{
		TransactItems: []types.TransactGetItem{
			{Get: &types.Get{TableName: accounts, Key: keyOf("ada", 2), ProjectionExpression: aws.String("balance")}},
			{Get: &types.Get{TableName: accounts, Key: keyOf("ada", 3), ProjectionExpression: aws.String("balance")}},
		},
	}))
	equal(t, both.Responses[0].Item, map[string]types.AttributeValue{"balance": &types.AttributeValueMemberN{Value: "70"}})
	equal(t, both.Responses[1].Item, map[string]types.AttributeValue{"balance": &types.AttributeValueMemberN{Value: "130"}})
}

func meetErrors(ctx context.Context, t *testing.T, client *dynamodb.Client) {
	_, err := client.GetItem(ctx, &dynamodb.GetItemInput{TableName: aws.String("Missing"), Key: keyOf("ada", 1)})
	var missing *types.ResourceNotFoundException
	if !errors.As(err, &missing) {
		t.Fatalf("got %v", err)
	}
	_, err = client.PutItem(ctx, &dynamodb.PutItemInput{
		TableName: accounts, Item: map[string]types.AttributeValue{"owner": &types.AttributeValueMemberS{Value: "ada"}}})
	var coded interface{ ErrorCode() string }
	if !errors.As(err, &coded) || coded.ErrorCode() != "ValidationException" {
		t.Fatalf("got %v", err)
	}
}

func TestRetriesOnABadLine(t *testing.T) {
	ctx := context.Background()
	client := clientFor("STATOR_FLAKY_URL")
	table := aws.String("Line")
	must[*dynamodb.CreateTableOutput](t)(client.CreateTable(ctx, &dynamodb.CreateTableInput{
		TableName:            table,
		BillingMode:          types.BillingModePayPerRequest,
		AttributeDefinitions: []types.AttributeDefinition{{AttributeName: aws.String("pk"), AttributeType: types.ScalarAttributeTypeN}},
		KeySchema:            []types.KeySchemaElement{{AttributeName: aws.String("pk"), KeyType: types.KeyTypeHash}},
	}))
	// Answers when the table is there.
	must[*dynamodb.DescribeTableOutput](t)(client.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: table}))
	for number := 0; number < 20; number++ {
		must[*dynamodb.PutItemOutput](t)(client.PutItem(ctx, &dynamodb.PutItemInput{TableName: table,
			Item: map[string]types.AttributeValue{"pk": &types.AttributeValueMemberN{Value: fmt.Sprint(number)}}}))
	}
	counted := must[*dynamodb.ScanOutput](t)(client.Scan(ctx, &dynamodb.ScanInput{TableName: table, Select: types.SelectCount}))
	equal(t, counted.Count, int32(20))
}
