#include "theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "theme/theme.h"

// Outside any namespace, as Q_INIT_RESOURCE demands.
static void initIconResource()
{
    Q_INIT_RESOURCE(stator_icons);
}

namespace stator::ui::theme {

using namespace Qt::StringLiterals;

namespace {

QString resourcePath(const QString &name)
{
    return u":/stator/icons/"_s + name + u".svg"_s;
}

class MaskIconEngine final : public QIconEngine {
public:
    MaskIconEngine(QString name, Role role) : m_name(std::move(name)), m_role(role)
    {
        if (!QFile::exists(resourcePath(m_name)))
            m_themed = QIcon::fromTheme(m_name);
    }

    QIconEngine *clone() const override { return new MaskIconEngine(*this); }
    bool isNull() override { return m_themed.isNull() && !QFile::exists(resourcePath(m_name)); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        const QColor ink = inkFor(mode);
        const QString key = u"stator-icon/%1/%2/%3x%4@%5"_s.arg(m_name, ink.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(size.height())
                                .arg(ratio);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintMask(painter, image.rect());
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), ink);
        painter.end();
        pixmap = QPixmap::fromImage(std::move(image));
        pixmap.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

private:
    QColor inkFor(QIcon::Mode mode) const
    {
        const QColor ink = color(m_role);
        return mode == QIcon::Disabled ? mix(color(Role::Window), ink, 0.4) : ink;
    }

    void paintMask(QPainter &painter, const QRect &rect) const
    {
        if (!m_themed.isNull()) {
            m_themed.paint(&painter, rect);
            return;
        }
        QSvgRenderer renderer(resourcePath(m_name));
        if (renderer.isValid())
            renderer.render(&painter, rect);
    }

    QString m_name;
    Role m_role;
    QIcon m_themed;
};

} // namespace

QIcon icon(const QString &name, Role role)
{
    return QIcon(new MaskIconEngine(name, role));
}

void installIcons()
{
    initIconResource();
    // Desktops without an icon theme of their own, and the words our icons do not cover, get Breeze.
    if (QIcon::fallbackThemeName().isEmpty() || QIcon::fallbackThemeName() == "hicolor"_L1)
        QIcon::setFallbackThemeName(u"breeze"_s);
}

} // namespace stator::ui::theme
