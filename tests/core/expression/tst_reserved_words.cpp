#include "expression/reserved_words.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace stator::expression;

class TestReservedWords : public QObject {
    Q_OBJECT

private slots:
    // Runs in the source root, where the list is.
    void knowsEveryWordOfTheListInAnyCase()
    {
        QFile list("core/expression/reserved_words.txt");
        QVERIFY(list.open(QIODevice::ReadOnly));
        const QList<QByteArray> words = list.readAll().split('\n');
        int count = 0;
        for (const QByteArray &word : words) {
            if (word.isEmpty())
                continue;
            ++count;
            QVERIFY2(isReservedWord(word.toStdString()), word.constData());
            QVERIFY2(isReservedWord(word.toLower().toStdString()), word.constData());
            QVERIFY2(!isReservedWord(word.toStdString() + "_"), word.constData());
        }
        QCOMPARE(count, 573);
    }

    void otherNamesAreFree()
    {
        for (const char *name : {"pk", "sk", "a", "customer", "", "statuses"})
            QVERIFY2(!isReservedWord(name), name);
        QVERIFY(!isReservedWord(std::string(1000, 'A')));
    }
};

QTEST_GUILESS_MAIN(TestReservedWords)
#include "tst_reserved_words.moc"
