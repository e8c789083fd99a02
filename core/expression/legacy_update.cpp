#include "expression/legacy.h"

namespace stator::expression {

namespace {

using document::ValueType;

Result<void> checkUpdate(const LegacyUpdate &update)
{
    if (!update.value) {
        if (update.action != LegacyUpdate::Action::Delete)
            return Error::invalidParameter(
                "Only DELETE action is allowed when no attribute value is specified");
        return {};
    }
    const ValueType type = update.value->view().type();
    const std::string name(model::wireName(type));
    if (update.action == LegacyUpdate::Action::Delete && !model::isSet(type))
        return Error::invalidParameter("DELETE action with value is not supported for the type " + name);
    if (update.action == LegacyUpdate::Action::Add && type != ValueType::N && type != ValueType::L &&
        !model::isSet(type))
        return Error::invalidParameter("ADD action is not supported for the type " + name);
    return {};
}

UpdateAction::Kind kindOf(const LegacyUpdate &update)
{
    switch (update.action) {
    case LegacyUpdate::Action::Put:
        return UpdateAction::Kind::Set;
    case LegacyUpdate::Action::Add:
        return UpdateAction::Kind::AddLegacy;
    case LegacyUpdate::Action::Delete:
        break;
    }
    return update.value ? UpdateAction::Kind::DeleteLegacy : UpdateAction::Kind::Remove;
}

} // namespace

Result<Update> updateFromAttributeUpdates(std::span<const LegacyUpdate> updates)
{
    Update result;
    for (const LegacyUpdate &source : updates) {
        STATOR_CHECK(checkUpdate(source));
        UpdateAction action;
        action.kind = kindOf(source);
        action.path = static_cast<std::uint32_t>(result.paths.size());
        result.paths.push_back({source.attribute});
        if (source.value) {
            auto owned = std::make_shared<const document::Value>(*source.value);
            action.operand = owned->view();
            result.literals.push_back(std::move(owned));
        }
        if (action.kind == UpdateAction::Kind::Set) {
            action.term = static_cast<std::uint32_t>(result.terms.size());
            Term term;
            term.literal = action.operand;
            result.terms.push_back(term);
        }
        STATOR_CHECK(
            result.targets.insert(result.paths.back(), static_cast<std::uint32_t>(result.actions.size())));
        result.actions.push_back(action);
    }
    return result;
}

} // namespace stator::expression
