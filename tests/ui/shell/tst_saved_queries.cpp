#include <QtTest/QTest>

#include <QTemporaryDir>

#include "shell/saved_queries.h"

using namespace stator::ui;

namespace {

Place query(const QString &text)
{
    Place place = Place::ofTable(QStringLiteral("local"), QStringLiteral("us-east-1"), QStringLiteral("Shop"));
    place.query = text;
    return place;
}

} // namespace

class TestSavedQueries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void keepsQueriesByTheirNames()
    {
        {
            QSettings settings(file(), QSettings::IniFormat);
            SavedQueries queries(settings);
            queries.save({QStringLiteral("open orders"), query(QStringLiteral("{\"key\":[\"ä=1&b\"]}"))});
            queries.save({QStringLiteral("All of Oslo"), query(QStringLiteral("{}"))});
            queries.save({QStringLiteral("open orders"), query(QStringLiteral("{\"key\":[\"2\"]}"))});
        }
        QSettings settings(file(), QSettings::IniFormat);
        const QList<SavedQuery> saved = SavedQueries(settings).saved();
        QCOMPARE(saved.size(), 2);
        QCOMPARE(saved.last().name, QStringLiteral("open orders"));
        QCOMPARE(saved.last().place, query(QStringLiteral("{\"key\":[\"2\"]}")));
        SavedQueries(settings).remove(QStringLiteral("open orders"));
        QCOMPARE(SavedQueries(settings).saved().size(), 1);
    }

    void remembersEachQueryOnceNewestFirst()
    {
        QSettings settings(file(), QSettings::IniFormat);
        SavedQueries queries(settings);
        for (const char *text : {"a", "b", "a"})
            queries.remember(query(QString::fromLatin1(text)));
        QCOMPARE(queries.history(), (QList<Place>{query(QStringLiteral("a")), query(QStringLiteral("b"))}));
        for (int i = 0; i < 300; ++i)
            queries.remember(query(QString::number(i)));
        QCOMPARE(queries.history().size(), 200);
        QCOMPARE(queries.history().first(), query(QStringLiteral("299")));
    }

private:
    QString file() const { return m_directory->filePath(QStringLiteral("window.ini")); }
    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(TestSavedQueries)
#include "tst_saved_queries.moc"
