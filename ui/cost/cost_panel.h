// Why a request cost what it did, to read: units by table and index, then the sentences.
#pragma once

#include <QDialog>
#include <QWidget>

#include "cost/cost_explanation.h"

class QVBoxLayout;

namespace stator::ui {

class CostPanel : public QWidget {
    Q_OBJECT
public:
    explicit CostPanel(QWidget *parent = nullptr);

    void setFacts(const CostFacts &facts);
    // There is nothing to explain: `reason` is the sentence that says why.
    void setNothing(const QString &reason);

private:
    void clear();
    void addParts(const CostExplanation &explanation);
    void addLines(const CostExplanation &explanation, CostLine::Kind kind, const QString &title);

    QVBoxLayout *m_column;
};

// The same in a dialog of its own, opened and not executed.
class CostDialog : public QDialog {
    Q_OBJECT
public:
    CostDialog(const CostFacts &facts, QWidget *parent);
};

} // namespace stator::ui
