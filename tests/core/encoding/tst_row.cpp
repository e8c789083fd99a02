#include <QTest>

#include "base/random.h"
#include "document/writer.h"
#include "encoding/row.h"
#include "support/documents.h"

using namespace stator;
using namespace stator::encoding;

namespace {

std::string hex(std::string_view bytes) { return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex().toStdString(); }

StoreState sampleState()
{
    StoreState state;
    state.position = {3, 1000};
    state.commitTime = 1'700'000'000'000'000;
    state.counts.items = 7;
    state.counts.bytes = 1234;
    state.counts.indexes = {{1, 5, 600, ""}, {4, 2, 300, "\x10q"}};
    return state;
}

} // namespace

class TestRow : public QObject {
    Q_OBJECT

private slots:
    void bytesNeverChange()
    {
        std::string row;
        appendItemRow("DOC", 0x0102030405060708, {}, row);
        QCOMPARE(hex(row), std::string("0101" "0807060504030201" "444f43"));
        row.clear();
        appendItemRow("DOC", 1, {2, "eu"}, row);
        QCOMPARE(hex(row), std::string("0103" "0100000000000000" "0200000000000000" "026575" "444f43"));
        row.clear();
        appendIndexRow("DOC", row);
        QCOMPARE(hex(row), std::string("0100" "444f43"));
        row.clear();
        appendStateRow(sampleState(), row);
        QCOMPARE(hex(row), std::string("01" "03" "e807" "00401e18240a0600" "07" "d209" "02" "0105d80400" "0402ac02021071"));
    }

    void rowsReadBackInPlace()
    {
        const document::Item item = testing::sampleItem();
        std::string row;
        appendItemRow(item.bytes(), 42, {41, "eu-west-1"}, row);
        const auto view = RowView::parse(row);
        QVERIFY(view.ok());
        QVERIFY(view->item() == item.view());
        QVERIFY(view->document().data() > row.data() && view->document().data() < row.data() + row.size());
        QCOMPARE(view->commitTime(), 42);
        QCOMPARE(view->originTime(), 41);
        QCOMPARE(view->originRegion(), std::string_view("eu-west-1"));

        row.clear();
        appendItemRow(item.bytes(), 42, {42, ""}, row);
        QCOMPARE(RowView::parse(row)->originTime(), 42);
        QCOMPARE(row.size(), item.bytes().size() + 10);
    }

    void aRowCutShortIsCorruption()
    {
        std::string row;
        appendItemRow("D", 42, {41, "eu-west-1"}, row);
        for (std::size_t size = 0; size < row.size(); ++size) {
            const auto view = RowView::parse(std::string_view(row).substr(0, size));
            QVERIFY(!view.ok());
            QCOMPARE(view.error().code, ErrorCode::Corruption);
        }
        row[0] = 2;
        QCOMPARE(RowView::parse(row).error().code, ErrorCode::NewerFormat);
    }

    void stateReadsBack()
    {
        std::string row;
        appendStateRow(sampleState(), row);
        QVERIFY(*parseStateRow(row) == sampleState());
        for (std::size_t size = 0; size < row.size(); ++size)
            QVERIFY(!parseStateRow(std::string_view(row).substr(0, size)).ok());
        QVERIFY(!parseStateRow(row + "x").ok());
    }

    void definitionsReadBack()
    {
        const model::TableDefinition definition = testing::sampleDefinition();
        std::string bytes;
        appendDefinition(definition, bytes);
        const auto parsed = parseDefinition(bytes);
        QVERIFY(parsed.ok());
        QVERIFY(*parsed == definition);
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(!parseDefinition(std::string_view(bytes).substr(0, size)).ok());
    }

    void vectorIndexesReadBack()
    {
        model::TableDefinition definition;
        definition.keys.partition = {{"pk", model::ValueType::S}};
        model::IndexDefinition index;
        index.id = 1;
        index.kind = model::IndexKind::Vector;
        index.vector = {"embedding", 384, model::DistanceFunction::Euclidean, {{"colour", model::ValueType::N}}};
        definition.indexes.push_back(index);
        index.id = 2;
        index.keys.partition = {{"tenant", model::ValueType::S}};
        definition.indexes.push_back(index);
        std::string bytes;
        appendDefinition(definition, bytes);
        const auto parsed = parseDefinition(bytes);
        QVERIFY(parsed.ok());
        QVERIFY(*parsed == definition);
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(!parseDefinition(std::string_view(bytes).substr(0, size)).ok());
        // Neither a vector index without its setting, nor another index with it.
        definition.indexes[0].vector = {};
        bytes.clear();
        appendDefinition(definition, bytes);
        QVERIFY(!parseDefinition(bytes).ok());
        definition.indexes[0].vector.dimensions = 1;
        definition.indexes[0].kind = model::IndexKind::Global;
        definition.indexes[0].keys.partition = {{"a", model::ValueType::S}};
        bytes.clear();
        appendDefinition(definition, bytes);
        QVERIFY(!parseDefinition(bytes).ok());
    }

