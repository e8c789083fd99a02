// The head of the item editor: whose item it is, its key, its size against the limit, and the view.
#pragma once

#include <QDateTime>
#include <QWidget>

#include "document/item.h"

class QToolButton;

namespace stator::ui {

class ElidedLabel;
class SegmentedSwitch;
class SizeBar;
class ThemedLabel;

class EditorHead : public QWidget {
    Q_OBJECT
public:
    explicit EditorHead(QWidget *parent = nullptr);

    void setEntity(const QString &name, int series);
    // `text`: the key as a person reads it (keyText()). Nothing: a new item.
    void setKey(const std::optional<document::Item> &key, const QString &text = {});
    void setReadTime(const QDateTime &time);
    // Nothing: not known, because a value cannot be encoded.
    void setItemSize(std::optional<std::uint32_t> bytes);

    void setAddVisible(bool isVisible);
    SegmentedSwitch *views() const { return m_views; }

Q_SIGNALS:
    void addRequested();
    void said(const QString &sentence);

private:
    void copyKey();
    void updateTitle();

    std::optional<document::Item> m_key;
    QString m_keyText;
    QString m_entity;
    int m_series = 0;
    ThemedLabel *m_entityLabel;
    QWidget *m_swatch;
    ElidedLabel *m_keyLabel;
    QToolButton *m_copy;
    SizeBar *m_bar;
    ThemedLabel *m_size;
    ThemedLabel *m_read;
    SegmentedSwitch *m_views;
    QToolButton *m_add;
};

} // namespace stator::ui
