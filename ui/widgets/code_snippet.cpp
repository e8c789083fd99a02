#include "widgets/code_snippet.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>

#include "theme/style_controls.h"
#include "widgets/labels.h"

namespace stator::ui {

CodeSnippet::CodeSnippet(QWidget *parent)
    : QWidget(parent), m_label(new ThemedLabel({}, theme::TextStyle::Body, theme::Role::Text, this)),
      m_copy(makeIconButton(QStringLiteral("copy"), tr("Copy"), this))
{
    setLayoutDirection(Qt::LeftToRight);
    m_label->setMono(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setWordWrap(true); // rather than cut; what is copied has its own lines
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 4, 8);
    row->addWidget(m_label, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_code);
        Q_EMIT copied();
    });
}

void CodeSnippet::setCode(const QString &code)
{
    m_code = code;
    m_label->setText(code);
    m_label->setAccessibleName(code);
}

void CodeSnippet::reserveLines(qsizetype lines)
{
    m_label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_label->setMinimumHeight(static_cast<int>(lines) * QFontMetrics(theme::monoFont()).lineSpacing());
}

void CodeSnippet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    theme::drawRounded(&painter, rect(), theme::color(theme::Role::Sunken), {});
}

} // namespace stator::ui

#include "moc_code_snippet.cpp"
