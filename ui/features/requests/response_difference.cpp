#include "features/requests/response_difference.h"

#include <algorithm>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostShown = 120;

class DifferenceWords {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::ResponseDifference)
};

// Members of the API; attributes of these names have an object as their value.
bool isOfItsOwn(const QString &name, const QJsonValue &value)
{
    static const QSet<QString> names{u"TableId"_s, u"LatestStreamLabel"_s, u"LatestStreamArn"_s, u"StreamArn"_s,
                                     u"StreamLabel"_s, u"NextToken"_s, u"ShardIterator"_s, u"NextShardIterator"_s,
                                     u"SequenceNumber"_s, u"eventID"_s, u"RequestId"_s};
    return !value.isObject() && !value.isArray() && (names.contains(name) || name.endsWith("DateTime"_L1));
}

QString lineOf(const QJsonValue &value)
{
    if (value.isUndefined())
        return DifferenceWords::tr("absent");
    QString text = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    text = text.mid(1, text.size() - 2);
    return text.size() > kMostShown ? text.left(kMostShown) + u'…' : text;
}

class Comparison {
public:
    explicit Comparison(int most) : m_most(most) {}

    void compare(const QString &path, const QJsonValue &a, const QJsonValue &b)
    {
        if (m_found.size() >= m_most || a == b)
            return;
        if (a.isObject() && b.isObject())
            return compareObjects(path, a.toObject(), b.toObject());
        if (a.isArray() && b.isArray())
            return compareArrays(path, a.toArray(), b.toArray());
        m_found.append({path, lineOf(a), lineOf(b)});
    }
    QList<ResponseDifference> take() { return std::move(m_found); }

private:
    void compareObjects(const QString &path, const QJsonObject &a, const QJsonObject &b)
    {
        QStringList names = a.keys();
        for (const QString &name : b.keys())
            if (!a.contains(name))
                names.append(name);
        for (const QString &name : names) {
            const QJsonValue left = a.value(name);
            const QJsonValue right = b.value(name);
            if (!isOfItsOwn(name, left) || !isOfItsOwn(name, right))
                compare(path.isEmpty() ? name : path + u'.' + name, left, right);
        }
    }
    void compareArrays(const QString &path, const QJsonArray &a, const QJsonArray &b)
    {
        for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i)
            compare(u"%1[%2]"_s.arg(path).arg(i), i < a.size() ? a.at(i) : QJsonValue(QJsonValue::Undefined),
                    i < b.size() ? b.at(i) : QJsonValue(QJsonValue::Undefined));
    }

    const qsizetype m_most;
    QList<ResponseDifference> m_found;
};

QJsonValue parsed(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()))).object();
}

} // namespace

QList<ResponseDifference> differencesOf(const std::string &recorded, const std::string &replayed, bool isRecordedCut, int most)
{
    if (recorded == replayed)
        return {};
    if (isRecordedCut) {
        if (replayed.starts_with(recorded))
            return {};
        const auto [left, right] = std::mismatch(recorded.begin(), recorded.end(), replayed.begin(), replayed.end());
        const auto shown = [](std::string::const_iterator from, std::string::const_iterator end) {
            const auto to = end - from > kMostShown ? from + kMostShown : end;
            return QString::fromUtf8(std::string(from, to).c_str());
        };
        return {{DifferenceWords::tr("byte %1").arg(left - recorded.begin()), shown(left, recorded.end()), shown(right, replayed.end())}};
    }
    Comparison comparison(most);
    comparison.compare({}, parsed(recorded), parsed(replayed));
    return comparison.take();
}

} // namespace stator::ui
