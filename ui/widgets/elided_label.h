// One line of text that is cut with "…" where it does not fit; the whole of it is the tooltip.
#pragma once

#include <QWidget>

#include "theme/theme.h"

namespace stator::ui {

class ElidedLabel : public QWidget {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setRole(theme::Role role);
    void setTextStyle(theme::TextStyle style);
    void setElideMode(Qt::TextElideMode mode) { m_mode = mode; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateToolTip();

    QString m_text;
    theme::Role m_role = theme::Role::Text;
    theme::TextStyle m_style = theme::TextStyle::Body;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace stator::ui
