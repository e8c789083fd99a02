// The Live page of a region: which one, and every stream in it.
#include <QComboBox>

#include "bridge/connections.h"
#include "features/streams/change_view.h"
#include "features/streams/live_page.h"
#include "shell/workbench.h"
#include "widgets/filter_field.h"
#include "widgets/page_frame.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

// A table of one needs neither a column nor a filter for tables.
void LivePage::showScope()
{
    m_region->setVisible(isRegion());
    m_table->setVisible(isRegion());
    if (m_view->isColumnHidden(ChangeModel::Table) == isRegion())
        m_view->setColumnHidden(ChangeModel::Table, !isRegion());
    if (isRegion())
        listRegions();
}

void LivePage::listRegions()
{
    const QString connection = workbench().connections().resolvedId(m_place.connection);
    const ConnectionInfo *info = workbench().connections().find(connection);
    const QStringList regions = info ? info->regions : QStringList();
    QStringList shown;
    for (int i = 0; i < m_region->count(); ++i)
        shown.append(m_region->itemText(i));
    if (shown != regions) {
        m_region->clear();
        m_region->addItems(regions);
    }
    m_region->setCurrentText(workbench().connections().resolvedRegion(connection, m_place.region));
}

void LivePage::chooseRegion()
{
    Place place = m_place;
    place.region = m_region->currentText();
    place.query = m_cursor->filter().toText();
    open(place);
    Q_EMIT placeChanged();
}

void LivePage::watchRegion()
{
    start(firstLook());
}

} // namespace stator::ui
