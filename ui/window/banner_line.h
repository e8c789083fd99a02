// One line, one banner at a time, by rank; further ones are counted as "+1".
#pragma once

#include <QWidget>

#include "shell/page.h"

class QLabel;
class QPushButton;

namespace stator::ui {

class ElidedLabel;
class ThemedLabel;

class BannerLine : public QWidget {
    Q_OBJECT
public:
    explicit BannerLine(QWidget *parent = nullptr);

    // Empty: the line goes away.
    void setBanners(QList<Banner> banners);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Banner> m_banners;
    QLabel *m_sign;
    ElidedLabel *m_text;
    QPushButton *m_button;
    ThemedLabel *m_further;
};

} // namespace stator::ui
