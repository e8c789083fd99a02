// The values in a statement: 'text', numbers, true, false, null, ?, {…}, […] and <<…>>, written as documents
// while they are read.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/writer.h"
#include "model/number.h"
#include "partiql/statement.h"
#include "partiql/token_reader.h"

namespace stator::partiql {

class ValueParser : public TokenReader {
public:
    ValueParser(std::string_view text, std::vector<document::Value> parameters);

    bool atValue() const;
    // The view lies in literals().
    Result<document::ValueView> takeValue() { return takeNested(1); }
    // A whole item: its attributes, not it itself, are the first level of nesting.
    Result<document::ValueView> takeItem() { return takeNested(0); }

    // A `true` that the statement does not write.
    document::ValueView writtenTrue();

    const std::shared_ptr<Literals> &literals() const { return m_literals; }
    // After the whole statement: every parameter stands somewhere, every `?` had one.
    Result<void> checkParameterCount() const;

private:
    Result<document::ValueView> takeNested(std::uint32_t level);
    Result<void> write(std::uint32_t level);
    Result<void> writeTuple(std::uint32_t level);
    Result<void> writeList(std::uint32_t level);
    Result<void> writeSet();
    Result<void> writeMember(const std::string &step, std::uint32_t level);
    Result<std::string> writeSetElement();
    Result<document::ValueType> setElementType() const;
    Result<void> writeWord();
    Result<std::string> takeNumberText();
    document::ValueView takeParameter();
    // A `?` may stand for a whole value, or for an attribute of an item, but not inside one.
    Error parameterInside() const;

    std::shared_ptr<Literals> m_literals;
    std::size_t m_usedParameters = 0;
    document::ValueWriter m_writer;
    std::string m_path; // from the value being written to where the walk is, as errors tell it
};

} // namespace stator::partiql
