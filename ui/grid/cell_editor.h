// Edits one cell of the item grid in place. Text that is not of the cell's type keeps the editor open and says
// why below it; Esc gives the old value back.
#pragma once

#include <QAbstractItemDelegate>
#include <QPersistentModelIndex>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace stator::ui {

class CellEditor : public QWidget {
    Q_OBJECT
public:
    explicit CellEditor(const QModelIndex &index, QWidget *parent);

    QString text() const;
    void setText(const QString &text);
    bool isModified() const;
    void showProblem(const QString &sentence);
    // It is being closed: the focus it loses by that says nothing.
    void finish() { m_isDone = true; }
    const QPersistentModelIndex &index() const { return m_index; }

Q_SIGNALS:
    void accepted();
    void rejected();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void placeProblem();

    QPersistentModelIndex m_index;
    QLineEdit *m_field;
    QLabel *m_problem;
    bool m_isDone = false;
};

class CellEditorDelegate : public QAbstractItemDelegate {
    Q_OBJECT
public:
    using QAbstractItemDelegate::QAbstractItemDelegate;

    void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override {}
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {}; }
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void accept(CellEditor *editor);
    void close(CellEditor *editor);
};

} // namespace stator::ui
