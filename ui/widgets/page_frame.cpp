#include "widgets/page_frame.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "theme/icons.h"
#include "theme/style_controls.h"
#include "widgets/code_snippet.h"
#include "widgets/error_card.h"
#include "widgets/labels.h"
#include "widgets/progress_line.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kBarsDelayMs = 150;

// Grey bars where rows will be.
class Bars final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), theme::color(Role::Page));
        const int row = theme::rowHeight();
        const QColor grey = theme::color(Role::Sunken);
        constexpr int kWidths[] = {96, 180, 64, 140, 220};
        for (int y = row + 2, n = 0; y + row < height() && n < 12; y += row, ++n) {
            int x = theme::px(36);
            for (int column = 0; column < 5 && x < width(); ++column) {
                const int length = theme::px(kWidths[(column + n) % 5]);
                theme::drawRounded(&painter, QRectF(x, y + row / 2.0 - 4, length * 0.7, 8), grey, {});
                x += theme::px(kWidths[column % 5]) + theme::px(16);
            }
        }
    }
};

QWidget *centred(QWidget *inner, QWidget *parent)
{
    auto *holder = new QWidget(parent);
    auto *column = new QVBoxLayout(holder);
    // A row with stretches, not an alignment: only so do wrapped lines get their height.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(inner, 1000);
    row->addStretch(1);
    column->addStretch(2);
    column->addLayout(row);
    column->addStretch(3);
    return holder;
}

QWidget *makeEmpty(const EmptyText &text, QWidget *parent)
{
    auto *inner = new QWidget;
    inner->setMaximumWidth(theme::px(520));
    auto *column = new QVBoxLayout(inner);
    column->setSpacing(8);
    if (!text.icon.isEmpty()) {
        auto *sign = new QLabel;
        const auto paint = [sign, name = text.icon] {
            sign->setPixmap(theme::icon(name, Role::SecondText).pixmap(theme::px(32)));
        };
        QObject::connect(&theme::Theme::instance(), &theme::Theme::changed, sign, paint);
        paint();
        column->addWidget(sign, 0, Qt::AlignHCenter);
        column->addSpacing(4);
    }
    auto *title = new ThemedLabel(text.title, TextStyle::Section);
    title->setAlignment(Qt::AlignHCenter);
    title->setWordWrap(true);
    column->addWidget(title);
    if (!text.sentence.isEmpty()) {
        auto *sentence = new ThemedLabel(text.sentence, TextStyle::Body, Role::SecondText);
        sentence->setAlignment(Qt::AlignHCenter);
        sentence->setWordWrap(true);
        column->addWidget(sentence);
    }
    if (!text.snippet.isEmpty()) {
        auto *snippet = new CodeSnippet;
        snippet->setCode(text.snippet);
        column->addSpacing(8);
        column->addWidget(snippet);
    }
    if (!text.buttonText.isEmpty()) {
        auto *button = new QPushButton(text.buttonText);
        theme::setPrimary(button, text.isPrimary);
        QObject::connect(button, &QPushButton::clicked, button, [action = text.action] {
            if (action)
                action();
        });
        column->addSpacing(8);
        column->addWidget(button, 0, Qt::AlignHCenter);
    }
    return centred(inner, parent);
}

} // namespace

PageFrame::PageFrame(QWidget *parent)
    : QWidget(parent), m_line(new ProgressLine), m_words(new QWidget),
      m_wordsLabel(new ThemedLabel({}, TextStyle::Body, Role::SecondText)),
      m_cancel(new QPushButton(tr("Cancel"))), m_stack(new QStackedWidget), m_blank(new QWidget),
      m_bars(new Bars), m_error(new ErrorCard)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *words = new QHBoxLayout(m_words);
    words->setContentsMargins(12, 4, 12, 4);
    words->addWidget(m_wordsLabel, 1);
    words->addWidget(m_cancel);
    m_words->hide();
    m_errorHolder = centred(m_error, m_stack);
    m_stack->addWidget(m_blank);
    m_stack->addWidget(m_bars);
    m_stack->addWidget(m_errorHolder);
    column->addWidget(m_line);
    column->addWidget(m_words);
    column->addWidget(m_stack, 1);
    m_barsDelay.setSingleShot(true);
    connect(&m_barsDelay, &QTimer::timeout, this, [this] { m_stack->setCurrentWidget(m_bars); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_cancelAction)
            m_cancelAction();
    });
}

void PageFrame::setContent(QWidget *content)
{
    m_content = content;
    m_stack->addWidget(content);
}

void PageFrame::setState(State state, QWidget *shown)
{
    m_barsDelay.stop();
    m_words->hide();
    m_cancelAction = {};
    m_state = state;
    if (shown)
        m_stack->setCurrentWidget(shown);
}

void PageFrame::showContent()
{
    setBusy(false);
    setState(State::Content, m_content);
}

void PageFrame::showLoading()
{
    setBusy(true);
    if (m_state == State::Content || m_state == State::Loading)
        return;
    setState(State::Loading, m_state == State::Blank ? m_blank : nullptr);
    m_barsDelay.start(kBarsDelayMs);
}

void PageFrame::setLoadingText(const QString &text, std::function<void()> cancel)
{
    m_wordsLabel->setText(text);
    m_cancelAction = std::move(cancel);
    m_cancel->setVisible(static_cast<bool>(m_cancelAction));
    m_words->setVisible(!text.isEmpty());
}

void PageFrame::showEmpty(const EmptyText &text)
{
    setBusy(false);
    QWidget *before = m_empty;
    m_empty = makeEmpty(text, m_stack);
    m_stack->addWidget(m_empty);
    setState(State::Empty, m_empty);
    if (before) {
        m_stack->removeWidget(before);
        before->deleteLater();
    }
}

void PageFrame::showError(const ErrorText &error, const QString &buttonText, std::function<void()> action)
{
    setBusy(false);
    m_error->show(error, buttonText, std::move(action));
    setState(State::Error, m_errorHolder);
}

void PageFrame::setBusy(bool isBusy)
{
    m_line->setBusy(isBusy);
}

} // namespace stator::ui

#include "moc_page_frame.cpp"
