// The text of a draft, with a margin: types that plain JSON does not show, and lines that are wrong.
#pragma once

#include <QHash>
#include <QPlainTextEdit>

#include "features/items/editor/draft_text.h"

namespace stator::ui {

class DocumentText : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit DocumentText(QWidget *parent = nullptr);

    // Another text, without a step of undo; says nothing.
    void load(const std::string &utf8);
    std::string utf8() const { return toPlainText().toStdString(); }

    // Offsets are in bytes of the text as it is now.
    void setFaults(const std::vector<TextFault> &faults);
    // Badges for the types of `draft` that its plain text does not say.
    void setBadges(const ItemDraft *draft);
    // Puts the cursor at a byte of the text.
    void goTo(int offset);
    // The line a byte is in, from 1.
    int lineOf(int offset) const;

Q_SIGNALS:
    void edited();
    void stageRequested();
    void left(); // Esc

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Margin;
    void updateMargin();
    void paintMargin(QPainter &painter, const QRect &rect) const;
    int positionOf(int offset) const;
    void collectBadges(const DraftNode &node);

    Margin *m_margin;
    QHash<int, QString> m_badges; // by line, from 0
    QHash<int, QString> m_faults;
    bool m_isLoading = false;
};

} // namespace stator::ui
