#include "window/banner_line.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;

namespace {

struct Look {
    Role tint;
    Role ink;
    QString icon;
};

Look lookOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Dangerous:
        return {Role::TintDeleted, Role::Error, QStringLiteral("warning")};
    case Banner::Kind::AsOf:
        return {Role::TintAsOf, Role::History, QStringLiteral("history")};
    case Banner::Kind::Drill:
        return {Role::TintConflict, Role::Warning, QStringLiteral("drill")};
    case Banner::Kind::ReadOnly:
        return {Role::Sunken, Role::SecondText, QStringLiteral("lock")};
    case Banner::Kind::Branch:
        return {Role::TintChanged, Role::Accent, QStringLiteral("branch")};
    }
    return {Role::Sunken, Role::SecondText, QStringLiteral("info")};
}

} // namespace

BannerLine::BannerLine(QWidget *parent)
    : QWidget(parent), m_sign(new QLabel), m_text(new ElidedLabel), m_button(new QPushButton),
      m_further(new ThemedLabel({}, theme::TextStyle::Body, Role::SecondText))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 3, 12, 3);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addWidget(m_further);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (!m_banners.isEmpty() && m_banners.first().action)
            m_banners.first().action();
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] { setBanners(m_banners); });
    hide();
}

void BannerLine::setBanners(QList<Banner> banners)
{
    std::stable_sort(banners.begin(), banners.end(),
                     [](const Banner &a, const Banner &b) { return a.kind < b.kind; });
    m_banners = banners;
    setVisible(!banners.isEmpty());
    if (banners.isEmpty())
        return;
    const Banner &first = banners.first();
    const Look look = lookOf(first.kind);
    m_sign->setPixmap(theme::icon(look.icon, look.ink).pixmap(theme::px(16)));
    m_text->setText(first.text);
    m_button->setText(first.buttonText);
    m_button->setVisible(!first.buttonText.isEmpty());
    QStringList rest;
    for (qsizetype i = 1; i < banners.size(); ++i)
        rest.append(banners.at(i).text);
    //: Further banners that do not fit: "+1".
    m_further->setText(tr("+%Ln", nullptr, static_cast<int>(rest.size())));
    m_further->setToolTip(rest.join(QLatin1Char('\n')));
    m_further->setVisible(!rest.isEmpty());
    update();
}

void BannerLine::paintEvent(QPaintEvent *)
{
    if (m_banners.isEmpty())
        return;
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(lookOf(m_banners.first().kind).tint));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::color(Role::Hairline));
}

} // namespace stator::ui

#include "moc_banner_line.cpp"
