#include "base/file_layer.h"

#include <QTemporaryDir>
#include <QTest>

#include "base/faulty_file_layer.h"
#include "base/memory_file_layer.h"
#include "base/real_file_layer.h"
#include "base/simulated_disk.h"

using namespace stator;

// What every FileLayer promises, and what the simulated disk adds.
class TestFileLayer : public QObject {
    Q_OBJECT

private slots:
    void appendsAndReads_data() { addLayers(); }
    void appendsAndReads();
    void keepsManySizes_data() { addLayers(); }
    void keepsManySizes();
    void namesFiles_data() { addLayers(); }
    void namesFiles();
    void replacesWholeFiles_data() { addLayers(); }
    void replacesWholeFiles();
    void locksOnce_data() { addLayers(); }
    void locksOnce();
    void keepsUnlinkedFilesReadable_data() { addLayers(); }
    void keepsUnlinkedFilesReadable();

    void powerLossKeepsWhatWasSynced();
    void powerLossTakesPagesOneByOne();
    void powerLossTakesNamesOneByOne();
    void fullDiskTakesAPartAndRecovers();
    void failsTheChosenCall();

private:
    void addLayers();
    QTemporaryDir m_directory;
    int m_count = 0;
};

namespace {

Result<void> writeFile(FileLayer &files, const std::string &path, std::string_view bytes, bool isSynced)
{
    STATOR_TRY(const auto file, files.openAppend(path, AppendMode::Replace));
    STATOR_CHECK(file->append(bytes));
    return isSynced ? file->sync() : Result<void>();
}

} // namespace

void TestFileLayer::addLayers()
{
    QTest::addColumn<std::shared_ptr<FileLayer>>("files");
    QTest::addColumn<std::string>("root");
    const std::string real = m_directory.filePath(QString::number(++m_count)).toStdString();
    QTest::newRow("real") << realFileLayer() << real;
    QTest::newRow("memory") << makeMemoryFileLayer() << std::string("/root");
    QTest::newRow("simulated") << std::shared_ptr<FileLayer>(std::make_shared<SimulatedDisk>()) << std::string("/root");
    const auto faulty = std::make_shared<FaultyFileLayer>(makeMemoryFileLayer());
    QTest::newRow("faulty") << std::shared_ptr<FileLayer>(faulty) << std::string("/root");
}

void TestFileLayer::appendsAndReads()
{
    QFETCH(std::shared_ptr<FileLayer>, files);
    QFETCH(std::string, root);
    QVERIFY(files->createDirectories(root + "/a/b").ok());
    QVERIFY(files->createDirectories(root + "/a/b").ok());
    const std::string path = root + "/a/b/file";
    {
        const auto file = std::move(files->openAppend(path, AppendMode::Replace)).value();
        QVERIFY(file->append("Hello, ").ok());
        QVERIFY(file->append("world").ok());
        QCOMPARE(file->size(), 12u);
        QVERIFY(file->truncate(7).ok());
        QVERIFY(file->append("disk").ok());
        QVERIFY(file->sync().ok());
        QVERIFY(file->close().ok());
    }
    QCOMPARE(files->readFile(path).value(), std::string("Hello, disk"));
    {
        const auto file = std::move(files->openAppend(path, AppendMode::Continue)).value();
        QCOMPARE(file->size(), 11u);
        QVERIFY(file->append("!").ok());
    }
    QCOMPARE(files->fileSize(path).value(), 12u);
    const auto file = std::move(files->openRead(path)).value();
    char buffer[32];
    QCOMPARE(file->read(7, 32, buffer).value(), 5u);
    QCOMPARE(std::string_view(buffer, 5), std::string_view("disk!"));
    QCOMPARE(file->read(12, 1, buffer).value(), 0u);
    QVERIFY(files->openAppend(path, AppendMode::Replace).ok());
    QCOMPARE(files->fileSize(path).value(), 0u);
    QVERIFY(files->freeSpace(root).value() > 0);
}

