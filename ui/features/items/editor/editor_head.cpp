#include "features/items/editor/editor_head.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include "bridge/text.h"
#include "document/json_writer.h"
#include "features/items/editor/attribute_tree_model.h"
#include "features/items/editor/item_draft.h"
#include "model/limits.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/labels.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

// How much of what an item may hold it holds.
class SizeBar final : public QWidget {
public:
    SizeBar() { setFixedSize(theme::px(64), theme::px(6)); }
    void setShare(double share)
    {
        m_share = share;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(Role::Sunken));
        painter.drawRoundedRect(rect(), 3, 3);
        painter.setBrush(theme::color(m_share > 1 ? Role::Error : m_share > 0.9 ? Role::Warning : Role::Accent));
        QRectF full(rect());
        full.setWidth(std::max(full.height(), full.width() * std::min(m_share, 1.0)));
        if (layoutDirection() == Qt::RightToLeft)
            full.moveRight(rect().right());
        painter.drawRoundedRect(full, 3, 3);
    }

private:
    double m_share = 0;
};

namespace {

class Swatch final : public QWidget {
public:
    explicit Swatch(const int &series) : m_series(series) { setFixedSize(theme::px(10), theme::px(10)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::scheme().series(m_series));
        painter.drawRoundedRect(rect(), 2, 2);
    }

private:
    const int &m_series;
};

} // namespace

EditorHead::EditorHead(QWidget *parent)
    : QWidget(parent), m_entityLabel(new ThemedLabel({}, TextStyle::Strong)), m_swatch(new Swatch(m_series)),
      m_keyLabel(new ElidedLabel), m_copy(makeIconButton(QStringLiteral("copy"), tr("Copy Key"))), m_bar(new SizeBar),
      m_size(new ThemedLabel({}, TextStyle::Caption, Role::SecondText)),
      m_read(new ThemedLabel({}, TextStyle::Caption, Role::SecondText)), m_views(new SegmentedSwitch),
      m_add(makeIconButton(QStringLiteral("add"), tr("Add Attribute (Insert)")))
{
    m_keyLabel->setTextStyle(TextStyle::Strong);
    m_keyLabel->setElideMode(Qt::ElideMiddle);
    //: Views of one item; "JSON" and "DynamoDB JSON" are names.
    m_views->setSegments({{QStringLiteral("tree"), tr("Tree")},
                          {QStringLiteral("json"), QStringLiteral("JSON")},
                          {QStringLiteral("wire"), QStringLiteral("DynamoDB JSON")}});
    m_views->setCurrent(QStringLiteral("tree"));
    m_views->setAccessibleName(tr("View of the item"));
    auto *title = new QHBoxLayout;
    title->setSpacing(6);
    title->addWidget(m_swatch);
    title->addWidget(m_entityLabel);
    title->addWidget(m_keyLabel, 1);
    title->addWidget(m_copy);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(8);
    facts->addWidget(m_bar);
    facts->addWidget(m_size);
    facts->addStretch();
    facts->addWidget(m_read);
    auto *tools = new QHBoxLayout;
    tools->addWidget(m_views);
    tools->addStretch();
    tools->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addLayout(title);
    column->addLayout(facts);
    column->addLayout(tools);
    connect(m_copy, &QToolButton::clicked, this, &EditorHead::copyKey);
    connect(m_add, &QToolButton::clicked, this, &EditorHead::addRequested);
    updateTitle();
}

void EditorHead::setEntity(const QString &name, int series)
{
    m_entity = name;
    m_series = series;
    updateTitle();
}

void EditorHead::setKey(const std::optional<document::Item> &key, const QString &text)
{
    m_key = key;
    m_keyText = text;
    updateTitle();
}

void EditorHead::updateTitle()
{
    m_entityLabel->setText(m_entity);
    m_entityLabel->setVisible(!m_entity.isEmpty());
    m_swatch->setVisible(!m_entity.isEmpty());
    m_swatch->update();
    m_keyLabel->setText(m_key ? m_keyText : tr("New item"));
    m_copy->setVisible(m_key.has_value());
}

void EditorHead::setAddVisible(bool isVisible) { m_add->setVisible(isVisible); }

void EditorHead::setReadTime(const QDateTime &time)
{
    //: %1 is a time of day.
    m_read->setText(time.isValid() ? tr("Read %1").arg(time.time().toString(QStringLiteral("HH:mm:ss")))
                                   : QString());
    m_read->setToolTip(time.isValid() ? QLocale().toString(time, QLocale::LongFormat) : QString());
}

void EditorHead::setItemSize(std::optional<std::uint32_t> bytes)
{
    m_bar->setShare(bytes ? static_cast<double>(*bytes) / model::kItemBytes : 0);
    //: %1 is a size: "2.1 KB of 400 KB", what an item may hold.
    m_size->setText(bytes ? tr("%1 of 400 KB").arg(sizeText(*bytes)) : tr("Size not known"));
    m_size->setToolTip(bytes ? tr("%Ln byte(s)", nullptr, static_cast<int>(*bytes)) : QString());
    m_bar->setAccessibleName(m_size->text());
}

void EditorHead::copyKey()
{
    QGuiApplication::clipboard()->setText(toQt(document::itemToJson(m_key->view())));
    Q_EMIT said(tr("Copied the key as DynamoDB JSON."));
}

} // namespace stator::ui

#include "moc_editor_head.cpp"
