// One change in the Inspector: what, when and by whom; old and new side by side.
#pragma once

#include <QWidget>

#include "features/streams/change_record.h"

class QCheckBox;
class QPushButton;

namespace stator::ui {

class ChangeTree;
class ElidedLabel;
class ThemedLabel;

class ChangeDetails : public QWidget {
    Q_OBJECT
public:
    explicit ChangeDetails(QWidget *parent = nullptr);

    void show(const ChangePointer &change);
    void clear();

Q_SIGNALS:
    void itemRequested();
    void copyRequested();

private:
    void fill();

    ChangePointer m_change;
    ThemedLabel *m_nothing;
    QWidget *m_body;
    ThemedLabel *m_title;
    ElidedLabel *m_key;
    ElidedLabel *m_facts;
    ElidedLabel *m_sequence;
    ThemedLabel *m_notice;
    QCheckBox *m_onlyChanged;
    ChangeTree *m_tree;
};

} // namespace stator::ui
