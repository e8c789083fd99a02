#include "features/items/editor/set_field.h"

#include <QLineEdit>
#include <QToolButton>

#include "bridge/text.h"
#include "features/items/editor/draft_check.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;

namespace {

// Each chip is a widget; a set of thousands is edited as JSON.
constexpr std::size_t kMostChips = 200;
constexpr int kInputWidth = 90;

} // namespace

SetField::SetField(ValueType type, QWidget *parent)
    : QWidget(parent), m_type(type), m_input(new QLineEdit(this)),
      m_reason(new ThemedLabel({}, theme::TextStyle::Caption, Role::Error, this)),
      m_more(new ThemedLabel({}, theme::TextStyle::Caption, Role::SecondText, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_input);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_input->setFrame(false);
    m_input->setPlaceholderText(type == ValueType::BS ? tr("00 FF…") : tr("Add"));
    m_input->setAccessibleName(tr("New element"));
    m_input->installEventFilter(this);
    m_reason->setWordWrap(true);
    m_reason->hide();
    m_more->hide();
    connect(m_input, &QLineEdit::textEdited, this, [this] { say({}); });
}

void SetField::setElements(const std::vector<std::string> &elements)
{
    if (elements == m_elements && !m_chips.isEmpty())
        return;
    m_elements = elements;
    rebuild();
}

QString SetField::chipText(const std::string &element) const
{
    if (m_type == ValueType::BS)
        return hexFromBytes(element.size() > 8 ? element.substr(0, 8) : element)
            + (element.size() > 8 ? QStringLiteral("…") : QString());
    if (element.empty())
        return QStringLiteral("\"\"");
    const QString text = toQt(element);
    return text.size() > 40 ? text.left(39) + QChar(0x2026) : text;
}

void SetField::rebuild()
{
    for (QToolButton *chip : std::as_const(m_chips))
        chip->deleteLater();
    m_chips.clear();
    const std::size_t shown = std::min(m_elements.size(), kMostChips);
    for (std::size_t i = 0; i < shown; ++i) {
        auto *chip = new QToolButton(this);
        chip->setText(chipText(m_elements[i]).replace(u'&', QStringLiteral("&&")));
        chip->setIcon(theme::icon(QStringLiteral("close"), Role::SecondText));
        chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setIconSize(QSize(theme::px(10), theme::px(10)));
        if (m_type != ValueType::SS)
            chip->setFont(theme::monoFont());
        //: %1 is an element of a set.
        chip->setToolTip(tr("Remove %1").arg(chipText(m_elements[i])));
        chip->setAccessibleName(chip->toolTip());
        connect(chip, &QToolButton::clicked, this, [this, i] { removeAt(i); });
        chip->show();
        m_chips.append(chip);
    }
    m_more->setVisible(m_elements.size() > shown);
    m_more->setText(tr("and %Ln more; change them as JSON", nullptr, static_cast<int>(m_elements.size() - shown)));
    arrange();
}

void SetField::arrange()
{
    const int gap = theme::px(4);
    const int height = theme::px(24);
    int x = gap, y = gap;
    const auto place = [&](QWidget *widget, int wanted) {
        const int fit = std::min(wanted, width() - 2 * gap);
        if (x > gap && x + fit > width() - gap) {
            x = gap;
            y += height + gap;
        }
        const QRect rect(x, y, fit, height);
        widget->setGeometry(QStyle::visualRect(layoutDirection(), this->rect(), rect));
        x += fit + gap;
    };
    for (QToolButton *chip : std::as_const(m_chips))
        place(chip, chip->sizeHint().width());
    place(m_input, theme::px(kInputWidth));
    y += height + gap;
    for (ThemedLabel *line : {m_more, m_reason}) {
        if (!line->isVisibleTo(this))
            continue;
        const int lineHeight = line->heightForWidth(width() - 2 * gap);
        line->setGeometry(gap, y, width() - 2 * gap, std::max(lineHeight, theme::px(16)));
        y += line->height() + gap;
    }
    if (y != m_wantedHeight) {
        m_wantedHeight = y;
        Q_EMIT heightChanged();
    }
}

void SetField::removeAt(std::size_t index)
{
    m_elements.erase(m_elements.begin() + static_cast<std::ptrdiff_t>(index));
    rebuild();
    say({});
    m_input->setFocus();
    Q_EMIT changed();
}

std::optional<std::string> SetField::parse(const QString &text)
{
    if (m_type == ValueType::BS) {
        auto bytes = bytesFromHex(text);
        if (!bytes)
            say(tr("Bytes are typed as hexadecimal pairs: 00 FF."));
        return bytes;
    }
    std::string element = toUtf8(m_type == ValueType::NS ? text.trimmed() : text);
    const QString fault = m_type == ValueType::NS ? numberFault(element) : QString();
    if (fault.isEmpty())
        return element;
    say(fault);
    return std::nullopt;
}

bool SetField::takeTyped()
{
    if (m_input->text().isEmpty())
        return true;
    auto element = parse(m_input->text());
    if (!element)
        return false;
    if (holdsElement(m_type, m_elements, *element)) {
        say(tr("The set holds “%1” already.").arg(m_input->text()));
        return false;
    }
    m_elements.push_back(std::move(*element));
    m_input->clear();
    say({});
    rebuild();
    Q_EMIT changed();
    return true;
}

void SetField::say(const QString &reason)
{
    if (reason == m_reason->text())
        return;
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    arrange();
}

bool SetField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input && event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason && takeTyped())
            Q_EMIT accepted();
    }
    if (watched != m_input || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEmpty = m_input->text().isEmpty();
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier) {
        if (isEmpty)
            Q_EMIT accepted();
        else
            takeTyped();
        return true;
    }
    if (key->key() == Qt::Key_Comma && m_type == ValueType::NS && !isEmpty) {
        takeTyped();
        return true;
    }
    if (key->key() == Qt::Key_Backspace && isEmpty && !m_elements.empty()) {
        const std::string last = m_elements.back();
        removeAt(m_elements.size() - 1);
        m_input->setText(m_type == ValueType::BS ? hexFromBytes(last) : toQt(last));
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        if (isEmpty) {
            Q_EMIT cancelled();
        } else {
            m_input->clear();
            say({});
        }
        return true;
    }
    return false;
}

void SetField::resizeEvent(QResizeEvent *) { arrange(); }

void SetField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::color(Role::Accent), 2));
    painter.setBrush(theme::color(Role::Page));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

std::optional<std::string> bytesFromHex(const QString &text)
{
    std::string bytes;
    int high = -1;
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        const char16_t u = c.unicode();
        const int digit = u >= u'0' && u <= u'9'   ? u - u'0'
                          : u >= u'a' && u <= u'f' ? u - u'a' + 10
                          : u >= u'A' && u <= u'F' ? u - u'A' + 10
                                                   : -1;
        if (digit < 0)
            return std::nullopt;
        if (high < 0) {
            high = digit;
        } else {
            bytes.push_back(static_cast<char>(high << 4 | digit));
            high = -1;
        }
    }
    if (high >= 0)
        return std::nullopt;
    return bytes;
}

QString hexFromBytes(const std::string &bytes)
{
    return QString::fromLatin1(QByteArray::fromStdString(bytes).toHex(' ').toUpper());
}

} // namespace stator::ui

#include "moc_set_field.cpp"
