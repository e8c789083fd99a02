#include "widgets/labels.h"

#include <QAction>
#include <QPainter>

#include "theme/icons.h"

namespace stator::ui {

namespace {

class Line final : public QWidget {
public:
    Line(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
    {
        if (orientation == Qt::Horizontal)
            setFixedHeight(1);
        else
            setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), theme::color(theme::Role::Hairline));
    }
};

} // namespace

ThemedLabel::ThemedLabel(const QString &text, theme::TextStyle style, theme::Role role, QWidget *parent)
    : QLabel(text, parent), m_style(style), m_role(role)
{
    setTextFormat(Qt::PlainText);
    // Otherwise the role would follow the parent's background.
    setForegroundRole(QPalette::WindowText);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ThemedLabel::apply);
    apply();
}

void ThemedLabel::setRole(theme::Role role)
{
    m_role = role;
    apply();
}

void ThemedLabel::setMono(bool isMono)
{
    m_isMono = isMono;
    apply();
}

void ThemedLabel::apply()
{
    setFont(m_isMono ? theme::monoFont(m_style) : theme::font(m_style));
    QPalette colors;
    colors.setColor(QPalette::WindowText, theme::color(m_role));
    setPalette(colors);
}

QToolButton *makeIconButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(theme::icon(icon));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

QToolButton *makeActionButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    const auto update = [button, action] {
        QString name = action->text();
        name.remove(QLatin1Char('&'));
        button->setAccessibleName(name);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setToolTip(keys.isEmpty() ? name : name + QStringLiteral("  (") + keys + QLatin1Char(')'));
    };
    QObject::connect(action, &QAction::changed, button, update);
    update();
    return button;
}

QWidget *makeLine(Qt::Orientation orientation, QWidget *parent)
{
    return new Line(orientation, parent);
}

} // namespace stator::ui

#include "moc_labels.cpp"
