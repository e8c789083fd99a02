#include "features/items/editor/draft_text.h"

#include "document/json_writer.h"
#include "model/number.h"

namespace stator::ui {

namespace {

constexpr std::size_t kInlineWidth = 60;

std::string base64(const std::string &bytes)
{
    std::string text;
    document::writeBase64(bytes, text);
    return text;
}

class Writer {
public:
    explicit Writer(TextForm form) : m_form(form) {}

    std::string run(const DraftNode &root)
    {
        members(root, 0);
        m_out.push_back('\n');
        return std::move(m_out);
    }

private:
    bool isWire() const { return m_form == TextForm::Wire; }
    void newLine(int level)
    {
        m_out.push_back('\n');
        m_out.append(static_cast<std::size_t>(level) * 2, ' ');
    }

    void members(const DraftNode &map, int level)
    {
        if (map.children.empty()) {
            m_out += "{}";
            return;
        }
        m_out.push_back('{');
        const char *separator = "";
        for (const auto &child : map.children) {
            m_out += separator;
            newLine(level + 1);
            appendJsonString(child->name, m_out);
            m_out += ": ";
            value(*child, level + 1);
            separator = ",";
        }
        newLine(level);
        m_out.push_back('}');
    }

    void value(const DraftNode &node, int level)
    {
        if (isWire()) {
            m_out += "{\"";
            m_out += model::wireName(node.type);
            m_out += "\": ";
        }
        content(node, level);
        if (isWire())
            m_out.push_back('}');
    }

    void content(const DraftNode &node, int level)
    {
        switch (node.type) {
        case ValueType::Null:
            m_out += isWire() ? "true" : "null";
            break;
        case ValueType::Bool:
            m_out += node.boolean ? "true" : "false";
            break;
        case ValueType::S:
        case ValueType::N:
        case ValueType::B:
            m_out += scalar(node.type, node.text);
            break;
        case ValueType::SS:
            set(ValueType::S, node, level);
            break;
        case ValueType::NS:
            set(ValueType::N, node, level);
            break;
        case ValueType::BS:
            set(ValueType::B, node, level);
            break;
        case ValueType::L:
            list(node, level);
            break;
        case ValueType::M:
            members(node, level);
            break;
        }
    }

    std::string scalar(ValueType type, const std::string &text) const
    {
        if (type == ValueType::N && !isWire())
            return plainNumber(text);
        std::string quoted;
        appendJsonString(type == ValueType::B ? base64(text) : text, quoted);
        return quoted;
    }

    // The grammar of the service allows what JSON does not: +5, .5, 5., 007. Those go through the engine.
    static std::string plainNumber(const std::string &text)
    {
        const JsonParse json = parseJson(text);
        const std::size_t first = text.find_first_not_of('-');
        const bool hasZeroInFront = first + 1 < text.size() && text[first] == '0' && text[first + 1] >= '0';
        if (json.node && json.node->kind == JsonNode::Kind::Number && !hasZeroInFront)
            return text;
        const auto number = model::Number::parse(text);
        return number.ok() ? model::numberText(number->bytes()) : "null";
    }

    void sequence(const std::vector<std::string> &parts, int level, bool mayBeInline = true)
    {
        std::size_t width = 0;
        for (const auto &part : parts)
            width += part.size() + 2;
        const bool isInline = mayBeInline && width <= kInlineWidth;
        m_out.push_back('[');
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 0)
                m_out += isInline ? ", " : ",";
            if (!isInline)
                newLine(level + 1);
            m_out += parts[i];
        }
        if (!isInline)
            newLine(level);
        m_out.push_back(']');
    }

    void set(ValueType element, const DraftNode &node, int level)
    {
        std::vector<std::string> parts;
        for (const auto &text : node.elements)
            parts.push_back(scalar(element, text));
        sequence(parts, level);
    }

    void list(const DraftNode &node, int level)
    {
        std::vector<std::string> parts;
        for (const auto &child : node.children) {
            Writer part(m_form);
            part.value(*child, level + 1);
            parts.push_back(std::move(part.m_out));
        }
        bool hasLines = false;
        for (const auto &part : parts)
            hasLines = hasLines || part.find('\n') != std::string::npos;
        sequence(parts, level, !hasLines);
    }

    const TextForm m_form;
    std::string m_out;
};

} // namespace

std::string draftText(const ItemDraft &draft, TextForm form)
{
    return Writer(form).run(draft.root());
}

} // namespace stator::ui
