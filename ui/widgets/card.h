// A Card groups what belongs together: page colour, a hairline, radius 6, no shadow.
#pragma once

#include <QVBoxLayout>
#include <QWidget>

namespace stator::ui {

class Card : public QWidget {
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);

    // Margins 16, spacing 8.
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_body;
};

} // namespace stator::ui
