#include "grid/cell_editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

#include "bridge/text.h"
#include "models/item_grid_model.h"
#include "theme/theme.h"

namespace stator::ui {

using theme::px;
using theme::Role;

CellEditor::CellEditor(const QModelIndex &index, QWidget *parent)
    : QWidget(parent), m_index(index), m_field(new QLineEdit(this)), m_problem(new QLabel(parent))
{
    m_field->setFrame(false);
    m_field->setTextMargins(px(4), 0, px(4), 0);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->addWidget(m_field);
    setFocusProxy(m_field);
    m_field->installEventFilter(this);
    m_problem->setAutoFillBackground(true);
    m_problem->setMargin(px(6));
    m_problem->setWordWrap(true);
    m_problem->hide();
    connect(m_field, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    connect(this, &QObject::destroyed, m_problem, &QObject::deleteLater);
}

QString CellEditor::text() const { return m_field->text(); }

void CellEditor::setText(const QString &text)
{
    m_field->setText(text);
    m_field->selectAll();
}

bool CellEditor::isModified() const { return m_field->isModified(); }

void CellEditor::showProblem(const QString &sentence)
{
    QPalette colors = m_problem->palette();
    colors.setColor(QPalette::Window, theme::color(Role::TintDeleted));
    colors.setColor(QPalette::WindowText, theme::color(Role::Error));
    m_problem->setPalette(colors);
    m_problem->setText(sentence);
    m_problem->setFixedWidth(px(280));
    m_problem->adjustSize();
    placeProblem();
    m_problem->show();
    m_problem->raise();
    m_field->setAccessibleDescription(sentence);
}

void CellEditor::placeProblem()
{
    const QWidget *viewport = parentWidget();
    const bool hasRoom = geometry().bottom() + m_problem->height() < viewport->height();
    const int x = std::clamp(geometry().left(), 0, std::max(0, viewport->width() - m_problem->width()));
    m_problem->move(x, hasRoom ? geometry().bottom() + 1 : geometry().top() - m_problem->height());
}

void CellEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Role::Page));
    painter.setPen(QPen(theme::color(Role::Accent), px(2), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const int half = px(2) / 2;
    painter.drawRect(rect().adjusted(half, half, -half - 1, -half - 1));
}

bool CellEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && !m_isDone && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        if (isModified())
            Q_EMIT accepted();
        else
            Q_EMIT rejected();
    }
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Tab:
            Q_EMIT accepted();
            return true;
        case Qt::Key_Escape:
            Q_EMIT rejected();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QWidget *CellEditorDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *editor = new CellEditor(index, parent);
    auto *self = const_cast<CellEditorDelegate *>(this); // Qt's interface is const where its signals are not
    connect(editor, &CellEditor::accepted, self, [self, editor] { self->accept(editor); });
    connect(editor, &CellEditor::rejected, self, [self, editor] { self->close(editor); });
    return editor;
}

void CellEditorDelegate::accept(CellEditor *editor)
{
    // Untouched text stages nothing: an absent attribute stays absent.
    if (!editor->isModified()) {
        close(editor);
        return;
    }
    auto *model = const_cast<ItemGridModel *>(qobject_cast<const ItemGridModel *>(editor->index().model()));
    if (!model) {
        close(editor);
        return;
    }
    const Result<void> result = model->stageText(editor->index(), editor->text());
    if (!result.ok())
        editor->showProblem(toQt(result.error().message));
    else
        close(editor);
}

void CellEditorDelegate::close(CellEditor *editor)
{
    editor->finish();
    Q_EMIT closeEditor(editor, NoHint);
}

void CellEditorDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *cell = static_cast<CellEditor *>(editor);
    if (!cell->isModified() && cell->text() != index.data(Qt::EditRole).toString())
        cell->setText(index.data(Qt::EditRole).toString());
}

void CellEditorDelegate::setModelData(QWidget *, QAbstractItemModel *, const QModelIndex &) const {}

void CellEditorDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect rect = option.rect;
    rect.setWidth(std::max(rect.width(), px(160)));
    editor->setGeometry(rect);
}

} // namespace stator::ui

#include "moc_cell_editor.cpp"
