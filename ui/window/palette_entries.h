// What the palette offers in the real window: recent places, tables, pages and commands.
#pragma once

#include <QList>

#include "shell/place.h"
#include "window/palette_index.h"

namespace stator::ui {

class Workbench;

QList<PaletteEntry> tableEntries(Workbench &workbench);
// "Shop CUSTOMER#1 PROFILE": the name of a table and a key; one entry for each table of that name.
QList<PaletteEntry> keyEntries(Workbench &workbench, const QString &typed);
QList<PaletteEntry> paletteEntries(Workbench &workbench, const QList<Place> &recent);

} // namespace stator::ui
