#include "features/items/editor/draft_convert.h"

#include <algorithm>

#include <QtCore/QCoreApplication>
#include <QtCore/QStringConverter>

#include "features/items/editor/draft_check.h"
#include "model/number.h"

namespace stator::ui {

namespace {

bool isUtf8(const std::string &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return !decoder.hasError() && text.size() >= 0;
}

bool isText(ValueType type)
{
    return model::isKeyType(type);
}

class Converter {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::DraftConvert)

public:
    static Conversion run(const DraftNode &node, ValueType to)
    {
        if (node.type == to)
            return {node.clone(), {}};
        if (!node.hasContent())
            return {emptyValue(to), {}};
        if (to == ValueType::Null)
            return refuse(tr("A null holds nothing; the value would be lost."));
        if (isText(node.type) && isText(to))
            return scalar(node.text, node.type, to);
        if (isText(node.type) && model::isSet(to))
            return elements({node.text}, node.type, to);
        if (model::isSet(node.type) && model::isSet(to))
            return elements(node.elements, elementType(node.type), to);
        if (model::isSet(node.type) && isText(to))
            return node.elements.size() == 1 ? scalar(node.elements.front(), elementType(node.type), to)
                                             : refuse(tr("The set has more than one element."));
        if (to == ValueType::L)
            return toList(node);
        if (node.type == ValueType::L)
            return fromList(node, to);
        return others(node, to);
    }

private:
    static Conversion refuse(const QString &reason) { return {nullptr, reason}; }

    static Conversion done(ValueType type, std::string text)
    {
        auto content = emptyValue(type);
        content->text = std::move(text);
        return {std::move(content), {}};
    }

    static Conversion scalar(const std::string &text, ValueType from, ValueType to)
    {
        if (from == to)
            return done(to, text);
        if (from == ValueType::B && !isUtf8(text))
            return refuse(tr("The bytes are not text in UTF-8."));
        if (to != ValueType::N)
            return done(to, text);
        const QString fault = numberFault(text);
        if (!fault.isEmpty())
            return refuse(fault);
        const std::string stored = model::numberText(model::Number::parse(text)->bytes());
        if (stored != text)
            return refuse(tr("As a number, “%1” would become %2.")
                              .arg(QString::fromStdString(text), QString::fromStdString(stored)));
        return done(to, text);
    }

    static Conversion elements(const std::vector<std::string> &texts, ValueType from, ValueType to)
    {
        auto content = emptyValue(to);
        for (const auto &text : texts) {
            Conversion element = scalar(text, from, elementType(to));
            if (!element.content)
                return element;
            content->elements.push_back(element.content->text);
        }
        const QString fault = setFault(to, content->elements);
        if (!fault.isEmpty())
            return refuse(fault);
        return {std::move(content), {}};
    }

    static Conversion toList(const DraftNode &node)
    {
        auto list = emptyValue(ValueType::L);
        if (!model::isSet(node.type)) {
            auto element = node.clone();
            element->name.clear();
            element->isKey = false;
            list->append(std::move(element));
            return {std::move(list), {}};
        }
        for (const auto &text : node.elements)
            list->append(done(elementType(node.type), text).content);
        return {std::move(list), {}};
    }

    static Conversion fromList(const DraftNode &node, ValueType to)
    {
        if (!model::isSet(to)) {
            if (node.children.size() != 1)
                return refuse(tr("The list has more than one element."));
            return run(*node.children.front(), to);
        }
        std::vector<std::string> texts;
        for (const auto &child : node.children) {
            if (child->type != elementType(to))
                return refuse(tr("An element of the list is of another type."));
            texts.push_back(child->text);
        }
        return elements(texts, elementType(to), to);
    }

    static Conversion others(const DraftNode &node, ValueType to)
    {
        if (node.type == ValueType::Bool && to == ValueType::S)
            return done(to, node.boolean ? "true" : "false");
        if (node.type == ValueType::S && to == ValueType::Bool) {
            if (node.text != "true" && node.text != "false")
                return refuse(tr("Only the texts “true” and “false” become a Boolean."));
            auto content = emptyValue(to);
            content->boolean = node.text == "true";
            return {std::move(content), {}};
        }
        if (node.type == ValueType::Bool)
            return refuse(tr("A Boolean becomes text, or the element of a list, and nothing else."));
        if (to == ValueType::Bool)
            return refuse(tr("Only the texts “true” and “false” become a Boolean."));
        if (to == ValueType::M)
            return refuse(tr("A map needs a name for each value."));
        return refuse(tr("A map becomes the element of a list, and nothing else."));
    }
};

} // namespace

Conversion convert(const DraftNode &node, ValueType type)
{
    return Converter::run(node, type);
}

std::unique_ptr<DraftNode> emptyValue(ValueType type)
{
    auto node = std::make_unique<DraftNode>();
    node->type = type;
    return node;
}

} // namespace stator::ui
