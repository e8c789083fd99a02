#include "models/value_text.h"

#include <algorithm>

#include <QtCore/QCoreApplication>

#include "bridge/text.h"
#include "document/json_reader.h"
#include "document/json_writer.h"
#include "document/writer.h"
#include "model/number.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using document::ValueType;
using document::ValueView;

namespace {

constexpr qsizetype kLongestCell = 240;
constexpr qsizetype kLongestTip = 1200;
constexpr std::size_t kHexBytes = 8;

QString numberOf(ValueView value) { return toQt(model::numberText(value.numberBytes())); }

QString hexOf(std::string_view bytes)
{
    static constexpr char16_t kDigits[] = u"0123456789ABCDEF";
    QString text;
    for (std::size_t i = 0; i < std::min(bytes.size(), kHexBytes); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (i > 0)
            text += u' ';
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    if (bytes.size() > kHexBytes)
        text += u'…';
    return text;
}

void appendBrief(ValueView value, qsizetype limit, QString &out);

// Elements with commas between them until `limit` is reached; false if some are left out.
bool appendElements(ValueView value, qsizetype limit, QString &out)
{
    bool isFirst = true;
    const auto separate = [&] {
        if (!isFirst)
            out += u", "_s;
        isFirst = false;
        return out.size() < limit;
    };
    if (value.type() == ValueType::M) {
        for (const auto &member : value.members()) {
            if (!separate())
                return false;
            out += oneLine(member.name, 60) + u": "_s;
            appendBrief(member.value, limit, out);
        }
        return true;
    }
    for (const ValueView element : value.elements()) {
        if (!separate())
            return false;
        appendBrief(element, limit, out);
    }
    return true;
}

void appendBrief(ValueView value, qsizetype limit, QString &out)
{
    switch (value.type()) {
    case ValueType::Null:
        out += u"null"_s;
        break;
    case ValueType::Bool:
        out += value.boolean() ? u"true"_s : u"false"_s;
        break;
    case ValueType::N:
        out += numberOf(value);
        break;
    case ValueType::S:
        out += value.text().empty() ? u"\"\""_s : oneLine(value.text(), 80);
        break;
    case ValueType::B:
        out += hexOf(value.text());
        break;
    case ValueType::L:
        out += u'[';
        out += appendElements(value, limit, out) ? u"]"_s : u"…]"_s;
        break;
    default:
        out += u'{';
        out += appendElements(value, limit, out) ? u"}"_s : u"…}"_s;
        break;
    }
}

CellText collectionText(ValueView value)
{
    CellText cell;
    cell.kind = CellKind::Collection;
    const QString count = QString::number(value.count());
    QString inner;
    cell.isCut = !appendElements(value, kLongestCell, inner);
    if (cell.isCut)
        inner += u'…';
    if (model::isSet(value.type())) {
        cell.text = u'{' + inner + u'}';
        cell.trailing = count;
    } else if (value.type() == ValueType::L) {
        cell.text = u'[' + count + u"] "_s + inner;
    } else {
        cell.text = u'{' + count + u"} "_s + inner;
    }
    return cell;
}

QString jsonOf(ValueView value)
{
    // {"L":[…]} without the outer type: what is between the first colon and the last brace.
    std::string json;
    document::writeValue(value, json);
    const std::size_t colon = json.find(':');
    return toQt(std::string_view(json).substr(colon + 1, json.size() - colon - 2));
}

} // namespace

QString oneLine(std::string_view utf8, qsizetype limit, bool *isCut)
{
    // Four bytes make at most two UTF-16 units: cutting the bytes first keeps long texts cheap.
    const auto bytes = static_cast<std::size_t>(limit) * 4;
    const bool isLong = utf8.size() > bytes;
    QString text = toQt(isLong ? utf8.substr(0, bytes) : utf8);
    const bool isTooLong = isLong || text.size() > limit;
    if (isTooLong)
        text.truncate(limit);
    if (isCut)
        *isCut = isTooLong;
    text.replace(u"\r\n"_s, u"↵"_s);
    for (QChar &letter : text) {
        if (letter == u'\n' || letter == u'\r' || letter == QChar::LineSeparator || letter == QChar::ParagraphSeparator)
            letter = u'↵';
        else if (letter == u'\t')
            letter = u'→';
        else if (letter.category() == QChar::Other_Control)
            letter = u'␀';
    }
    for (qsizetype i = 0; i < text.size() && text.at(i) == u' '; ++i)
        text[i] = u'·';
    if (!isTooLong) {
        for (qsizetype i = text.size() - 1; i >= 0 && text.at(i) == u' '; --i)
            text[i] = u'·';
    }
    return text;
}

CellText cellText(std::optional<ValueView> value)
{
    CellText cell;
    if (!value)
        return cell;
    switch (value->type()) {
    case ValueType::Null:
        cell.kind = CellKind::Null;
        cell.text = u"null"_s;
        break;
    case ValueType::Bool:
        cell.kind = value->boolean() ? CellKind::True : CellKind::False;
        cell.text = value->boolean() ? u"✓ true"_s : u"– false"_s;
        break;
    case ValueType::N:
        cell.kind = CellKind::Number;
        cell.text = numberOf(*value);
        break;
    case ValueType::S:
        cell.kind = value->text().empty() ? CellKind::EmptyText : CellKind::Text;
        cell.text = value->text().empty() ? u"\"\""_s : oneLine(value->text(), kLongestCell, &cell.isCut);
        break;
    case ValueType::B:
        cell.kind = CellKind::Binary;
        cell.text = hexOf(value->text());
        cell.trailing = sizeText(static_cast<std::int64_t>(value->text().size()));
        break;
    default:
        return collectionText(*value);
    }
    return cell;
}

QString valueTypeCode(ValueType type) { return toQt(model::wireName(type)); }

QString plainText(ValueView value)
{
    switch (value.type()) {
    case ValueType::S:
        return toQt(value.text());
    case ValueType::N:
        return numberOf(value);
    case ValueType::Bool:
        return value.boolean() ? u"true"_s : u"false"_s;
    case ValueType::Null:
        return u"null"_s;
    case ValueType::B: {
        std::string base64;
        document::writeBase64(value.text(), base64);
        return toQt(base64);
    }
    default:
        return jsonOf(value);
    }
}

QString shortText(ValueView value)
{
    QString text;
    if (value.type() == ValueType::S)
        text = toQt(value.text().substr(0, static_cast<std::size_t>(kLongestTip) * 4));
    else if (value.type() == ValueType::B)
        text = hexOf(value.text());
    else
        appendBrief(value, kLongestTip, text);
    if (text.size() > kLongestTip)
        text = text.left(kLongestTip) + u'…';
    return text;
}

bool isEditableInCell(ValueType type)
{
    return type == ValueType::S || type == ValueType::N || type == ValueType::Bool;
}

Result<document::Value> valueFromText(ValueType type, const QString &text)
{
    const auto say = [](const char *sentence) {
        return Error::validation(QCoreApplication::translate("stator::ui::ValueText", sentence).toStdString());
    };
    switch (type) {
    case ValueType::S:
        return document::Value::string(toUtf8(text));
    case ValueType::N: {
        const auto number = model::Number::parse(toUtf8(text.trimmed()));
        if (!number.ok())
            return say(QT_TRANSLATE_NOOP("stator::ui::ValueText",
                                         "Not a number: digits with an optional sign, point and exponent; at most 38 digits."));
        document::ValueWriter writer;
        writer.numberBytes(number->bytes());
        return writer.finish();
    }
    case ValueType::Bool: {
        const QString word = text.trimmed().toLower();
        if (word != "true"_L1 && word != "false"_L1)
            return say(QT_TRANSLATE_NOOP("stator::ui::ValueText", "A BOOL is true or false."));
        return document::Value::boolean(word == "true"_L1);
    }
    case ValueType::B: {
        std::string bytes;
        if (!document::decodeBase64(toUtf8(text.trimmed()), bytes).ok())
            return say(QT_TRANSLATE_NOOP("stator::ui::ValueText", "Not base64."));
        return document::Value::binary(bytes);
    }
    case ValueType::Null:
        return document::Value();
    default:
        return say(QT_TRANSLATE_NOOP("stator::ui::ValueText", "Sets, lists and maps are edited in the Inspector."));
    }
}

} // namespace stator::ui
