// The tags of a table, as rows of key and value.
#pragma once

#include <map>
#include <string>

#include "widgets/card.h"

class QLineEdit;

namespace stator::ui {

class ThemedLabel;

class TagsCard : public Card {
    Q_OBJECT
public:
    using Tags = std::map<std::string, std::string>;

    explicit TagsCard(QWidget *parent = nullptr);

    // Only where they differ from what is shown.
    void setTags(const Tags &tags);
    Tags tags() const;
    // The first row that breaks a rule, as a sentence.
    QString ruleFault() const;
    void setFault(const QString &sentence);

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QWidget *widget;
        QLineEdit *key;
        QLineEdit *value;
    };
    void addRow(const QString &key, const QString &value);
    void tell();

    QList<Row> m_list;
    QVBoxLayout *m_rows;
    ThemedLabel *m_fault;
};

} // namespace stator::ui
