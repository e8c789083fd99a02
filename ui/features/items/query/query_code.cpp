#include "features/items/query/query_code.h"

#include "bridge/text.h"
#include "document/json_writer.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

// For a POSIX shell.
QString quoted(const QString &text)
{
    QString escaped = text;
    return u'\'' + escaped.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString namesJson(const api::Map<std::string> &names)
{
    std::string json = "{";
    for (const auto &[placeholder, name] : names) {
        if (json.size() > 1)
            json += ",";
        document::writeJsonString(placeholder, json);
        json += ":";
        document::writeJsonString(name, json);
    }
    return toQt(json + "}");
}

template <class Request>
QString cli(const Request &request, const QString &operation, const QString &endpoint, const QString &region)
{
    QStringList parts{u"aws dynamodb "_s + operation};
    const auto add = [&parts](const QString &option, const QString &value) { parts.append(u"--%1 %2"_s.arg(option, value)); };
    if (!endpoint.isEmpty())
        add(u"endpoint-url"_s, endpoint);
    add(u"region"_s, region);
    add(u"table-name"_s, quoted(toQt(request.tableName)));
    if (request.indexName)
        add(u"index-name"_s, quoted(toQt(*request.indexName)));
    if constexpr (requires { request.keyConditionExpression; }) {
        if (request.keyConditionExpression)
            add(u"key-condition-expression"_s, quoted(toQt(*request.keyConditionExpression)));
        if (request.scanIndexForward && !*request.scanIndexForward)
            parts.append(u"--no-scan-index-forward"_s);
    }
    if (request.filterExpression)
        add(u"filter-expression"_s, quoted(toQt(*request.filterExpression)));
    if (request.projectionExpression)
        add(u"projection-expression"_s, quoted(toQt(*request.projectionExpression)));
    if (request.expressionAttributeNames)
        add(u"expression-attribute-names"_s, quoted(namesJson(*request.expressionAttributeNames)));
    if (request.expressionAttributeValues)
        add(u"expression-attribute-values"_s, quoted(toQt(document::itemToJson(request.expressionAttributeValues->view()))));
    if (request.limit)
        add(u"limit"_s, QString::number(*request.limit));
    if (request.consistentRead.value_or(false))
        parts.append(u"--consistent-read"_s);
    return parts.join(u" \\\n    "_s);
}

// JSON is Python but for three words, which stand outside strings.
QString pythonLiteral(const QString &json)
{
    QString out;
    bool isString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QChar letter = json.at(i);
        if (letter == u'"')
            isString = !isString;
        if (isString && letter == u'\\') {
            out += json.mid(i++, 2);
            continue;
        }
        const QStringView rest = QStringView(json).mid(i);
        if (!isString && rest.startsWith(u"true"))
            out += u"True"_s, i += 3;
        else if (!isString && rest.startsWith(u"false"))
            out += u"False"_s, i += 4;
        else if (!isString && rest.startsWith(u"null"))
            out += u"None"_s, i += 3;
        else if (!isString && (letter == u':' || letter == u','))
            out += letter + QStringLiteral(" ");
        else
            out += letter;
    }
    return out;
}

template <class Request>
QString python(const Request &request, const QString &operation, const QString &endpoint, const QString &region)
{
    QString code = u"import boto3\n\n"_s;
    const QString where = endpoint.isEmpty() ? QString() : u", endpoint_url=\"%1\""_s.arg(endpoint);
    code += u"client = boto3.client(\"dynamodb\", region_name=\"%1\"%2)\n"_s.arg(region, where);
    code += u"pages = client.get_paginator(\"%1\").paginate(\n"_s.arg(operation);
    const auto text = [&code](const QString &name, const std::string &value) {
        std::string json;
        document::writeJsonString(value, json);
        code += u"    %1=%2,\n"_s.arg(name, toQt(json));
    };
    text(u"TableName"_s, request.tableName);
    if (request.indexName)
        text(u"IndexName"_s, *request.indexName);
    if constexpr (requires { request.keyConditionExpression; }) {
        if (request.keyConditionExpression)
            text(u"KeyConditionExpression"_s, *request.keyConditionExpression);
        if (request.scanIndexForward && !*request.scanIndexForward)
            code += u"    ScanIndexForward=False,\n"_s;
    }
    if (request.filterExpression)
        text(u"FilterExpression"_s, *request.filterExpression);
    if (request.projectionExpression)
        text(u"ProjectionExpression"_s, *request.projectionExpression);
    if (request.expressionAttributeNames)
        code += u"    ExpressionAttributeNames=%1,\n"_s.arg(pythonLiteral(namesJson(*request.expressionAttributeNames)));
    if (request.expressionAttributeValues)
        code += u"    ExpressionAttributeValues=%1,\n"_s.arg(
            pythonLiteral(toQt(document::itemToJson(request.expressionAttributeValues->view()))));
    if (request.limit)
        code += u"    PaginationConfig={\"PageSize\": %1},\n"_s.arg(*request.limit);
    if (request.consistentRead.value_or(false))
        code += u"    ConsistentRead=True,\n"_s;
    return code + u")\nfor page in pages:\n    for item in page[\"Items\"]:\n        print(item)"_s;
}

} // namespace

QString codeFor(const ItemQuery &query, CodeLanguage language, const QString &endpoint, const QString &region)
{
    if (const auto *scan = std::get_if<api::ScanRequest>(&query))
        return language == CodeLanguage::Cli ? cli(*scan, u"scan"_s, endpoint, region) : python(*scan, u"scan"_s, endpoint, region);
    const auto &request = std::get<api::QueryRequest>(query);
    return language == CodeLanguage::Cli ? cli(request, u"query"_s, endpoint, region)
                                         : python(request, u"query"_s, endpoint, region);
}

} // namespace stator::ui
