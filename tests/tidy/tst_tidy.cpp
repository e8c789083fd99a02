// The house rules that a reader of the source can check: floors, borders, leftovers.
//
// Reads the files as text; it does not follow macros or includes made by the build.
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QTest>

namespace {

struct SourceFile {
    QString path; // from the root
    QString text;
};

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<SourceFile> sourcesBelow(const QStringList &folders, const QStringList &patterns)
{
    QList<SourceFile> files;
    for (const QString &folder : folders) {
        QDirIterator walk(folder, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = walk.next();
            // What a client test may have installed beside itself is not ours.
            if (path.contains(QStringLiteral("/node_modules/")))
                continue;
            files.append({path, contentOf(path)});
        }
    }
    return files;
}

QStringList includesOf(const QString &text)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    QStringList found;
    auto matches = include.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured(1));
    return found;
}

// module → the modules its CMakeLists.txt links.
QHash<QString, QStringList> declaredArrows()
{
    static const QRegularExpression link(QStringLiteral("stator::(\\w+)"));
    QHash<QString, QStringList> arrows;
    for (const QString &module : QDir(QStringLiteral("core")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QStringList below;
        auto matches = link.globalMatch(contentOf(QStringLiteral("core/%1/CMakeLists.txt").arg(module)));
        while (matches.hasNext())
            below.append(matches.next().captured(1));
        arrows.insert(module, below);
    }
    return arrows;
}

QSet<QString> reachableFrom(const QString &module, const QHash<QString, QStringList> &arrows)
{
    QSet<QString> reached{module};
    QStringList open{module};
    while (!open.isEmpty()) {
        for (const QString &next : arrows.value(open.takeLast())) {
            if (!reached.contains(next)) {
                reached.insert(next);
                open.append(next);
            }
        }
    }
    return reached;
}

QString moduleOf(const QString &path)
{
    return path.section(QLatin1Char('/'), 1, 1);
}

} // namespace

