// JSON data files of the tests, read with Qt so that they are judged by another parser than ours.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace stator::test {

// `path` from the source root, which is the working directory of every test. Null if it cannot be read.
inline QJsonObject jsonFile(const char *path)
{
    QFile file(QString::fromLatin1(path));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

inline std::string text(const QJsonValue &value)
{
    return value.toString().toStdString();
}

} // namespace stator::test
