// One line over the list that says what is not usual, with at most one button.
#pragma once

#include <functional>

#include <QWidget>

#include "theme/scheme.h"

class QPushButton;

namespace stator::ui {

class ThemedLabel;

class LiveStrip : public QWidget {
    Q_OBJECT
public:
    struct Notice {
        theme::Role tint = theme::Role::TintAsOf;
        QString text; // empty: there is nothing to say
        QString buttonText;
        std::function<void()> action = {};
    };

    explicit LiveStrip(QWidget *parent = nullptr);

    void show(const Notice &notice);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    theme::Role m_tint = theme::Role::TintAsOf;
    ThemedLabel *m_label;
    QPushButton *m_button;
    std::function<void()> m_action;
};

} // namespace stator::ui
