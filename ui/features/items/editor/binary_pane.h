// The bytes of one binary value: as hexadecimal, as text, from and to a file, with a preview if they are a
// picture. Stands below the tree while a value is open.
#pragma once

#include <string>

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace stator::ui {

class SegmentedSwitch;
class ThemedLabel;

class BinaryPane : public QWidget {
    Q_OBJECT
public:
    explicit BinaryPane(QWidget *parent = nullptr);

    // `name` is the path of the attribute.
    void open(const QString &name, const std::string &bytes, bool isReadOnly);
    void focusField();
    // What is in the field is bytes; otherwise the value is still what it was before.
    bool isWhole() const { return m_isWhole; }

Q_SIGNALS:
    void changed(const std::string &bytes);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showAs(const QString &view);
    void read();
    void showBytes();
    void load();
    void save();
    void setBytes(const std::string &bytes);
    void say(const QString &sentence, bool isError);

    std::string m_bytes;
    QString m_name;
    ThemedLabel *m_title;
    SegmentedSwitch *m_views;
    QPlainTextEdit *m_field;
    QLabel *m_preview;
    ThemedLabel *m_words;
    QPushButton *m_load;
    bool m_isShowing = false;
    bool m_isWhole = true;
};

} // namespace stator::ui
