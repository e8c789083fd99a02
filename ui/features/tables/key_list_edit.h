// Several key attributes, one below the other: a global index may have four of each kind.
#pragma once

#include <QWidget>

#include "features/tables/index_draft.h"

class QToolButton;
class QVBoxLayout;

namespace stator::ui {

class KeyEdit;

class KeyListEdit : public QWidget {
    Q_OBJECT
public:
    explicit KeyListEdit(const QString &prompt, int most, QWidget *parent = nullptr);

    // Fields that exceed it are dropped.
    void setMost(int most);
    // Those with a name.
    QList<KeyField> value() const;
    bool wasTouched() const;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QWidget *widget;
        KeyEdit *key;
    };
    void addRow();
    void removeRow(const QWidget *widget);
    void updateAdd();

    QString m_prompt;
    int m_most;
    QList<Row> m_list;
    QVBoxLayout *m_rows;
    QToolButton *m_add;
};

} // namespace stator::ui
