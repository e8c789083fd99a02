// A key attribute: its name and its type, S, N or B.
#pragma once

#include <QWidget>

#include "features/tables/index_draft.h"

class QComboBox;
class QLineEdit;

namespace stator::ui {

class KeyEdit : public QWidget {
    Q_OBJECT
public:
    explicit KeyEdit(const QString &prompt, QWidget *parent = nullptr);

    KeyField value() const;
    void setValue(const KeyField &field);
    bool wasTouched() const { return m_wasTouched; }

Q_SIGNALS:
    void changed();

private:
    QLineEdit *m_name;
    QComboBox *m_type;
    bool m_wasTouched = false;
};

} // namespace stator::ui
