#include "features/items/editor/draft_check.h"

#include <algorithm>
#include <set>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include "model/limits.h"
#include "model/number.h"

namespace stator::ui {

namespace {

using model::KeyAttribute;

class Check {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::DraftCheck)

public:
    Check(const ItemRules &rules, const document::Item *fixedKey) : m_rules(rules), m_fixedKey(fixedKey) {}

    std::vector<DraftFault> run(const ItemDraft &draft)
    {
        visit(draft.root(), 0);
        const auto item = draft.item();
        const std::uint32_t size = item ? item->view().sizeBytes() : 0;
        if (size > model::kItemBytes) {
            const QLocale locale;
            //: %1 and %2 are counts of bytes.
            add(draft.root(), false, tr("The item has %1 bytes; an item may have %2.")
                                         .arg(locale.toString(size), locale.toString(model::kItemBytes)));
        }
        return std::move(m_faults);
    }

    static QString number(const std::string &text)
    {
        if (text.empty())
            return tr("A number is missing.");
        const auto parsed = model::Number::parse(text);
        if (parsed.ok())
            return {};
        const std::string &why = parsed.error().message;
        // The engine's texts for what is a number, but not one the service can hold.
        if (why.find("38 significant") != std::string::npos)
            return tr("A number holds at most 38 significant digits.");
        if (why.find("overflow") != std::string::npos)
            return tr("The number is too large: its magnitude must be below 1E+126.");
        if (why.find("underflow") != std::string::npos)
            return tr("The number is too small: its magnitude must be at least 1E-130.");
        return tr("“%1” is not a number.").arg(QString::fromStdString(text));
    }

    static QString set(ValueType type, const std::vector<std::string> &elements)
    {
        if (elements.empty())
            return tr("A set needs at least one element.");
        std::set<std::string> seen;
        for (const auto &element : elements) {
            if (type != ValueType::NS) {
                if (!seen.insert(element).second)
                    return duplicate(type, element);
                continue;
            }
            const QString fault = number(element);
            if (!fault.isEmpty())
                return fault;
            if (!seen.insert(std::string(model::Number::parse(element)->bytes())).second)
                return duplicate(type, element);
        }
        return {};
    }

private:
    static QString duplicate(ValueType type, const std::string &element)
    {
        const QString shown = type == ValueType::BS
            ? QString::fromLatin1(QByteArray::fromStdString(element).toHex(' '))
            : QString::fromStdString(element);
        return tr("The set holds “%1” already.").arg(shown);
    }

    void add(const DraftNode &node, bool isUnreadable, const QString &sentence)
    {
        m_faults.push_back({&node, isUnreadable, sentence});
    }

    void visit(const DraftNode &node, std::uint32_t level)
    {
        if (level > 0)
            visitValue(node, level);
        if (node.type == ValueType::M)
            visitNames(node);
        for (const auto &child : node.children)
            visit(*child, level + 1);
    }

    void visitValue(const DraftNode &node, std::uint32_t level)
    {
        if (level == model::kNestingLevels + 1)
            add(node, false, tr("Values may be nested %Ln level(s) deep; this one is deeper.", nullptr,
                                static_cast<int>(model::kNestingLevels)));
        if (level == 1)
            visitKey(node);
        if (!node.carried.empty())
            return;
        if (node.isKey && node.text.empty())
            return; // said already, in the words of keys
        const QString fault = node.type == ValueType::N ? number(node.text)
                              : model::isSet(node.type) ? set(node.type, node.elements)
                                                        : QString();
        if (!fault.isEmpty())
            add(node, true, fault);
    }

    void visitNames(const DraftNode &map)
    {
        std::set<std::string_view> seen;
        for (const auto &child : map.children) {
            if (child->name.empty())
                add(*child, false, tr("The attribute needs a name."));
            else if (child->name.size() > model::kAttributeNameBytes)
                add(*child, false, tr("The name is longer than 65,535 bytes."));
            else if (!seen.insert(child->name).second)
                add(*child, true, tr("There is an attribute “%1” already.").arg(QString::fromStdString(child->name)));
        }
    }

    // One fault of a key attribute at most: of the table's key, else of the first index that has it.
    void visitKey(const DraftNode &node)
    {
        if (const KeyAttribute *key = m_rules.keys.find(node.name)) {
            if (!judgeKey(node, *key, isSort(m_rules.keys, node.name), false))
                judgeFixed(node);
            return;
        }
        for (const auto &index : m_rules.indexKeys) {
            const KeyAttribute *key = index.find(node.name);
            if (key && judgeKey(node, *key, isSort(index, node.name), true))
                return;
        }
    }

    static bool isSort(const model::KeySchema &keys, const std::string &name)
    {
        return std::any_of(keys.sort.begin(), keys.sort.end(), [&name](const auto &key) { return key.name == name; });
    }

    bool judgeKey(const DraftNode &node, const KeyAttribute &key, bool isSortKey, bool isIndex)
    {
        const QString name = QString::fromStdString(node.name);
        const QString wanted = QString::fromLatin1(model::wireName(key.type).data());
        QString fault;
        if (node.type != key.type)
            fault = isIndex ? tr("An index has “%1” as its key: it must be of type %2, or absent.").arg(name, wanted)
                            : tr("“%1” is the key: it must be of type %2.").arg(name, wanted);
        else if (node.text.empty())
            fault = isIndex ? tr("An index has “%1” as its key: it must not be empty.").arg(name)
                            : tr("“%1” is the key: it must not be empty.").arg(name);
        else if (key.type != ValueType::N
                 && node.text.size() > (isSortKey ? model::kSortKeyBytes : model::kPartitionKeyBytes))
            fault = tr("“%1” is a key: it may have %Ln byte(s).", nullptr,
                       static_cast<int>(isSortKey ? model::kSortKeyBytes : model::kPartitionKeyBytes))
                        .arg(name);
        if (fault.isEmpty())
            return false;
        add(node, node.type == ValueType::N && node.text.empty(), fault);
        return true;
    }

    void judgeFixed(const DraftNode &node)
    {
        const auto fixed = m_fixedKey ? m_fixedKey->view().attribute(node.name) : std::nullopt;
        if (!fixed || (node.type == ValueType::N && !numberFault(node.text).isEmpty()))
            return;
        const auto before = ItemDraft::nodeOf(*fixed);
        const bool isSame = node.type == ValueType::N
            ? *model::Number::parse(before->text) == *model::Number::parse(node.text)
            : before->text == node.text;
        if (!isSame)
            add(node, false, tr("The key of an item is fixed. Duplicate it with another key instead."));
    }

    const ItemRules &m_rules;
    const document::Item *m_fixedKey;
    std::vector<DraftFault> m_faults;
};

} // namespace

std::vector<DraftFault> checkDraft(const ItemDraft &draft, const ItemRules &rules, const document::Item *fixedKey)
{
    return Check(rules, fixedKey).run(draft);
}

QString numberFault(const std::string &text)
{
    return Check::number(text);
}

QString setFault(ValueType type, const std::vector<std::string> &elements)
{
    return Check::set(type, elements);
}

bool holdsElement(ValueType type, const std::vector<std::string> &elements, const std::string &element)
{
    if (type != ValueType::NS)
        return std::find(elements.begin(), elements.end(), element) != elements.end();
    const auto wanted = model::Number::parse(element);
    return std::any_of(elements.begin(), elements.end(), [&](const std::string &other) {
        if (other == element)
            return true;
        const auto number = model::Number::parse(other);
        return wanted.ok() && number.ok() && *number == *wanted;
    });
}

} // namespace stator::ui