    void vectorRowsReadBack()
    {
        document::ItemWriter writer;
        writer.name("pk");
        writer.string("a");
        const document::Item item = writer.finish();
        const std::string floats("\0\0\x80\x3f\0\0\0\xc0", 8); // 1, -2
        std::string bytes;
        appendIndexRow(item.bytes(), bytes, floats);
        QCOMPARE(QByteArray::fromStdString(bytes.substr(0, 11)).toHex(), QByteArray("0104020000803f000000c0"));
        const auto row = RowView::parse(bytes);
        QVERIFY(row.ok());
        QVERIFY(row->vector() == floats && row->document() == item.bytes());
        QCOMPARE(row->sizeBytes(), std::uint64_t{item.view().sizeBytes()} + 8);
        for (std::size_t size = 0; size <= 11; ++size)
            QVERIFY(!RowView::parse(std::string_view(bytes).substr(0, size)).ok());
    }

    void aVectorIndexKeepsFiltersButNotTheVector()
    {
        document::ItemWriter writer;
        for (const char *name : {"pk", "tenant", "colour", "embedding", "extra", "other"}) {
            writer.name(name);
            writer.string("x");
        }
        const document::Item item = writer.finish();
        model::IndexDefinition index;
        index.kind = model::IndexKind::Vector;
        index.keys.partition = {{"tenant", model::ValueType::S}};
        index.vector = {"embedding", 1, model::DistanceFunction::Cosine, {{"colour", model::ValueType::S}}};
        const auto kept = [&](model::ProjectionType projection) {
            index.projection = {projection, {"extra"}};
            const auto document = indexDocument(index, {{{"pk", model::ValueType::S}}, {}}, item.view());
            QStringList names;
            for (const auto &member : document.view().attributes())
                names.append(QString::fromUtf8(member.name.data(), static_cast<qsizetype>(member.name.size())));
            return names.join(' ');
        };
        QCOMPARE(kept(model::ProjectionType::All), QString("colour extra other pk tenant"));
        QCOMPARE(kept(model::ProjectionType::Include), QString("colour extra pk tenant"));
        QCOMPARE(kept(model::ProjectionType::KeysOnly), QString("colour pk tenant"));
    }

    void definitionsWithoutSettingsAreOfVersionOne()
    {
        model::TableDefinition definition;
        definition.name = "Music";
        definition.keys.partition = {{"pk", model::ValueType::S}};
        std::string bytes;
        appendDefinition(definition, bytes);
        QCOMPARE(bytes.front(), char(1));
        QVERIFY(*parseDefinition(bytes) == definition);
        definition.timeToLive.attribute = "expires";
        bytes.clear();
        appendDefinition(definition, bytes);
        QCOMPARE(bytes.front(), char(2));
        QVERIFY(*parseDefinition(bytes) == definition);
    }

    void aSettingOfANewerStatorIsRefusedAsSuch()
    {
        model::TableDefinition definition;
        definition.keys.partition = {{"pk", model::ValueType::S}};
        definition.deletionProtectionChanged = 1;
        std::string bytes;
        appendDefinition(definition, bytes);
        bytes[bytes.size() - 4] = char(200); // kind, owner, length, value
        const auto parsed = parseDefinition(bytes);
        QVERIFY(!parsed.ok());
        QCOMPARE(parsed.error().code, ErrorCode::NewerFormat);
    }

    void flippedDefinitionsNeverCrash()
    {
        std::string bytes;
        appendDefinition(testing::sampleDefinition(), bytes);
        SeededRandom random(3);
        int refused = 0;
        for (int i = 0; i < 20'000; ++i) {
            std::string damaged = bytes;
            damaged[random.below(damaged.size())] ^= static_cast<char>(1 + random.below(255));
            refused += !parseDefinition(damaged).ok();
        }
        QVERIFY(refused > 0);
    }

    void anIndexKeepsWhatItProjects_data()
    {
        QTest::addColumn<int>("projection");
        QTest::addColumn<QStringList>("kept");
        QTest::newRow("all") << static_cast<int>(model::ProjectionType::All)
                             << QStringList{"colour", "extra", "other", "pk", "sk"};
        QTest::newRow("keys only") << static_cast<int>(model::ProjectionType::KeysOnly) << QStringList{"colour", "pk", "sk"};
        QTest::newRow("include") << static_cast<int>(model::ProjectionType::Include)
                                 << QStringList{"colour", "extra", "pk", "sk"};
    }
    void anIndexKeepsWhatItProjects()
    {
        QFETCH(const int, projection);
        QFETCH(const QStringList, kept);
        model::IndexDefinition index;
        index.id = 1;
        index.keys.partition = {{"colour", model::ValueType::S}};
        index.projection.type = static_cast<model::ProjectionType>(projection);
        if (index.projection.type == model::ProjectionType::Include)
            index.projection.nonKeyAttributes = {"extra", "absent"};
        model::KeySchema table;
        table.partition = {{"pk", model::ValueType::S}};
        table.sort = {{"sk", model::ValueType::S}};
        const document::Item item = testing::itemOf({{"pk", "p"}, {"sk", "s"}, {"colour", "red"}, {"extra", "e"}, {"other", "o"}});
        const document::Item projected = indexDocument(index, table, item.view());
        QStringList names;
        for (const document::Member &member : projected.view().attributes()) {
            names << QString::fromUtf8(member.name.data(), static_cast<qsizetype>(member.name.size()));
            QVERIFY(*item.view().attribute(member.name) == member.value);
        }
        QCOMPARE(names, kept);
    }
};

QTEST_GUILESS_MAIN(TestRow)
#include "tst_row.moc"
