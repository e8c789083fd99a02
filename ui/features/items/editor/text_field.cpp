#include "features/items/editor/text_field.h"

#include <QTextBlock>
#include <QTextLayout>

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
    // Laid out apart: the document itself knows its lines only once the field is shown.
    const int room = width() - 2 * frameWidth() - 2 * static_cast<int>(document()->documentMargin());
    QTextOption option;
    option.setWrapMode(wordWrapMode());
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < kMostLines; block = block.next()) {
        QTextLayout layout(block.text(), font());
        layout.setTextOption(option);
        layout.beginLayout();
        int own = 0;
        for (QTextLine line = layout.createLine(); line.isValid() && lines + own < kMostLines; line = layout.createLine()) {
            line.setLineWidth(std::max(room, lineHeight()));
            ++own;
        }
        layout.endLayout();
        lines += std::max(1, own);
    }
    return std::clamp(lines, 1, kMostLines) * lineHeight() + 2 * theme::px(4) + 2;
}

} // namespace stator::ui

#include "moc_text_field.cpp"
