// A request as code: a language to choose, the text, Copy. The language chosen last is the first of the next panel.
#pragma once

#include <optional>

#include <QWidget>

#include "code/code.h"

class QComboBox;

namespace stator::ui {

class TextView;
class ThemedLabel;

class CodePanel : public QWidget {
    Q_OBJECT
public:
    explicit CodePanel(QWidget *parent = nullptr);

    void setRequest(const code::Request &request);
    // There is no code: `reason` is the sentence that says why.
    void setNothing(const QString &reason);
    QString code() const;
    void setLanguage(code::Language language);

private:
    void update();

    std::optional<code::Request> m_request;
    QComboBox *m_language;
    TextView *m_text;
    QWidget *m_well;
    ThemedLabel *m_nothing;
};

} // namespace stator::ui
