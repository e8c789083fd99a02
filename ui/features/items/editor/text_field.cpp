#include "features/items/editor/text_field.h"

#include <QTextBlock>

#include "theme/theme.h"

namespace stator::ui {

TextField::TextField(QWidget *parent) : QPlainTextEdit(parent)
{
    setFont(theme::font(theme::TextStyle::Body));
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(theme::px(4));
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        const int height = wantedHeight();
        if (height != m_lastHeight) {
            m_lastHeight = height;
            Q_EMIT heightChanged();
        }
    });
}

int TextField::lineHeight() { return QFontMetrics(theme::font(theme::TextStyle::Body)).lineSpacing(); }

int TextField::wantedHeight() const
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < kMostLines; block = block.next())
        lines += std::max(1, block.layout()->lineCount());
    return std::clamp(lines, 1, kMostLines) * lineHeight() + 2 * theme::px(4) + 2;
}

} // namespace stator::ui
