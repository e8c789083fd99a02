// Text to read and to copy from, in JetBrains Mono on a sunken surface: code, JSON. Left to right in every language.
#pragma once

#include <QPlainTextEdit>

namespace stator::ui {

class TextView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit TextView(QWidget *parent = nullptr);

    // Replaces the text and goes to its beginning, unless it is the same.
    void setContent(const QString &text);
    // There is no text: `sentence` says why, in second text.
    void setNotice(const QString &sentence);

private:
    void applyTheme();
};

} // namespace stator::ui
