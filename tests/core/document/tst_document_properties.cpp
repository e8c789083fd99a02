#include <QtTest/QTest>

#include "document/check.h"
#include "document/json_reader.h"
#include "document/json_writer.h"
#include "document/path_tree.h"
#include "support/random_item.h"

using namespace stator;
using namespace stator::document;

namespace {

// The service's rules of size, told once more from the outside of the format.
std::uint32_t plainSize(ValueView value)
{
    std::uint32_t size = 0;
    switch (value.type()) {
    case ValueType::Null:
    case ValueType::Bool:
        return 1;
    case ValueType::N:
        return static_cast<std::uint32_t>(value.numberBytes().size());
    case ValueType::S:
    case ValueType::B:
        return static_cast<std::uint32_t>(value.text().size());
    case ValueType::NS:
    case ValueType::SS:
    case ValueType::BS:
        for (const ValueView element : value.elements())
            size += plainSize(element);
        return size;
    case ValueType::L:
        for (const ValueView element : value.elements())
            size += 1 + plainSize(element);
        return size + 3;
    case ValueType::M:
        for (const Member &member : value.members())
            size += 1 + static_cast<std::uint32_t>(member.name.size()) + plainSize(member.value);
        return size + 3;
    }
    return size;
}

// Writes a value anew, element by element, members backwards.
void rewrite(ValueView value, ValueWriter &writer)
{
    switch (value.type()) {
    case ValueType::L:
        writer.beginList();
        for (const ValueView element : value.elements())
            rewrite(element, writer);
        writer.endList();
        return;
    case ValueType::M: {
        std::vector<Member> members;
        for (const Member &member : value.members())
            members.insert(members.begin(), member);
        writer.beginMap();
        for (const Member &member : members) {
            writer.name(member.name);
            rewrite(member.value, writer);
        }
        writer.endMap();
        return;
    }
    case ValueType::NS:
    case ValueType::SS:
    case ValueType::BS: {
        std::vector<ValueView> elements;
        for (const ValueView element : value.elements())
            elements.insert(elements.begin(), element);
        writer.beginSet(value.type());
        for (const ValueView element : elements)
            writer.value(element);
        QVERIFY(writer.endSet());
        return;
    }
    default:
        writer.value(value);
    }
}

// Every path that leads somewhere in `value`.
void collectPaths(ValueView value, const Path &at, std::vector<Path> &paths)
{
    const auto visit = [&](PathStep step, ValueView inner) {
        Path path = at;
        path.push_back(std::move(step));
        paths.push_back(path);
        collectPaths(inner, path, paths);
    };
    if (value.type() == ValueType::M) {
        for (const Member &member : value.members())
            visit(std::string(member.name), member.value);
    } else if (value.type() == ValueType::L) {
        std::uint32_t index = 0;
        for (const ValueView element : value.elements())
            visit(index++, element);
    }
}

} // namespace

class TestDocumentProperties : public QObject {
    Q_OBJECT

private slots:
    void jsonRoundTrips()
    {
        test::RandomItems items(21);
        for (int i = 0; i < 3000; ++i) {
            const std::string text = items.write(items.describe());
            const auto item = parseItem(text);
            QVERIFY2(item.ok(), text.c_str());
            QVERIFY2(checkItem(item->bytes()).ok(), text.c_str());
            const std::string json = itemToJson(item->view());
            const auto again = parseItem(json);
            QVERIFY2(again.ok(), json.c_str());
            QVERIFY2(*again == *item, json.c_str());
            QCOMPARE(itemToJson(again->view()), json);
        }
    }

    void orderOfMembersAndElementsDoesNotMatter()
    {
        test::RandomItems items(22);
        for (int i = 0; i < 2000; ++i) {
            const auto node = items.describe();
            const std::string one = items.write(node), two = items.write(node);
            QVERIFY2(*parseItem(one) == *parseItem(two), (one + "\n" + two).c_str());
        }
    }

    void differentItemsDiffer()
    {
        test::RandomItems items(23);
        std::map<std::string, std::string> jsonByBytes;
        for (int i = 0; i < 2000; ++i) {
            const Item item = *parseItem(items.write(items.describe()));
            const std::string json = itemToJson(item.view());
            const auto [at, isNew] = jsonByBytes.emplace(item.bytes(), json);
            QVERIFY(isNew || at->second == json);
        }
    }

    void sizesFollowTheRules()
    {
        test::RandomItems items(24);
        for (int i = 0; i < 2000; ++i) {
            const Item item = *parseItem(items.write(items.describe()));
            std::uint32_t size = 0;
            for (const Member &member : item.view().attributes()) {
                QCOMPARE(member.value.sizeBytes(), plainSize(member.value));
                size += static_cast<std::uint32_t>(member.name.size()) + member.value.sizeBytes();
            }
            QCOMPARE(item.view().sizeBytes(), size);
        }
    }

    void writersAgreeWithViews()
    {
        test::RandomItems items(25);
        ItemWriter writer;
        for (int i = 0; i < 2000; ++i) {
            const Item item = *parseItem(items.write(items.describe()));
            for (const Member &member : item.view().attributes()) {
                writer.name(member.name);
                rewrite(member.value, writer);
            }
            QVERIFY(writer.finish() == item);
        }
    }

    // A projection holds exactly the values of its paths, and projecting again changes nothing but the places
    // of list elements, which have moved together; so only paths without indexes are asked twice.
    void projectionsHoldWhatWasAskedFor()
    {
        test::RandomItems items(26);
        int asked = 0;
        for (int i = 0; i < 2000; ++i) {
            const Item item = *parseItem(items.write(items.describe()));
            std::vector<Path> paths;
            collectPaths(item.view().map(), {}, paths);
            PathTree tree;
            std::vector<Path> chosen;
            for (std::uint64_t k = items.random().below(5); k > 0 && !paths.empty(); --k) {
                const Path &path = paths[static_cast<std::size_t>(items.random().below(paths.size()))];
                if (tree.insert(path, 0).ok())
                    chosen.push_back(path);
            }
            QVERIFY(tree.insert({std::string("nowhere"), std::string("at all")}, 0).ok());
            const Item projected = project(item.view(), tree);
            QVERIFY(checkItem(projected.bytes()).ok());
            bool hasIndex = false;
            for (const Path &path : chosen) {
                ++asked;
                bool isNames = true;
                for (const PathStep &step : path)
                    isNames &= std::holds_alternative<std::string>(step);
                hasIndex |= !isNames;
                if (!isNames)
                    continue;
                const auto value = resolve(projected.view(), path);
                QVERIFY2(value, pathText(path).c_str());
                QVERIFY2(*value == *resolve(item.view(), path), pathText(path).c_str());
            }
            if (!hasIndex)
                QVERIFY(project(projected.view(), tree) == projected);
            QCOMPARE(projected.view().attributeCount() == 0, chosen.empty());
        }
        QVERIFY(asked > 2000);
    }
};

QTEST_GUILESS_MAIN(TestDocumentProperties)
#include "tst_document_properties.moc"
