// A field that narrows a list while one types: magnifier, clear button, Esc clears, Down goes to the list.
#pragma once

#include <QLineEdit>

namespace stator::ui {

class FilterField : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterField(const QString &prompt, QWidget *parent = nullptr);

Q_SIGNALS:
    void downPressed();
    void escaped(); // Esc on an empty field

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace stator::ui
