#include "features/items/editor/document_text.h"

#include <QTextBlock>

#include "bridge/text.h"
#include "features/items/editor/attribute_tree_model.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/json_highlighter.h"

namespace stator::ui {

using theme::Role;

namespace {

constexpr int kMarginWidth = 40;

} // namespace

class DocumentText::Margin final : public QWidget {
public:
    explicit Margin(DocumentText *text) : QWidget(text), m_text(text) {}

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        m_text->paintMargin(painter, event->rect());
    }
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ToolTip) {
            const auto *help = static_cast<QHelpEvent *>(event);
            const int line = m_text->cursorForPosition(QPoint(0, help->pos().y())).blockNumber();
            setToolTip(m_text->m_faults.value(line));
        }
        return QWidget::event(event);
    }

private:
    DocumentText *m_text;
};

DocumentText::DocumentText(QWidget *parent) : QPlainTextEdit(parent), m_margin(new Margin(this))
{
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(false);
    new JsonHighlighter(document());
    const auto look = [this] {
        setFont(theme::monoFont());
        setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 2);
        document()->setDocumentMargin(theme::px(6));
        updateMargin();
    };
    look();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, look);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, rect.y(), m_margin->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isLoading)
            Q_EMIT edited();
    });
}

void DocumentText::load(const std::string &utf8)
{
    m_isLoading = true;
    setPlainText(toQt(utf8));
    m_isLoading = false;
    setFaults({});
}

int DocumentText::positionOf(int offset) const
{
    const std::string bytes = utf8();
    return static_cast<int>(toQt(std::string_view(bytes).substr(0, static_cast<std::size_t>(std::max(offset, 0)))).size());
}

int DocumentText::lineOf(int offset) const { return document()->findBlock(positionOf(offset)).blockNumber() + 1; }

void DocumentText::setFaults(const std::vector<TextFault> &faults)
{
    m_faults.clear();
    QList<QTextEdit::ExtraSelection> marks;
    for (const TextFault &fault : faults) {
        const int position = positionOf(fault.offset);
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(std::min(position, std::max(document()->characterCount() - 1, 0)));
        mark.format.setBackground(theme::color(Role::TintDeleted));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        m_faults.insert(mark.cursor.blockNumber(), fault.sentence);
        marks.append(mark);
    }
    setExtraSelections(marks);
    m_margin->update();
}

void DocumentText::collectBadges(const DraftNode &node)
{
    if (node.offset >= 0 && (node.type == ValueType::B || model::isSet(node.type)))
        m_badges.insert(lineOf(node.offset) - 1, typeCode(node.type));
    for (const auto &child : node.children)
        collectBadges(*child);
}

void DocumentText::setBadges(const ItemDraft *draft)
{
    m_badges.clear();
    if (draft)
        collectBadges(draft->root());
    m_margin->update();
}

void DocumentText::goTo(int offset)
{
    QTextCursor cursor(document());
    cursor.setPosition(std::min(positionOf(offset), std::max(document()->characterCount() - 1, 0)));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

void DocumentText::updateMargin()
{
    const int width = theme::px(kMarginWidth);
    setViewportMargins(layoutDirection() == Qt::LeftToRight ? width : 0, 0,
                       layoutDirection() == Qt::LeftToRight ? 0 : width, 0);
    const QRect area = contentsRect();
    m_margin->setGeometry(QStyle::visualRect(layoutDirection(), area, QRect(area.left(), area.top(), width, area.height())));
}

void DocumentText::paintMargin(QPainter &painter, const QRect &rect) const
{
    painter.fillRect(rect, theme::color(Role::Window));
    painter.setFont(theme::font(theme::TextStyle::Caption));
    painter.setPen(theme::color(Role::SecondText));
    QTextBlock block = firstVisibleBlock();
    for (; block.isValid(); block = block.next()) {
        const QRect line = blockBoundingGeometry(block).translated(contentOffset()).toRect();
        if (line.top() > rect.bottom())
            break;
        const QRect cell(0, line.top(), m_margin->width(), line.height());
        if (m_faults.contains(block.blockNumber())) {
            const int size = theme::px(14);
            theme::icon(QStringLiteral("error"), Role::Error)
                .paint(&painter, QRect(cell.center().x() - size / 2, cell.center().y() - size / 2, size, size));
        } else if (m_badges.contains(block.blockNumber())) {
            painter.drawText(cell, Qt::AlignCenter, m_badges.value(block.blockNumber()));
        }
    }
}

bool DocumentText::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void DocumentText::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT stageRequested();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    // A new line begins where the one above does.
    if (isEnter && event->modifiers() == Qt::NoModifier && !isReadOnly()) {
        const QString line = textCursor().block().text().left(textCursor().positionInBlock());
        qsizetype indent = 0;
        while (indent < line.size() && line.at(indent) == u' ')
            ++indent;
        const bool opens = line.trimmed().endsWith(u'{') || line.trimmed().endsWith(u'[');
        textCursor().insertText(u'\n' + QString(indent + (opens ? 2 : 0), u' '));
        ensureCursorVisible();
        return;
    }
    if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier && !isReadOnly()) {
        textCursor().insertText(QStringLiteral("  "));
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void DocumentText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateMargin();
}

} // namespace stator::ui

#include "moc_document_text.cpp"
