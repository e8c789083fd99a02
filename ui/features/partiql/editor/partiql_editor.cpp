#include "features/partiql/editor/partiql_editor.h"

#include <QVBoxLayout>

#include <Qsci/qscicommandset.h>
#include <Qsci/qsciscintilla.h>
#include <Qsci/qscistyle.h>

#include "features/partiql/editor/partiql_lexer.h"
#include "theme/theme.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;

namespace {

constexpr int kFault = 8; // of QScintilla's indicators, the first that is not a lexer's
constexpr int kNumbers = 0;
constexpr int kFaultStyle = 60; // of the sentence below a fault; beyond the lexer's own

bool isNamePart(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'_' || letter == u'$' || letter == u'"';
}

} // namespace

struct PartiqlEditor::Private {
    QsciScintilla *view = nullptr;
    PartiqlLexer *lexer = nullptr;
    std::function<QStringList(const QString &, qsizetype)> completer;
    bool hasFault = false;

    long bytesBefore(qsizetype position) const
    {
        return static_cast<long>(QStringView(view->text()).left(position).toUtf8().size());
    }
    qsizetype charactersBefore(long bytes) const
    {
        return QString::fromUtf8(view->text().toUtf8().left(bytes)).size();
    }
};

PartiqlEditor::PartiqlEditor(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    d->view = new QsciScintilla(this);
    d->lexer = new PartiqlLexer(d->view);
    QsciScintilla *view = d->view;
    view->setLexer(d->lexer);
    view->setUtf8(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setEolMode(QsciScintilla::EolUnix);
    view->setIndentationsUseTabs(false);
    view->setTabWidth(4);
    view->setAutoIndent(true);
    view->setWrapMode(QsciScintilla::WrapWord);
    view->setBraceMatching(QsciScintilla::SloppyBraceMatch);
    view->setCaretWidth(2);
    view->setFolding(QsciScintilla::NoFoldStyle);
    for (int margin = 1; margin < 5; ++margin)
        view->setMarginWidth(margin, 0);
    view->setMarginType(kNumbers, QsciScintilla::NumberMargin);
    view->setAutoCompletionSource(QsciScintilla::AcsNone);
    view->SendScintilla(QsciScintilla::SCI_AUTOCSETIGNORECASE, 1L);
    view->SendScintilla(QsciScintilla::SCI_AUTOCSETSEPARATOR, static_cast<long>('\n'));
    view->SendScintilla(QsciScintilla::SCI_AUTOCSETORDER, static_cast<long>(QsciScintilla::SC_ORDER_PERFORMSORT));
    view->SendScintilla(QsciScintilla::SCI_AUTOCSETMAXHEIGHT, 9L);
    view->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1L);
    view->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1L);
    view->SendScintilla(QsciScintilla::SCI_SETENDATLASTLINE, 1L);
    view->indicatorDefine(QsciScintilla::SquiggleIndicator, kFault);
    view->setIndicatorDrawUnder(false, kFault);
    view->setAnnotationDisplay(QsciScintilla::AnnotationIndented);
    view->setAccessibleName(tr("Statements"));
    setLayoutDirection(Qt::LeftToRight);
    setFocusProxy(view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(view);
    removeKeys();
    connect(view, &QsciScintilla::textChanged, this, [this] {
        clearFault();
        fitMargin();
        Q_EMIT textChanged();
    });
    connect(view, &QsciScintilla::cursorPositionChanged, this, [this] { Q_EMIT cursorMoved(); });
    connect(view, &QsciScintillaBase::SCN_CHARADDED, this, &PartiqlEditor::charAdded);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &PartiqlEditor::applyTheme);
    applyTheme();
}

PartiqlEditor::~PartiqlEditor() = default;

// These are the window's: duplicate, go to the query, new and reopened PartiQL tabs, and what runs.
void PartiqlEditor::removeKeys()
{
    const QList<QKeyCombination> taken{Qt::CTRL | Qt::Key_D,
                           Qt::CTRL | Qt::Key_L,
                           Qt::CTRL | Qt::SHIFT | Qt::Key_L,
                           Qt::CTRL | Qt::Key_T,
                           Qt::CTRL | Qt::SHIFT | Qt::Key_T,
                           Qt::CTRL | Qt::Key_Return,
                           Qt::CTRL | Qt::SHIFT | Qt::Key_Return,
                           Qt::CTRL | Qt::Key_Slash,
                           Qt::CTRL | Qt::Key_Plus,
                           Qt::CTRL | Qt::Key_Minus};
    for (QsciCommand *command : d->view->standardCommands()->commands()) {
        if (taken.contains(QKeyCombination::fromCombined(command->key())))
            command->setKey(0);
        if (taken.contains(QKeyCombination::fromCombined(command->alternateKey())))
            command->setAlternateKey(0);
    }
}

