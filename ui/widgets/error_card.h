// An error where its cause is: what happened, what to do, one button; the service's words folded below.
#pragma once

#include <functional>

#include "bridge/error_text.h"
#include "widgets/card.h"

class QPushButton;
class QToolButton;

namespace stator::ui {

class ThemedLabel;

class ErrorCard : public Card {
    Q_OBJECT
public:
    explicit ErrorCard(QWidget *parent = nullptr);

    // Without a button text there is no button.
    void show(const ErrorText &error, const QString &buttonText = {}, std::function<void()> action = {});

private:
    ThemedLabel *m_sentence;
    ThemedLabel *m_advice;
    QPushButton *m_button;
    QToolButton *m_fold;
    ThemedLabel *m_details;
    std::function<void()> m_action;
};

} // namespace stator::ui
