// A field for text that grows with what is typed, to six lines. Enter accepts, Shift+Enter begins a line.
#pragma once

#include <QPlainTextEdit>

namespace stator::ui {

class TextField : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit TextField(QWidget *parent = nullptr);

    // Height for its present width.
    int wantedHeight() const;
    static int lineHeight();
    static constexpr int kMostLines = 6;

Q_SIGNALS:
    void heightChanged();

private:
    int m_lastHeight = 0;
};

} // namespace stator::ui
