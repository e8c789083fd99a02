// A few lines of code in a sunken well, with Copy. Code runs left to right in every language.
#pragma once

#include <QWidget>

class QToolButton;

namespace stator::ui {

class ThemedLabel;

class CodeSnippet : public QWidget {
    Q_OBJECT
public:
    explicit CodeSnippet(QWidget *parent = nullptr);

    void setCode(const QString &code);
    // Room for so many lines, whatever is shown: other code then moves nothing.
    void reserveLines(qsizetype lines);
    QString code() const { return m_code; }

Q_SIGNALS:
    void copied();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_code;
    ThemedLabel *m_label;
    QToolButton *m_copy;
};

} // namespace stator::ui
