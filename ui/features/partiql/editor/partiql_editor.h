// The editor of statements: colours, completion, line numbers, an underlined fault. QScintilla is behind it, and
// nothing of it shows through; its own Ctrl+D, L, T and Shift+T belong to the window.
//
// Positions are characters of text().
#pragma once

#include <functional>
#include <memory>

#include <QStringList>
#include <QWidget>

namespace stator::ui {

class PartiqlEditor : public QWidget {
    Q_OBJECT
public:
    explicit PartiqlEditor(QWidget *parent = nullptr);
    ~PartiqlEditor() override;

    QString text() const;
    void setText(const QString &text);
    // As typed: can be undone.
    void insertText(const QString &text);
    QString selectedText() const;
    qsizetype cursor() const;
    void setCursor(qsizetype position);

    void setFault(qsizetype position, qsizetype length, const QString &sentence);
    void clearFault();
    bool hasFault() const;

    // What may stand where the cursor is: names, keywords. Asked while one types, and by Ctrl+Space.
    void setCompleter(std::function<QStringList(const QString &text, qsizetype cursor)> completer);
    void complete();
    bool isCompleting() const;

Q_SIGNALS:
    void textChanged();
    void cursorMoved();

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Private;
    void applyTheme();
    void removeKeys();
    void charAdded(int character);
    void fitMargin();

    const std::unique_ptr<Private> d;
};

} // namespace stator::ui
