// A heading that unfolds what is behind it.
#pragma once

#include <QWidget>

class QToolButton;

namespace stator::ui {

class Disclosure : public QWidget {
    Q_OBJECT
public:
    // Takes ownership of the content; folded at first.
    Disclosure(const QString &title, QWidget *content, QWidget *parent = nullptr);

    bool isOpen() const { return m_isOpen; }
    void setOpen(bool isOpen);

Q_SIGNALS:
    void toggled(bool isOpen);

private:
    QToolButton *m_head;
    QWidget *m_content;
    bool m_isOpen = false;
};

} // namespace stator::ui
