#include "partiql/selection.h"

#include <variant>

#include "document/writer.h"

namespace stator::partiql {

namespace {

// From the last name on: `a.b` is returned as "b", `a.b[0]` as "b[0]" (unverified for indexes).
std::string columnName(const document::Path &path)
{
    std::size_t last = path.size() - 1;
    while (!std::holds_alternative<std::string>(path[last]))
        --last;
    std::string name = std::get<std::string>(path[last]);
    for (std::size_t i = last + 1; i < path.size(); ++i)
        name += '[' + std::to_string(std::get<std::uint32_t>(path[i])) + ']';
    return name;
}

} // namespace

Selection::Selection(const Statement &statement)
{
    bool arePlain = true;
    for (const std::uint32_t column : statement.columns) {
        const document::Path &path = statement.paths[column];
        expression::addUse(m_attributes, path);
        // An attribute named twice clashes with itself; written as a column it is returned once.
        arePlain = arePlain && path.size() == 1 && m_paths.insert(path, column).ok();
    }
    if (arePlain)
        return;
    for (const std::uint32_t column : statement.columns)
        m_columns.emplace_back(columnName(statement.paths[column]), statement.paths[column]);
}

void Selection::appendTo(document::ItemList &items, document::ItemView item) const
{
    if (isWholeItem()) {
        items.append(item);
    } else if (m_columns.empty()) {
        document::projectInto(item, m_paths, items);
    } else {
        // Of two columns with one name the later is returned (unverified).
        document::ItemWriter writer;
        for (const auto &[name, path] : m_columns)
            if (const auto value = document::resolve(item, path)) {
                writer.name(name);
                writer.value(*value);
            }
        items.append(writer.finish().view());
    }
}

} // namespace stator::partiql
