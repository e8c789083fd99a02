// Colours for PartiQL in QScintilla, from the tokens of statement_text.h and the roles of the Theme.
#pragma once

#include <Qsci/qscilexercustom.h>

namespace stator::ui {

// QScintilla takes sizes in points only; the Theme's are in pixels.
QFont pointFont(const QFont &font);

class PartiqlLexer : public QsciLexerCustom {
    Q_OBJECT
public:
    explicit PartiqlLexer(QObject *parent);

    // Takes the colours and the font of the Theme as it is now.
    void applyTheme();

    const char *language() const override { return "PartiQL"; }
    QString description(int style) const override;
    void styleText(int start, int end) override;
};

} // namespace stator::ui
