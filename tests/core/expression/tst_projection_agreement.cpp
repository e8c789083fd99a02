// Random projections of random items, made twice: by the walk along the path tree, and member by member the
// slow, obvious way. Does not cover error texts.
#include <QtTest/QTest>

#include "core/expression/given.h"
#include "core/expression/plain_document.h"
#include "expression/projection.h"

using namespace stator;
using namespace stator::tests;

namespace {

// What of `value` the paths select, each counted from `depth` on; nothing if none of them leads anywhere.
std::optional<PlainValue> obviously(const PlainValue &value, const std::vector<PlainPath> &paths,
                                    std::size_t depth)
{
    for (const PlainPath &path : paths)
        if (path.size() == depth)
            return value;
    const auto below = [&](const std::variant<std::string, int> &step) {
        std::vector<PlainPath> through;
        for (const PlainPath &path : paths)
            if (path[depth] == step)
                through.push_back(path);
        return through;
    };
    PlainValue result;
    result.type = value.type;
    for (const auto &member : value.map)
        if (const auto through = below(member.first); !through.empty())
            if (auto part = obviously(member.second, through, depth + 1))
                result.map[member.first] = std::move(*part);
    for (const auto &element : value.list)
        if (const auto through = below(element.first); !through.empty())
            if (auto part = obviously(element.second, through, depth + 1))
                result.list[element.first] = std::move(*part);
    if (result.map.empty() && result.list.empty())
        return std::nullopt;
    return result;
}

} // namespace

class TestProjectionAgreement : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheObviousProjection()
    {
        int projected = 0;
        int found = 0;
        for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
            PlainGenerator generator(seed);
            const PlainValue item = generator.item();
            std::vector<PlainPath> paths;
            std::string text;
            for (int count = 1 + generator.below(4); count > 0; --count) {
                paths.push_back(generator.pathIn(item));
                text += (text.empty() ? "" : ", ") + pathJson(paths.back());
            }
            expression::Placeholders none;
            const auto projection = expression::parseProjection(text, none);
            if (!projection.ok())
                continue; // paths in each other's way
            const auto expected = obviously(item, paths, 0);
            const auto actual = document::project(given::item(membersJson(item)).view(), projection->paths);
            QCOMPARE(given::json(actual.view()), given::json(membersJson(expected.value_or(plainMap()))));
            ++projected;
            found += expected.has_value();
        }
        QVERIFY2(projected > 2000, qPrintable(QString::number(projected)));
        QVERIFY2(found > projected / 2 && found < projected, qPrintable(QString::number(found)));
    }
};

QTEST_GUILESS_MAIN(TestProjectionAgreement)
#include "tst_projection_agreement.moc"
