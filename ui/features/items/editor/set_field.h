// The elements of a set as chips, with a field behind them. Enter adds, Backspace in the empty field takes the
// last one back into it; an element the set holds already is refused, with the reason below.
#pragma once

#include <vector>

#include <QWidget>

#include "features/items/editor/item_draft.h"

class QLineEdit;
class QToolButton;

namespace stator::ui {

class ThemedLabel;

class SetField : public QWidget {
    Q_OBJECT
public:
    SetField(ValueType type, QWidget *parent = nullptr);

    void setElements(const std::vector<std::string> &elements);
    std::vector<std::string> elements() const { return m_elements; }
    // What is in the field becomes an element; false: it cannot, and stays.
    bool takeTyped();
    // Height for its present width.
    int wantedHeight() const { return m_wantedHeight; }

Q_SIGNALS:
    void changed();
    void heightChanged();
    void accepted(); // Enter in the empty field
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    void arrange();
    void removeAt(std::size_t index);
    QString chipText(const std::string &element) const;
    // Bytes of what was typed; nothing if it is no such element, with the reason said.
    std::optional<std::string> parse(const QString &text);
    void say(const QString &reason);

    const ValueType m_type;
    std::vector<std::string> m_elements;
    QList<QToolButton *> m_chips;
    QLineEdit *m_input;
    ThemedLabel *m_reason;
    ThemedLabel *m_more;
    int m_wantedHeight = 0;
};

// Hexadecimal pairs to bytes, white space aside; nothing if it is something else.
std::optional<std::string> bytesFromHex(const QString &text);
QString hexFromBytes(const std::string &bytes);

} // namespace stator::ui
