// The line below the grid while edits are pending: what they are, Discard, Preview, Commit.
#pragma once

#include <QWidget>

#include "models/change_set.h"

class QPushButton;

namespace stator::ui {

class ElidedLabel;

class ChangeBar : public QWidget {
    Q_OBJECT
public:
    explicit ChangeBar(QWidget *parent = nullptr);

    // `where`: the connection's name for dangerous ones ("prod"), or empty.
    void show(const ChangeSet &changes, const QString &where);
    // Commit is the page's filled button, unless another one is.
    void setCommitPrimary(bool isPrimary);
    // "Commit 3", "Commit 3 to prod".
    static QString commitText(int count, const QString &where);
    // "3 changes in Shop: 2 changed, 1 deleted"
    static QString summary(const ChangeSet &changes);

Q_SIGNALS:
    void discardRequested();
    void previewRequested();
    void commitRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedLabel *m_text;
    ElidedLabel *m_problem;
    QPushButton *m_commit;
};

} // namespace stator::ui
