#include "widgets/filter_field.h"

#include <QAction>
#include <QKeyEvent>

#include "theme/icons.h"

namespace stator::ui {

FilterField::FilterField(const QString &prompt, QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(prompt);
    setAccessibleName(prompt);
    setClearButtonEnabled(true);
    addAction(theme::icon(QStringLiteral("search"), theme::Role::SecondText), QLineEdit::LeadingPosition);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        if (text().isEmpty())
            Q_EMIT escaped();
        else
            clear();
        return;
    }
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier) {
        Q_EMIT downPressed();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace stator::ui

#include "moc_filter_field.cpp"
