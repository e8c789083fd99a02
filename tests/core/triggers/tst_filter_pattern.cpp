// The event-filtering language: which records a pattern takes, and which patterns are none.
#include <QtTest/QTest>

#include "support/json_text.h"
#include "triggers/filter_pattern.h"

using namespace stator;
using namespace stator::triggers;

namespace {

const std::string kRecord = tests::jsonText(
    "{'eventID':'1','eventName':'MODIFY','dynamodb':{'ApproximateCreationDateTime':1700000000,"
    "'Keys':{'pk':{'S':'order#1'}},'NewImage':{'pk':{'S':'order#1'},'price':{'N':'12.5'},'isPaid':{'BOOL':true},"
    "'note':{'NULL':true},'empty':{'S':''},'City':{'S':'Paris'},'tags':{'SS':['new','vip']},"
    "'lines':{'L':[{'S':'a'},{'M':{'sku':{'S':'x-1'}}}]}},"
    "'OldImage':{'pk':{'S':'order#1'},'price':{'N':'10'}},'SequenceNumber':'111','SizeBytes':26,"
    "'StreamViewType':'NEW_AND_OLD_IMAGES'},'nothing':null}");

} // namespace

class TestFilterPattern : public QObject {
    Q_OBJECT

private slots:
    void matches_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isTaken");
        const auto row = [](const char *name, const char *pattern, bool isTaken) {
            QTest::newRow(name) << QString(pattern) << isTaken;
        };
        row("equal text", "{'eventName':['MODIFY']}", true);
        row("another text", "{'eventName':['INSERT']}", false);
        row("one of several", "{'eventName':['INSERT','MODIFY']}", true);
        row("all fields", "{'eventName':['MODIFY'],'eventID':['2']}", false);
        row("down the path", "{'dynamodb':{'Keys':{'pk':{'S':['order#1']}}}}", true);
        row("a number is text in an image", "{'dynamodb':{'NewImage':{'price':{'N':['12.5']}}}}", true);
        row("and never a number", "{'dynamodb':{'NewImage':{'price':{'N':[12.5]}}}}", false);
        row("nor in a range", "{'dynamodb':{'NewImage':{'price':{'N':[{'numeric':['>',1]}]}}}}", false);
        row("a boolean", "{'dynamodb':{'NewImage':{'isPaid':{'BOOL':[true]}}}}", true);
        row("the other boolean", "{'dynamodb':{'NewImage':{'isPaid':{'BOOL':[false]}}}}", false);
        row("empty", "{'dynamodb':{'NewImage':{'empty':{'S':['']}}}}", true);
        row("not empty", "{'dynamodb':{'NewImage':{'City':{'S':['']}}}}", false);
        row("null", "{'nothing':[null]}", true);
        row("null is not absent", "{'missing':[null]}", false);
        row("number", "{'dynamodb':{'SizeBytes':[26]}}", true);
        row("numeric equal", "{'dynamodb':{'SizeBytes':[{'numeric':['=',26]}]}}", true);
        row("numeric range", "{'dynamodb':{'SizeBytes':[{'numeric':['>',25,'<=',26]}]}}", true);
        row("numeric out of range", "{'dynamodb':{'SizeBytes':[{'numeric':['>=',0,'<',26]}]}}", false);
        row("prefix", "{'dynamodb':{'Keys':{'pk':{'S':[{'prefix':'order#'}]}}}}", true);
        row("another prefix", "{'dynamodb':{'Keys':{'pk':{'S':[{'prefix':'user#'}]}}}}", false);
        row("suffix", "{'dynamodb':{'Keys':{'pk':{'S':[{'suffix':'#1'}]}}}}", true);
        row("a suffix longer than the text", "{'eventID':[{'suffix':'11'}]}", false);
        row("ignoring case", "{'dynamodb':{'NewImage':{'City':{'S':[{'equals-ignore-case':'pARIS'}]}}}}", true);
        row("exists", "{'dynamodb':{'NewImage':{'price':{'N':[{'exists':true}]}}}}", true);
        row("exists asks for a leaf", "{'dynamodb':{'NewImage':{'price':[{'exists':true}]}}}", false);
        row("does not exist", "{'dynamodb':{'NewImage':{'discount':{'N':[{'exists':false}]}}}}", true);
        row("exists after all", "{'dynamodb':{'NewImage':{'price':{'N':[{'exists':false}]}}}}", false);
        row("anything but a text", "{'eventName':[{'anything-but':'REMOVE'}]}", true);
        row("anything but some", "{'eventName':[{'anything-but':['REMOVE','MODIFY']}]}", false);
        row("anything but a number", "{'dynamodb':{'SizeBytes':[{'anything-but':[25,27]}]}}", true);
        row("anything but a prefix", "{'eventName':[{'anything-but':{'prefix':'MOD'}}]}", false);
        row("anything but a suffix", "{'eventName':[{'anything-but':{'suffix':'ERT'}}]}", true);
        row("anything but, whatever case", "{'eventName':[{'anything-but':{'equals-ignore-case':'modify'}}]}", false);
        row("anything but wants a field", "{'missing':[{'anything-but':'x'}]}", false);
        row("an element of a set", "{'dynamodb':{'NewImage':{'tags':{'SS':['vip']}}}}", true);
        row("no element of a set", "{'dynamodb':{'NewImage':{'tags':{'SS':['old']}}}}", false);
        row("inside a list", "{'dynamodb':{'NewImage':{'lines':{'L':{'M':{'sku':{'S':['x-1']}}}}}}}", true);
        row("or, first", "{'$or':[{'eventName':['MODIFY']},{'eventID':['9']}]}", true);
        row("or, second", "{'$or':[{'eventName':['INSERT']},{'eventID':['1']}]}", true);
        row("or, none", "{'$or':[{'eventName':['INSERT']},{'eventID':['9']}]}", false);
        row("or beside a field", "{'eventName':['INSERT'],'$or':[{'eventID':['1']},{'eventID':['9']}]}", false);
        row("or below a field", "{'dynamodb':{'$or':[{'SizeBytes':[1]},{'SequenceNumber':['111']}]}}", true);
    }

    void matches()
    {
        QFETCH(const QString, pattern);
        QFETCH(const bool, isTaken);
        const auto compiled = FilterPattern::compile(tests::jsonText(pattern.toStdString()));
        QVERIFY2(compiled.ok(), compiled.ok() ? "" : compiled.error().message.c_str());
        QCOMPARE(RecordMatcher().matches({*compiled}, kRecord), isTaken);
    }

    void oneOfSeveralPatternsIsEnough()
    {
        RecordMatcher matcher;
        const auto no = FilterPattern::compile(tests::jsonText("{'eventName':['REMOVE']}"));
        const auto yes = FilterPattern::compile(tests::jsonText("{'eventName':['MODIFY']}"));
        QVERIFY(matcher.matches({}, kRecord));
        QVERIFY(matcher.matches({*no, *yes}, kRecord));
        QVERIFY(!matcher.matches({*no}, kRecord));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const char *pattern, const char *reason) {
            QTest::newRow(name) << QString(pattern) << QString(reason);
        };
        row("no JSON", "{", "it is not valid JSON");
        row("no object", "['x']", "a pattern is a JSON object");
        row("nothing", "{}", "an object names at least one field");
        row("nothing below", "{'dynamodb':{}}", "at dynamodb: an object names at least one field");
        row("no array", "{'eventName':'MODIFY'}", "at eventName: a field takes an array of rules");
        row("empty array", "{'eventName':[]}", "at eventName: an empty array takes no record");
        row("array in an array", "{'eventName':[['MODIFY']]}", "an array holds rules, not arrays");
        row("unknown operator", "{'a':{'b':[{'wildcard':'x*'}]}}", "at a.b: there is no operator \"wildcard\"");
        row("two operators", "{'a':[{'prefix':'x','suffix':'y'}]}", "has one operator");
        row("prefix of a number", "{'a':[{'prefix':1}]}", "\"prefix\" takes a string");
        row("empty prefix", "{'a':[{'prefix':''}]}", "that is not empty");
        row("numeric without a number", "{'a':[{'numeric':['>','1']}]}", "\"numeric\" compares with a number");
        row("numeric operator", "{'a':[{'numeric':['!=',1]}]}", "operators of \"numeric\"");
        row("numeric of three", "{'a':[{'numeric':['>',1,'<']}]}", "\"numeric\" takes");
        row("numeric upside down", "{'a':[{'numeric':['<',1,'>',2]}]}", "lower bound first");
        row("numeric, nothing between", "{'a':[{'numeric':['>',2,'<',1]}]}", "below the upper one");
        row("exists what", "{'a':[{'exists':'yes'}]}", "\"exists\" takes true or false");
        row("anything but nothing", "{'a':[{'anything-but':[]}]}", "at least one value");
        row("anything but true", "{'a':[{'anything-but':true}]}", "strings and numbers");
        row("anything but exists", "{'a':[{'anything-but':{'exists':true}}]}", "knows no operator \"exists\"");
        row("or of one", "{'$or':[{'a':['x']}]}", "two or more patterns");
        row("or of texts", "{'$or':['a','b']}", "a pattern is a JSON object");
    }

    void refuses()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, reason);
        const auto compiled = FilterPattern::compile(tests::jsonText(pattern.toStdString()));
        QVERIFY(!compiled.ok());
        QVERIFY(compiled.error().code == ErrorCode::Validation);
        QVERIFY2(compiled.error().message.find(reason.toStdString()) != std::string::npos,
                 compiled.error().message.c_str());
    }

    void countsCharactersNotBytes()
    {
        const auto patternOf = [](std::size_t characters) {
            std::string text = tests::jsonText("{'a':['");
            const std::size_t around = text.size() + 3;
            for (std::size_t i = 0; i < characters - around; ++i)
                text += "ä";
            return text + tests::jsonText("']}");
        };
        QVERIFY(FilterPattern::compile(patternOf(4096)).ok());
        QVERIFY(!FilterPattern::compile(patternOf(4097)).ok());
    }

    void survivesDeepNesting()
    {
        std::string text;
        for (int i = 0; i < 200; ++i)
            text += tests::jsonText("{'a':");
        text += "[1]" + std::string(200, '}');
        const auto compiled = FilterPattern::compile(text);
        QVERIFY(!compiled.ok());
        QVERIFY(compiled.error().message.find("nested too deeply") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestFilterPattern)
#include "tst_filter_pattern.moc"
