#include "conformance/runner/match.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

namespace stator::conformance {

namespace {

std::string shown(const QJsonValue &value)
{
    QString text = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    text = text.mid(1, text.size() - 2);
    return (text.size() > 400 ? text.left(400) + QStringLiteral("…") : text).toStdString();
}

// Of strings as "<time>"; false if it is an ordinary text.
bool isWildcard(const QString &text)
{
    static const QStringList names{"<any>", "<string>", "<number>", "<time>", "<uuid>"};
    return names.contains(text);
}

bool wildcardTakes(const QString &wildcard, const QJsonValue &actual)
{
    static const QRegularExpression uuid("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
    if (wildcard == QLatin1String("<string>"))
        return actual.isString() && !actual.toString().isEmpty();
    if (wildcard == QLatin1String("<number>"))
        return actual.isDouble();
    if (wildcard == QLatin1String("<time>"))
        return actual.isDouble() && actual.toDouble() > 1e9 && actual.toDouble() < 1e10; // seconds
    if (wildcard == QLatin1String("<uuid>"))
        return uuid.match(actual.toString()).hasMatch();
    return true;
}

class Matcher {
public:
    explicit Matcher(const MatchOptions &options) : m_options(options) {}

    std::string compare(const QJsonValue &expected, const QJsonValue &actual, const QString &path,
                        const QString &key, const QString &parentKey) const
    {
        if (expected.isString() && isWildcard(expected.toString()))
            return wildcardTakes(expected.toString(), actual) ? "" : differs(expected, actual, path);
        if (expected.isObject() && actual.isObject())
            return compareObjects(expected.toObject(), actual.toObject(), path, key);
        if (expected.isArray() && actual.isArray()) {
            return isUnordered(key, parentKey)
                       ? compareBags(expected.toArray(), actual.toArray(), path, key)
                       : compareLists(expected.toArray(), actual.toArray(), path, key);
        }
        if (expected.isString() && actual.isString())
            return textMatches(expected.toString().toStdString(), actual.toString().toStdString())
                       ? ""
                       : differs(expected, actual, path);
        return expected == actual ? "" : differs(expected, actual, path);
    }

private:
    static std::string differs(const QJsonValue &expected, const QJsonValue &actual, const QString &path)
    {
        return path.toStdString() + ": expected " + shown(expected) + ", got " +
               (actual.isUndefined() ? std::string("nothing") : shown(actual));
    }

    // Lists whose order the service does not promise.
    bool isUnordered(const QString &key, const QString &parentKey) const
    {
        static const QStringList always{"SS",
                                        "NS",
                                        "BS",
                                        "AttributeDefinitions",
                                        "GlobalSecondaryIndexes",
                                        "LocalSecondaryIndexes",
                                        "VectorIndexes",
                                        "NonKeyAttributes",
                                        "Tags",
                                        "ConsumedCapacity"};
        return always.contains(key) || (key == QLatin1String("Items") && m_options.operation == "Scan") ||
               (parentKey == QLatin1String("Responses") && m_options.operation == "BatchGetItem") ||
               parentKey == QLatin1String("ItemCollectionMetrics");
    }

    std::string compareObjects(const QJsonObject &expected, const QJsonObject &actual, const QString &path,
                               const QString &key) const
    {
        for (auto member = expected.begin(); member != expected.end(); ++member) {
            const std::string found = compare(member.value(), actual.value(member.key()),
                                              path + '.' + member.key(), member.key(), key);
            if (!found.empty())
                return found;
        }
        if (m_options.allowsMore)
            return {};
        for (auto member = actual.begin(); member != actual.end(); ++member)
            if (!expected.contains(member.key()))
                return (path + '.' + member.key()).toStdString() + ": not expected, got " +
                       shown(member.value());
        return {};
    }

    std::string compareLists(const QJsonArray &expected, const QJsonArray &actual, const QString &path,
                             const QString &key) const
    {
        if (expected.size() != actual.size())
            return differs(expected, actual, path);
        for (int i = 0; i < expected.size(); ++i) {
            const QString place = path + '[' + QString::number(i) + ']';
            const std::string found = compare(expected[i], actual[i], place, {}, key);
            if (!found.empty())
                return found;
        }
        return {};
    }

    std::string compareBags(const QJsonArray &expected, const QJsonArray &actual, const QString &path,
                            const QString &key) const
    {
        if (expected.size() != actual.size())
            return differs(expected, actual, path);
        QJsonArray left = actual;
        for (const QJsonValue wanted : expected) {
            int i = 0;
            while (i < left.size() && !compare(wanted, left[i], path, {}, key).empty())
                ++i;
            if (i == left.size())
                return path.toStdString() + ": nothing is like " + shown(wanted) + " in " + shown(actual);
            left.removeAt(i);
        }
        return {};
    }

    const MatchOptions &m_options;
};

} // namespace

std::string difference(const QJsonValue &expected, const QJsonValue &actual, const MatchOptions &options)
{
    return Matcher(options).compare(expected, actual, QStringLiteral("reply"), {}, {});
}

bool textMatches(std::string_view expected, std::string_view actual)
{
    constexpr std::string_view any = "<any>";
    std::size_t hole = expected.find(any);
    if (hole == std::string_view::npos)
        return expected == actual;
    if (!actual.starts_with(expected.substr(0, hole)))
        return false;
    actual.remove_prefix(hole);
    for (;;) {
        expected.remove_prefix(hole + any.size());
        hole = expected.find(any);
        if (hole == std::string_view::npos)
            return actual.ends_with(expected);
        const std::size_t found = actual.find(expected.substr(0, hole));
        if (found == std::string_view::npos)
            return false;
        actual.remove_prefix(found + hole);
    }
}

} // namespace stator::conformance
