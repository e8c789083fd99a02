#include "window/palette_index.h"

#include <algorithm>

namespace stator::ui {

namespace {

bool startsWord(const QString &title, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = title.at(at - 1);
    return !before.isLetterOrNumber() || (before.isLower() && title.at(at).isUpper());
}

// The best place for the rest of `typed` from `from` on: a whole run beats scattered letters.
std::optional<PaletteMatch> matchLetters(const QString &title, const QString &typed)
{
    PaletteMatch match;
    qsizetype at = 0;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        qsizetype found = -1;
        for (qsizetype i = at; i < title.size(); ++i) {
            if (title.at(i).toLower() != letter.toLower())
                continue;
            if (found < 0)
                found = i;
            if (startsWord(title, i) || (!match.positions.isEmpty() && i == match.positions.last() + 1)) {
                found = i;
                break;
            }
        }
        if (found < 0)
            return std::nullopt;
        match.score += startsWord(title, found) ? 8 : 1;
        if (!match.positions.isEmpty() && found == match.positions.last() + 1)
            match.score += 6;
        match.positions.append(static_cast<int>(found));
        at = found + 1;
    }
    return match;
}

bool isWanted(const PaletteEntry &entry, QChar prefix)
{
    if (prefix == QLatin1Char('>'))
        return entry.kind == PaletteEntry::Kind::Command;
    if (prefix == QLatin1Char('#'))
        return entry.kind == PaletteEntry::Kind::SavedQuery;
    return true;
}

} // namespace

std::optional<PaletteMatch> matchText(const QString &title, const QString &typed)
{
    const QString wanted = typed.trimmed();
    if (wanted.isEmpty())
        return PaletteMatch();
    const qsizetype whole = title.indexOf(wanted, 0, Qt::CaseInsensitive);
    std::optional<PaletteMatch> match = matchLetters(title, wanted);
    if (whole >= 0) {
        PaletteMatch run;
        for (qsizetype i = 0; i < wanted.size(); ++i)
            run.positions.append(static_cast<int>(whole + i));
        run.score = static_cast<int>(wanted.size()) * 12 + (whole == 0                 ? 40
                                                            : startsWord(title, whole) ? 20
                                                                                       : 0);
        if (!match || run.score > match->score)
            match = run;
    }
    // Of equal matches the shorter title is the closer one.
    if (match)
        match->score = match->score * 100 - static_cast<int>(std::min<qsizetype>(title.size(), 99));
    return match;
}

QList<PaletteMatch> searchPalette(const QList<PaletteEntry> &entries, const QString &typed,
                                  const QStringList &recentIds)
{
    const QChar prefix = typed.isEmpty() ? QChar() : typed.front();
    const bool hasPrefix = prefix == QLatin1Char('>') || prefix == QLatin1Char('#');
    const QString text = (hasPrefix ? typed.mid(1) : typed).trimmed();
    QList<PaletteMatch> matches;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const PaletteEntry &entry = entries.at(i);
        if (!isWanted(entry, prefix))
            continue;
        std::optional<PaletteMatch> match = matchText(entry.title, text);
        if (!match)
            continue;
        match->entry = i;
        if (const qsizetype recent = recentIds.indexOf(entry.id); recent >= 0)
            match->score += text.isEmpty() ? 100000 - static_cast<int>(recent) : 500;
        if (!entry.disabledReason.isEmpty())
            match->score -= 400;
        matches.append(*match);
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const PaletteMatch &a, const PaletteMatch &b) { return a.score > b.score; });
    return matches;
}

} // namespace stator::ui