void PartiqlEditor::applyTheme()
{
    QsciScintilla *view = d->view;
    d->lexer->applyTheme();
    view->setPaper(theme::color(Role::Page));
    view->setColor(theme::color(Role::Text));
    view->setCaretForegroundColor(theme::color(Role::Accent));
    view->setSelectionBackgroundColor(theme::color(Role::Selection));
    view->resetSelectionForegroundColor();
    view->setMarginsFont(pointFont(theme::monoFont(theme::TextStyle::Caption)));
    view->setMarginsBackgroundColor(theme::color(Role::Page));
    view->setMarginsForegroundColor(theme::color(Role::SecondText));
    view->setFoldMarginColors(theme::color(Role::Page), theme::color(Role::Page));
    view->setMatchedBraceBackgroundColor(theme::color(Role::Selection));
    view->setMatchedBraceForegroundColor(theme::color(Role::Text));
    view->setUnmatchedBraceBackgroundColor(theme::color(Role::Page));
    view->setUnmatchedBraceForegroundColor(theme::color(Role::Error));
    view->setIndicatorForegroundColor(theme::color(Role::Error), kFault);
    view->setExtraAscent(theme::px(2));
    view->setExtraDescent(theme::px(2));
    fitMargin();
}

void PartiqlEditor::fitMargin()
{
    const int digits = std::max(2, static_cast<int>(QString::number(d->view->lines()).size()));
    const QFontMetrics metrics(theme::monoFont(theme::TextStyle::Caption));
    d->view->setMarginWidth(kNumbers, metrics.horizontalAdvance(QString(digits, u'0')) + theme::px(16));
}

QString PartiqlEditor::text() const
{
    return d->view->text();
}

void PartiqlEditor::setText(const QString &text)
{
    d->view->setText(text);
    d->view->SendScintilla(QsciScintilla::SCI_EMPTYUNDOBUFFER);
}

void PartiqlEditor::insertText(const QString &text)
{
    d->view->insert(text);
    setCursor(cursor() + text.size());
}

QString PartiqlEditor::selectedText() const
{
    return d->view->selectedText();
}

qsizetype PartiqlEditor::cursor() const
{
    return d->charactersBefore(d->view->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS));
}

void PartiqlEditor::setCursor(qsizetype position)
{
    d->view->SendScintilla(QsciScintilla::SCI_GOTOPOS, d->bytesBefore(position));
}

void PartiqlEditor::setFault(qsizetype position, qsizetype length, const QString &sentence)
{
    clearFault();
    QsciScintilla *view = d->view;
    const long begin = d->bytesBefore(position);
    const long end = d->bytesBefore(position + std::max<qsizetype>(1, length));
    view->SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, static_cast<long>(kFault));
    view->SendScintilla(QsciScintilla::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(begin), end - begin);
    const int line = static_cast<int>(view->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, end > begin ? end - 1 : begin));
    const QsciStyle style(kFaultStyle, u"fault"_s, theme::color(Role::Error), theme::color(Role::Page),
                          pointFont(theme::font(theme::TextStyle::Body)));
    view->annotate(line, sentence, style);
    d->hasFault = true;
}

void PartiqlEditor::clearFault()
{
    if (!std::exchange(d->hasFault, false))
        return;
    QsciScintilla *view = d->view;
    view->SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, static_cast<long>(kFault));
    view->SendScintilla(QsciScintilla::SCI_INDICATORCLEARRANGE, 0UL, view->SendScintilla(QsciScintilla::SCI_GETLENGTH));
    view->clearAnnotations();
}

bool PartiqlEditor::hasFault() const
{
    return d->hasFault;
}

void PartiqlEditor::setCompleter(std::function<QStringList(const QString &, qsizetype)> completer)
{
    d->completer = std::move(completer);
}

void PartiqlEditor::charAdded(int character)
{
    const QChar letter(static_cast<char16_t>(character));
    if (letter.isLetter() || letter == u'_' || letter == u'"' || letter == u'.')
        complete();
}

void PartiqlEditor::complete()
{
    if (!d->completer)
        return;
    const QString all = text();
    const qsizetype here = cursor();
    qsizetype begin = here;
    while (begin > 0 && isNamePart(all.at(begin - 1)))
        --begin;
    const QString prefix = all.mid(begin, here - begin);
    QStringList fitting;
    for (const QString &word : d->completer(all, begin)) {
        if (word.startsWith(prefix, Qt::CaseInsensitive) && word != prefix)
            fitting.append(word);
    }
    // One letter brings up too much of too little use, unless a name must stand here.
    const bool isExpected = begin > 0 && (all.at(begin - 1) == u'.' || prefix.startsWith(u'"'));
    if (fitting.isEmpty() || (prefix.size() < 2 && !isExpected)) {
        d->view->SendScintilla(QsciScintilla::SCI_AUTOCCANCEL);
        return;
    }
    d->view->SendScintilla(QsciScintilla::SCI_AUTOCSHOW, static_cast<unsigned long>(prefix.toUtf8().size()),
                           fitting.join(u'\n').toUtf8().constData());
}

bool PartiqlEditor::isCompleting() const
{
    return d->view->SendScintilla(QsciScintilla::SCI_AUTOCACTIVE) != 0;
}

void PartiqlEditor::focusInEvent(QFocusEvent *)
{
    d->view->setFocus();
}

} // namespace stator::ui

#include "moc_partiql_editor.cpp"