class TestTidy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(QStringLiteral("core/CMakeLists.txt")), "run from the root of the source tree");
        m_core = sourcesBelow({QStringLiteral("core")}, {QStringLiteral("*.h"), QStringLiteral("*.cpp")});
        m_ui = sourcesBelow({QStringLiteral("ui"), QStringLiteral("app")},
                            {QStringLiteral("*.h"), QStringLiteral("*.cpp")});
        m_everything = sourcesBelow({QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app"),
                                     QStringLiteral("tests"), QStringLiteral("resources"), QStringLiteral("cmake"),
                                     QStringLiteral("packaging")},
                                    {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.py"),
                                     QStringLiteral("*.txt"), QStringLiteral("*.cmake"), QStringLiteral("*.md"),
                                     QStringLiteral("*.js"), QStringLiteral("*.json")});
        QVERIFY(m_core.size() > 10);
    }

    // A module includes only what its CMake links let it reach.
    void includesPointDownward()
    {
        const auto arrows = declaredArrows();
        QHash<QString, QSet<QString>> reachable;
        for (const auto &file : std::as_const(m_core)) {
            const QString module = moduleOf(file.path);
            if (!reachable.contains(module))
                reachable.insert(module, reachableFrom(module, arrows));
            for (const QString &include : includesOf(file.text)) {
                const QString other = include.section(QLatin1Char('/'), 0, 0);
                if (include.contains(QLatin1Char('/')) && arrows.contains(other))
                    QVERIFY2(reachable.value(module).contains(other),
                             qPrintable(QStringLiteral("%1 includes %2, which is not below it").arg(file.path, include)));
            }
        }
    }

    void modulesFormNoCycle()
    {
        const auto arrows = declaredArrows();
        for (auto arrow = arrows.begin(); arrow != arrows.end(); ++arrow)
            for (const QString &below : arrow.value())
                QVERIFY2(!reachableFrom(below, arrows).contains(arrow.key()),
                         qPrintable(QStringLiteral("%1 and %2 depend on each other").arg(arrow.key(), below)));
    }

    void coreKnowsNoQt()
    {
        static const QRegularExpression qt(QStringLiteral("^(Q[A-Z]\\w*|Qt\\w+/.*)$"));
        for (const auto &file : std::as_const(m_core))
            for (const QString &include : includesOf(file.text))
                QVERIFY2(!qt.match(include).hasMatch(), qPrintable(file.path + QStringLiteral(": ") + include));
    }

    void thirdPartiesStayBehindTheirModule_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("owners");
        QTest::newRow("LevelDB in storage") << QStringLiteral("^leveldb/") << QStringLiteral("storage");
        QTest::newRow("OpenSSL in crypto") << QStringLiteral("^openssl/") << QStringLiteral("crypto");
        QTest::newRow("Boost in endpoint") << QStringLiteral("^boost/") << QStringLiteral("endpoint");
        QTest::newRow("simdjson where JSON is read")
            << QStringLiteral("^simdjson") << QStringLiteral("document api service endpoint workspace replica triggers");
        QTest::newRow("libcurl in http") << QStringLiteral("^curl/") << QStringLiteral("http");
    }

    void thirdPartiesStayBehindTheirModule()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, owners);
        const QRegularExpression expression(pattern);
        const QStringList allowed = owners.split(QLatin1Char(' '));
        for (const auto &file : std::as_const(m_core))
            for (const QString &include : includesOf(file.text))
                QVERIFY2(!expression.match(include).hasMatch() || allowed.contains(moduleOf(file.path)),
                         qPrintable(file.path + QStringLiteral(": ") + include));
    }

    // The window knows the core only through its public vocabulary.
    void windowIncludesOnlyTheVocabulary()
    {
        static const QStringList forbidden{
            QStringLiteral("storage"), QStringLiteral("encoding"), QStringLiteral("replica"), QStringLiteral("zones"),
            QStringLiteral("engine"),  QStringLiteral("operations"), QStringLiteral("workspace"),
            QStringLiteral("endpoint"), QStringLiteral("triggers"), QStringLiteral("http")};
        for (const auto &file : std::as_const(m_ui)) {
            if (!file.path.startsWith(QStringLiteral("ui/")))
                continue;
            for (const QString &include : includesOf(file.text))
                QVERIFY2(!forbidden.contains(include.section(QLatin1Char('/'), 0, 0))
                             || QFile::exists(QStringLiteral("ui/") + include),
                         qPrintable(file.path + QStringLiteral(": ") + include));
        }
    }

    void featuresDoNotIncludeEachOther()
    {
        for (const auto &file : std::as_const(m_ui)) {
            if (!file.path.startsWith(QStringLiteral("ui/features/")))
                continue;
            const QString feature = file.path.section(QLatin1Char('/'), 2, 2);
            for (const QString &include : includesOf(file.text))
                QVERIFY2(!include.startsWith(QStringLiteral("features/"))
                             || include.section(QLatin1Char('/'), 1, 1) == feature,
                         qPrintable(file.path + QStringLiteral(": ") + include));
        }
    }

    void windowNeverBlocksOrNestsEventLoops()
    {
        static const QRegularExpression bad(QStringLiteral("processEvents\\(|QEventLoop\\b|\\.exec\\(\\)|->exec\\(\\)"));
        for (const auto &file : std::as_const(m_ui)) {
            if (!file.path.startsWith(QStringLiteral("ui/")))
                continue;
            const auto match = bad.match(file.text);
            QVERIFY2(!match.hasMatch(), qPrintable(file.path + QStringLiteral(": ") + match.captured()));
        }
    }

    void headersAreIncludedOnce()
    {
        for (const auto &file : std::as_const(m_everything))
            if (file.path.endsWith(QStringLiteral(".h")))
                QVERIFY2(file.text.contains(QStringLiteral("#pragma once")), qPrintable(file.path));
    }

    void nothingIsLeftOver()
    {
        // Spelled in pieces, or this file would report itself.
        static const QRegularExpression leftover(
            QStringLiteral("\\b(TO" "DO|FIX" "ME|XX" "X|HA" "CK)\\b|for n" "ow\\b|not impl" "emented"));
        for (const auto &file : std::as_const(m_everything)) {
            const auto match = leftover.match(file.text);
            QVERIFY2(!match.hasMatch(), qPrintable(file.path + QStringLiteral(": ") + match.captured()));
        }
    }

    void noPathOfOneMachine()
    {
        static const QRegularExpression path(QStringLiteral("[\\s\"'`=(]/(ho" "me|wo" "rk|ro" "ot)/"));
        for (const auto &file : std::as_const(m_everything)) {
            const auto match = path.match(file.text);
            QVERIFY2(!match.hasMatch(), qPrintable(file.path + QStringLiteral(": ") + match.captured()));
        }
    }

private:
    QList<SourceFile> m_core;
    QList<SourceFile> m_ui;
    QList<SourceFile> m_everything;
};

QTEST_GUILESS_MAIN(TestTidy)
#include "tst_tidy.moc"