// Memory keeps files in chunks of growing size: every border must be crossed.
void TestFileLayer::keepsManySizes()
{
    QFETCH(std::shared_ptr<FileLayer>, files);
    QFETCH(std::string, root);
    QVERIFY(files->createDirectories(root).ok());
    const auto writer = std::move(files->openAppend(root + "/file", AppendMode::Replace)).value();
    std::string expected;
    for (std::size_t i = 0; expected.size() < 300'000; ++i) {
        const std::string piece(i * 17 % 5000, static_cast<char>('a' + i % 26));
        QVERIFY(writer->append(piece).ok());
        expected += piece;
    }
    const auto reader = std::move(files->openRead(root + "/file")).value();
    QCOMPARE(files->readFile(root + "/file").value(), expected);
    std::string buffer(10'000, '\0');
    for (std::size_t offset = 0; offset < expected.size(); offset += 1021) {
        const std::size_t got = reader->read(offset, 9'999, buffer.data()).value();
        QCOMPARE(std::string_view(buffer).substr(0, got), std::string_view(expected).substr(offset, 9'999));
        const std::string_view inPlace = reader->view(offset, 500);
        QVERIFY(inPlace.empty() || inPlace == std::string_view(expected).substr(offset, 500));
    }
    for (const std::size_t size : {std::size_t{70'000}, std::size_t{65'536}, std::size_t{4096}, std::size_t{1}}) {
        QVERIFY(writer->truncate(size).ok());
        QVERIFY(writer->append("end").ok());
        QCOMPARE(files->readFile(root + "/file").value(), expected.substr(0, size) + "end");
    }
}

void TestFileLayer::namesFiles()
{
    QFETCH(std::shared_ptr<FileLayer>, files);
    QFETCH(std::string, root);
    QVERIFY(files->createDirectories(root + "/sub").ok());
    QVERIFY(writeFile(*files, root + "/one", "1", true).ok());
    QVERIFY(writeFile(*files, root + "/sub/two", "2", true).ok());
    QVERIFY(files->hardLink(root + "/one", root + "/sub/link").ok());
    QVERIFY(!files->hardLink(root + "/one", root + "/sub/link").ok());
    QVERIFY(files->rename(root + "/one", root + "/sub/two").ok());
    QVERIFY(files->syncDirectory(root).ok());
    QCOMPARE(files->readFile(root + "/sub/two").value(), std::string("1"));
    QCOMPARE(files->readFile(root + "/sub/link").value(), std::string("1"));
    QVERIFY(!files->exists(root + "/one").value());
    QVERIFY(!files->readFile(root + "/one").ok());
    const auto entries = files->list(root);
    QCOMPARE(entries->size(), 1u);
    QCOMPARE(entries->front().name, std::string("sub"));
    QVERIFY(entries->front().isDirectory);
    QCOMPARE(files->list(root + "/sub")->size(), 2u);
    QVERIFY(!files->removeDirectory(root + "/sub").ok());
    QVERIFY(files->rename(root + "/sub", root + "/moved").ok());
    QCOMPARE(files->readFile(root + "/moved/two").value(), std::string("1"));
    QVERIFY(files->removeFile(root + "/moved/link").ok());
    QVERIFY(!files->removeFile(root + "/moved/link").ok());
    QVERIFY(!files->list(root + "/none").ok());
    QVERIFY(!files->openAppend(root + "/none/file", AppendMode::Replace).ok());
    QVERIFY(files->removeTree(root).ok());
    QVERIFY(!files->exists(root).value());
    QVERIFY(files->removeTree(root).ok());
    QCOMPARE(parentDirectory("a/b/c"), std::string("a/b"));
    QCOMPARE(parentDirectory("/a"), std::string("/"));
    QCOMPARE(parentDirectory("a"), std::string("."));
}

void TestFileLayer::replacesWholeFiles()
{
    QFETCH(std::shared_ptr<FileLayer>, files);
    QFETCH(std::string, root);
    QVERIFY(files->createDirectories(root).ok());
    QVERIFY(files->replaceFile(root + "/file", "old").ok());
    QVERIFY(files->replaceFile(root + "/file", "newer").ok());
    QCOMPARE(files->readFile(root + "/file").value(), std::string("newer"));
    QCOMPARE(files->list(root)->size(), 1u);
}

void TestFileLayer::locksOnce()
{
    QFETCH(std::shared_ptr<FileLayer>, files);
    QFETCH(std::string, root);
    QVERIFY(files->createDirectories(root).ok());
    {
        const auto lock = files->lock(root + "/lock");
        QVERIFY(lock.ok());
        const auto second = files->lock(root + "/lock");
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, ErrorCode::Locked);
        QVERIFY(second.error().message.find("process") != std::string::npos);
    }
    QVERIFY(files->lock(root + "/lock").ok());
}

void TestFileLayer::keepsUnlinkedFilesReadable()
{
    QFETCH(std::shared_ptr<FileLayer>, files);
    QFETCH(std::string, root);
    QVERIFY(files->createDirectories(root).ok());
    QVERIFY(writeFile(*files, root + "/file", "still here", false).ok());
    const auto file = std::move(files->openRead(root + "/file")).value();
    QVERIFY(files->removeFile(root + "/file").ok());
    char buffer[16];
    QCOMPARE(file->read(0, 16, buffer).value(), 10u);
}

void TestFileLayer::powerLossKeepsWhatWasSynced()
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        SimulatedDisk disk;
        QVERIFY(disk.createDirectories("/d").ok());
        const std::string synced(10'000, 's');
        {
            const auto file = std::move(disk.openAppend("/d/file", AppendMode::Replace)).value();
            QVERIFY(file->append(synced).ok());
            QVERIFY(file->sync().ok());
            QVERIFY(disk.syncDirectory("/d").ok());
            QVERIFY(file->append(std::string(20'000, 'u')).ok());
            QVERIFY(disk.replaceFile("/d/whole", "old").ok());
            disk.cutPowerAfter(seed % 6);
            (void)disk.replaceFile("/d/whole", "new");
            disk.cutPower();
            QVERIFY(!file->append("x").ok());
            QVERIFY(!disk.exists("/d").ok());
            disk.restorePower(seed);
            QVERIFY(!file->append("x").ok());
        }
        const std::string bytes = disk.readFile("/d/file").value();
        QVERIFY(bytes.size() >= synced.size() && bytes.size() <= 30'000);
        QVERIFY(bytes.starts_with(synced));
        QCOMPARE(bytes.find_first_not_of(std::string("us\0", 3)), std::string::npos);
        const std::string whole = disk.readFile("/d/whole").value();
        QVERIFY(whole == "old" || whole == "new");
    }
}

// A later page can survive where an earlier one is lost, and a size where bytes are lost.
void TestFileLayer::powerLossTakesPagesOneByOne()
{
    bool sawHole = false;
    bool sawAll = false;
    bool sawNothing = false;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        SimulatedDisk disk;
        QVERIFY(writeFile(disk, "/file", "", true).ok());
        QVERIFY(disk.syncDirectory("/").ok());
        QVERIFY(writeFile(disk, "/file", std::string(16'384, 'u'), false).ok());
        disk.cutPower();
        disk.restorePower(seed);
        const std::string bytes = disk.readFile("/file").value();
        sawNothing = sawNothing || bytes.empty();
        sawAll = sawAll || bytes == std::string(16'384, 'u');
        const std::size_t zero = bytes.find('\0');
        sawHole = sawHole || (zero != std::string::npos && bytes.find('u', zero) != std::string::npos);
    }
    QVERIFY(sawHole && sawAll && sawNothing);
}

void TestFileLayer::powerLossTakesNamesOneByOne()
{
    bool sawFirstAlone = false;
    bool sawSecondAlone = false;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        SimulatedDisk disk;
        QVERIFY(writeFile(disk, "/kept", "", true).ok());
        QVERIFY(disk.syncDirectory("/").ok());
        QVERIFY(writeFile(disk, "/first", "", true).ok());
        QVERIFY(writeFile(disk, "/second", "", true).ok());
        QVERIFY(disk.rename("/kept", "/renamed").ok());
        disk.cutPower();
        disk.restorePower(seed);
        const bool isFirst = disk.exists("/first").value();
        const bool isSecond = disk.exists("/second").value();
        sawFirstAlone = sawFirstAlone || (isFirst && !isSecond);
        sawSecondAlone = sawSecondAlone || (isSecond && !isFirst);
        QVERIFY(disk.exists("/kept").value() != disk.exists("/renamed").value());
    }
    QVERIFY(sawFirstAlone && sawSecondAlone);
}

void TestFileLayer::fullDiskTakesAPartAndRecovers()
{
    SimulatedDisk disk;
    disk.setCapacity(100);
    const auto file = std::move(disk.openAppend("/file", AppendMode::Replace)).value();
    QVERIFY(file->append(std::string(90, 'a')).ok());
    const Result<void> full = file->append(std::string(20, 'b'));
    QVERIFY(!full.ok());
    QCOMPARE(full.error().code, ErrorCode::NoSpace);
    QCOMPARE(file->size(), 100u);
    QCOMPARE(disk.freeSpace("/").value(), 0u);
    QVERIFY(file->truncate(90).ok());
    QVERIFY(file->append("0123456789").ok());
    disk.setCapacity(200);
    QVERIFY(file->append("more").ok());
    QVERIFY(disk.removeFile("/file").ok());
    QCOMPARE(disk.freeSpace("/").value(), 200u);
}

void TestFileLayer::failsTheChosenCall()
{
    FaultyFileLayer files(makeMemoryFileLayer());
    const auto file = std::move(files.openAppend("/file", AppendMode::Replace)).value();
    files.failCall(2, Fault::NoSpace);
    QVERIFY(file->append("1234").ok());
    QVERIFY(!files.hasFailed());
    QCOMPARE(file->append("5678").error().code, ErrorCode::NoSpace);
    QVERIFY(files.hasFailed());
    QCOMPARE(files.readFile("/file").value(), std::string("123456"));
    files.failCall(1, Fault::Io, true);
    QVERIFY(!file->sync().ok());
    QVERIFY(!file->sync().ok());
    files.failCall(1, Fault::BitFlip);
    QVERIFY(file->sync().ok());
    QVERIFY(files.readFile("/file").value() != "123456");
    files.stopFailing();
    QCOMPARE(files.readFile("/file").value(), std::string("123456"));
}

QTEST_GUILESS_MAIN(TestFileLayer)
#include "tst_file_layer.moc"
