// The Inspector: what is selected in the current page, shown by a widget of that page.
#pragma once

#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace stator::ui {

class Page;

class InspectorDock : public QWidget {
    Q_OBJECT
public:
    explicit InspectorDock(QWidget *parent = nullptr);

    void setPage(Page *page);

private:
    QStackedWidget *m_stack;
    QWidget *m_nothing;
};

} // namespace stator::ui
