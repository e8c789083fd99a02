#include <QtTest/QTest>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestTags : public QObject {
    Q_OBJECT

private:
    static inline const std::string kArn =
        "'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/hash'";

private slots:
    void addsOverwritesAndRemoves()
    {
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(service.ask("ListTagsOfResource", "{" + kArn + "}"), std::string("{'Tags':[]}"));
        QCOMPARE(service.ask("TagResource",
                             "{" + kArn + ",'Tags':[{'Key':'b','Value':'1'},{'Key':'a','Value':'2'}]}"),
                 std::string());
        QCOMPARE(service.ask("TagResource", "{" + kArn + ",'Tags':[{'Key':'b','Value':'3'}]}"),
                 std::string());
        QCOMPARE(service.ask("ListTagsOfResource", "{" + kArn + "}"),
                 std::string("{'Tags':[{'Key':'a','Value':'2'},{'Key':'b','Value':'3'}]}"));
        QCOMPARE(service.ask("UntagResource", "{" + kArn + ",'TagKeys':['b','none']}"), std::string());
        QCOMPARE(service.ask("ListTagsOfResource", "{" + kArn + "}"),
                 std::string("{'Tags':[{'Key':'a','Value':'2'}]}"));
    }

    void listsInPages()
    {
        ServiceHarness service;
        service.makeHashTable();
        std::string tags;
        for (char key = 'a'; key <= 'k'; ++key)
            tags += (tags.empty() ? "" : ",") + std::string("{'Key':'") + key + "','Value':''}";
        service.must("TagResource", "{" + kArn + ",'Tags':[" + tags + "]}");
        const std::string first = service.ask("ListTagsOfResource", "{" + kArn + "}");
        QVERIFY(first.ends_with("'NextToken':'j'}"));
        QCOMPARE(service.ask("ListTagsOfResource", "{" + kArn + ",'NextToken':'j'}"),
                 std::string("{'Tags':[{'Key':'k','Value':''}]}"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("text");
        const QString arn = QString::fromStdString(kArn);
        QTest::newRow("no tag") << "TagResource" << arn + ",'Tags':[]"
                                << "ValidationException: Atleast one Tag needs to be provided as Input.";
        QTest::newRow("no key") << "UntagResource" << arn + ",'TagKeys':[]"
                                << "ValidationException: Atleast one Tag Key needs to be provided as Input.";
        QTest::newRow("reserved") << "TagResource" << arn + ",'Tags':[{'Key':'aws:x','Value':''}]"
                                  << "ValidationException: Tag Key cannot be prefixed with aws:, Key: aws:x";
        QTest::newRow("twice")
            << "TagResource" << arn + ",'Tags':[{'Key':'x','Value':''},{'Key':'x','Value':''}]"
            << "ValidationException: Duplicate Tag Keys provided as input: Duplicate Tag Key found x";
        QTest::newRow("no ARN")
            << "ListTagsOfResource"
            << "'ResourceArn':'hash'"
            << "ValidationException: One or more parameter values were invalid: ARNs must start with 'arn:': "
               "hash";
        QTest::newRow("unknown") << "ListTagsOfResource"
                                 << "'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/none'"
                                 << "ResourceNotFoundException: Requested resource not found: ResourceArn: "
                                    "arn:aws:dynamodb:us-east-1:000000000000:table/none not found";
        QTest::newRow("index") << "ListTagsOfResource"
                               << "'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/hash/index/i'"
                               << "ValidationException: One or more parameter values were invalid: Invalid "
                                  "resource arn provided, "
                                  "only table or stream is accepted. Provided resource arn: "
                                  "arn:aws:dynamodb:us-east-1:000000000000:table/hash/index/i";
    }
    void refuses()
    {
        QFETCH(const QString, operation);
        QFETCH(const QString, request);
        QFETCH(const QString, text);
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(
            QString::fromStdString(service.ask(operation.toStdString(), "{" + request.toStdString() + "}")),
            text);
    }

    void holdsAtMostFifty()
    {
        ServiceHarness service;
        service.makeHashTable();
        std::string tags;
        for (int i = 0; i < 51; ++i)
            tags += (i ? "," : "") + std::string("{'Key':'") + std::to_string(i) + "','Value':''}";
        QCOMPARE(service.ask("TagResource", "{" + kArn + ",'Tags':[" + tags + "]}"),
                 std::string("LimitExceededException: Number of Tags exceed the current limit for the "
                             "provided ResourceArn"));
        QCOMPARE(service.ask("ListTagsOfResource", "{" + kArn + "}"), std::string("{'Tags':[]}"));
    }
};

QTEST_GUILESS_MAIN(TestTags)
#include "tst_tags.moc"
