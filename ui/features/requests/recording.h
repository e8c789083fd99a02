// A recording of requests: a file of JSON lines, the first of which says what it is. Bodies stand in it as texts,
// exactly as they were sent and answered.
//
//     {"StatorRecording":1,"Time":1767225600}
//     {"Time":1767225600.25,"Region":"us-east-1","Operation":"GetItem","Status":200,"Request":"{…}","Response":"{…}"}
//
// "RequestCut", "ResponseCut": the body was too long to be kept whole.
//
// Threads: any.
#pragma once

#include <string>
#include <vector>

#include <QByteArray>
#include <QString>

#include "base/result.h"

namespace stator::ui {

struct RecordedRequest {
    double timeSeconds = 0; // since 1970
    QString region;
    QString operation;
    int status = 200;
    std::string request;
    std::string response;
    bool isRequestCut = false;
    bool isResponseCut = false;
};

using Recording = std::vector<RecordedRequest>;

QByteArray recordingHead(double timeSeconds);
QByteArray recordingLine(const RecordedRequest &request);

// Errors are sentences. A last line that was cut off, as a crash leaves it, is left out.
Result<Recording> parseRecording(const QByteArray &bytes);
Result<Recording> readRecording(const QString &path);

} // namespace stator::ui
