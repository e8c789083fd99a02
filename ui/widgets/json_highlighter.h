// Light colours for JSON: names strong, numbers and words in the accent, escapes quiet.
#pragma once

#include <QSyntaxHighlighter>

namespace stator::ui {

class JsonHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit JsonHighlighter(QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;
};

} // namespace stator::ui
