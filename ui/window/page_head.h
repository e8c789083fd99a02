// The line above a page: its path, its views, at most three buttons, the rest behind "⋯".
#pragma once

#include <QWidget>

#include "shell/page.h"

class QHBoxLayout;
class QToolButton;

namespace stator::ui {

class ElidedLabel;
class SegmentedSwitch;

class PageHead : public QWidget {
    Q_OBJECT
public:
    explicit PageHead(QWidget *parent = nullptr);

    // The last part of the path is the strongest.
    void setPath(const QStringList &path);
    void setViews(const QList<PageView> &views, const QString &current);
    void setActions(const QList<QAction *> &actions, QAction *primary, const QList<QAction *> &more);

Q_SIGNALS:
    void viewChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showButtons(const QList<QAction *> &actions, QAction *primary);

    ElidedLabel *m_trail;
    ElidedLabel *m_name;
    SegmentedSwitch *m_switch;
    QWidget *m_buttons;
    QHBoxLayout *m_buttonRow;
    QToolButton *m_more;
    QList<QAction *> m_shown;
    QAction *m_primary = nullptr;
};

} // namespace stator::ui
