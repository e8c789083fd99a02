#include "features/requests/recording.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include "bridge/text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFormat = 1;

class Words {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::Recording)
};

Error unreadable(const QString &sentence)
{
    return Error::validation(toUtf8(sentence));
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

RecordedRequest requestOf(const QJsonObject &object)
{
    RecordedRequest request;
    request.timeSeconds = object.value("Time"_L1).toDouble();
    request.region = object.value("Region"_L1).toString();
    request.operation = object.value("Operation"_L1).toString();
    request.status = object.value("Status"_L1).toInt();
    request.request = toUtf8(object.value("Request"_L1).toString());
    request.response = toUtf8(object.value("Response"_L1).toString());
    request.isRequestCut = object.value("RequestCut"_L1).toBool();
    request.isResponseCut = object.value("ResponseCut"_L1).toBool();
    return request;
}

} // namespace

QByteArray recordingHead(double timeSeconds)
{
    return line({{u"StatorRecording"_s, kFormat}, {u"Time"_s, timeSeconds}});
}

QByteArray recordingLine(const RecordedRequest &request)
{
    QJsonObject object{{u"Time"_s, request.timeSeconds},
                       {u"Region"_s, request.region},
                       {u"Operation"_s, request.operation},
                       {u"Status"_s, request.status},
                       {u"Request"_s, toQt(std::string_view(request.request))},
                       {u"Response"_s, toQt(std::string_view(request.response))}};
    if (request.isRequestCut)
        object.insert(u"RequestCut"_s, true);
    if (request.isResponseCut)
        object.insert(u"ResponseCut"_s, true);
    return line(object);
}

Result<Recording> parseRecording(const QByteArray &bytes)
{
    QList<QByteArray> lines = bytes.split('\n');
    const int format = QJsonDocument::fromJson(lines.takeFirst()).object().value("StatorRecording"_L1).toInt();
    if (format == 0)
        return unreadable(Words::tr("This is not a recording of requests."));
    if (format > kFormat)
        return unreadable(Words::tr("This recording was made by a newer Stator."));
    Recording recording;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).trimmed().isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(lines.at(i));
        if (!document.isObject() && i + 1 == lines.size())
            break;
        if (!document.isObject())
            return unreadable(Words::tr("Line %1 is not a request.").arg(i + 2));
        recording.push_back(requestOf(document.object()));
    }
    return recording;
}

Result<Recording> readRecording(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(Words::tr("The file cannot be read: %1").arg(file.errorString()));
    return parseRecording(file.readAll());
}

} // namespace stator::ui
