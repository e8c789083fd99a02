#include <QtTest/QTest>

#include <algorithm>

#include <QtCore/QDirIterator>

#include "conformance/runner/play.h"

using namespace stator::conformance;

// Plays every scenario file below this folder, in process and over HTTP. STATOR_SCENARIOS=put_item chooses
// those whose name has that text in it.
class TestConformance : public QObject {
    Q_OBJECT

private:
    static constexpr const char *kFolder = "tests/conformance";

    World m_world;
    std::unique_ptr<Door> m_inProcess = doorInProcess(m_world);
    std::unique_ptr<Door> m_overHttp = doorOverHttp(m_world);
    std::vector<Scenario> m_scenarios;
    int m_files = 0;

    // False: no scenario was chosen that goes through this door.
    bool addRows(const Door &door)
    {
        QTest::addColumn<int>("index");
        bool isAny = false;
        const QString chosen = qEnvironmentVariable("STATOR_SCENARIOS");
        for (std::size_t i = 0; i < m_scenarios.size(); ++i) {
            const QString name = QString::fromStdString(m_scenarios[i].name);
            if (!door.isHttp() && m_scenarios[i].needsHttp())
                continue;
            if (chosen.isEmpty() || name.contains(chosen)) {
                QTest::newRow(qPrintable(name)) << static_cast<int>(i);
                isAny = true;
            }
        }
        return isAny;
    }
    std::string playHere(Door &door)
    {
        QFETCH(const int, index);
        return play(m_scenarios[static_cast<std::size_t>(index)], std::string(kFolder) + "/fixtures", m_world,
                    door);
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(m_overHttp, "the server does not start");
        QStringList paths;
        for (QDirIterator files(kFolder, {"*.scenario"}, QDir::Files, QDirIterator::Subdirectories);
             files.hasNext();)
            paths << files.next();
        paths.sort();
        for (const QString &path : paths) {
            ScenarioFile file = readScenarios(path.toStdString());
            QVERIFY2(file.fault.empty(), file.fault.c_str());
            const QString place = path.mid(static_cast<int>(qstrlen(kFolder)) + 1).chopped(9);
            for (Scenario &scenario : file.scenarios) {
                const QString row = place + ':' + QString::number(scenario.line) + ' ';
                scenario.name = row.toStdString() + scenario.name;
                m_scenarios.push_back(std::move(scenario));
            }
        }
        m_files = static_cast<int>(paths.size());
        QVERIFY(!m_scenarios.empty());
    }

    void conformsInProcess_data()
    {
        if (!addRows(*m_inProcess))
            QSKIP("nothing chosen");
    }
    void conformsInProcess()
    {
        const std::string wrong = playHere(*m_inProcess);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void conformsOverHttp_data()
    {
        if (!addRows(*m_overHttp))
            QSKIP("nothing chosen");
    }
    void conformsOverHttp()
    {
        const std::string wrong = playHere(*m_overHttp);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void cleanupTestCase()
    {
        m_world.clear();
        std::printf("%zu scenarios in %d files\n", m_scenarios.size(), m_files);
    }
};

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
