#include "widgets/text_view.h"

#include "theme/theme.h"

namespace stator::ui {

using theme::Role;

TextView::TextView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setLayoutDirection(Qt::LeftToRight);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    document()->setDocumentMargin(theme::px(8));
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &TextView::applyTheme);
    applyTheme();
}

void TextView::applyTheme()
{
    setFont(theme::monoFont());
    QPalette colors = palette();
    colors.setColor(QPalette::Base, theme::color(Role::Sunken));
    colors.setColor(QPalette::Text, theme::color(Role::Text));
    colors.setColor(QPalette::PlaceholderText, theme::color(Role::SecondText));
    setPalette(colors);
}

void TextView::setNotice(const QString &sentence)
{
    setPlainText({});
    setPlaceholderText(sentence);
}

void TextView::setContent(const QString &text)
{
    setPlaceholderText({});
    if (text != toPlainText())
        setPlainText(text);
}

} // namespace stator::ui

#include "moc_text_view.cpp"
