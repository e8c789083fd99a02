#include "operations/vector_check.h"

#include "operations/key_check.h"
#include "vector/float_list.h"

namespace stator::operations {

namespace {

using vector::VectorFault;

// "Invalid size for parameter …" is observed; that the other two are worded like it is unverified, but for
// their beginnings.
Error vectorMismatch(const model::IndexDefinition &index, const VectorFault &fault)
{
    const std::string &attribute = index.vector.attribute;
    const std::string element = attribute + '[' + std::to_string(fault.element) + ']';
    const auto text = [&](std::string_view what, const std::string &parameter, const std::string &wanted,
                          const std::string &actual) {
        return Error::invalidParameter("Invalid " + std::string(what) + " for parameter " + parameter +
                                       ", Expected: " + wanted + ", Actual: " + actual +
                                       ". IndexName: " + index.name);
    };
    switch (fault.kind) {
    case VectorFault::Kind::NotAList:
        return text("type", attribute, "L", std::string(model::wireName(fault.type)));
    case VectorFault::Kind::NotANumber:
        return text("type", element, "N", std::string(model::wireName(fault.type)));
    case VectorFault::Kind::WrongLength:
        return text("size", attribute, std::to_string(index.vector.dimensions), std::to_string(fault.length));
    case VectorFault::Kind::OutOfRange:
        break;
    }
    return Error::invalidParameter("Invalid value for parameter " + element +
                                   ", it must be a 32-bit floating-point number. IndexName: " + index.name);
}

} // namespace

Result<void> checkVectorEntry(const model::IndexDefinition &index, document::ItemView item)
{
    for (const auto &filter : index.vector.inlineFilters)
        if (const auto value = item.attribute(filter.name); value && value->type() != filter.type)
            return indexKeyMismatch(index, filter, value->type());
    const auto value = item.attribute(index.vector.attribute);
    if (!value)
        return {};
    thread_local std::vector<float> floats;
    if (const auto fault = vector::readVector(*value, index.vector.dimensions, floats))
        return vectorMismatch(index, *fault);
    return {};
}

} // namespace stator::operations
