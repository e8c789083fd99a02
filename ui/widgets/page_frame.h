// A PageFrame holds content and stands in for it while there is none: empty, loading for the first time, or
// failed. Later loads keep the old content under the 2 px line.
#pragma once

#include <functional>

#include <QTimer>
#include <QWidget>

#include "bridge/error_text.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace stator::ui {

class ErrorCard;
class ProgressLine;

// What an empty page says and offers.
struct EmptyText {
    QString icon;
    QString title; // "No items yet"
    QString sentence;
    QString snippet; // code, or empty
    QString buttonText;
    bool isPrimary = false; // the button is the filled one of the page
    std::function<void()> action = {};
};

class PageFrame : public QWidget {
    Q_OBJECT
public:
    explicit PageFrame(QWidget *parent = nullptr);

    // Takes ownership. Shown by showContent().
    void setContent(QWidget *content);
    QWidget *content() const { return m_content; }

    void showContent();
    // First load: grey bars appear after 150 ms. When there is content already, only the line moves.
    void showLoading();
    // Words, a count and Cancel below the line; from 2 s on, by the caller's count.
    void setLoadingText(const QString &text, std::function<void()> cancel = {});
    void showEmpty(const EmptyText &text);
    void showError(const ErrorText &error, const QString &buttonText = {}, std::function<void()> action = {});
    // The line alone, for work beside the content.
    void setBusy(bool isBusy);

    enum class State { Blank, Content, Loading, Empty, Error };
    State state() const { return m_state; }

private:
    void setState(State state, QWidget *shown);

    ProgressLine *m_line;
    QWidget *m_words;
    QLabel *m_wordsLabel;
    QPushButton *m_cancel;
    QStackedWidget *m_stack;
    QWidget *m_blank;
    QWidget *m_bars;
    QWidget *m_empty = nullptr;
    QWidget *m_errorHolder;
    ErrorCard *m_error;
    QWidget *m_content = nullptr;
    QTimer m_barsDelay;
    std::function<void()> m_cancelAction;
    State m_state = State::Blank;
};

} // namespace stator::ui
