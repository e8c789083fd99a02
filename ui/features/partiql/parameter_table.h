// The values for the ? of a statement: a type and a text each. It grows with the statement and keeps what was typed.
#pragma once

#include <QTableWidget>

#include "base/result.h"
#include "document/item.h"

namespace stator::ui {

struct ParameterText {
    QString type = QStringLiteral("S"); // S, N, BOOL, NULL, B, or JSON: a value in DynamoDB JSON
    QString value;

    bool operator==(const ParameterText &) const = default;
};

// The error is a sentence.
Result<document::Value> valueOf(const ParameterText &parameter);

class ParameterTable : public QTableWidget {
    Q_OBJECT
public:
    explicit ParameterTable(QWidget *parent = nullptr);

    void setCount(int count);
    QList<ParameterText> parameters() const; // as many as are shown
    void setParameters(const QList<ParameterText> &parameters);
    void edit(int row);

Q_SIGNALS:
    void edited();

private:
    void fillRow(int row);

    QList<ParameterText> m_kept; // also of rows that are not shown now
    bool m_isFilling = false;
};

} // namespace stator::ui
