// A query as code for use elsewhere.
#pragma once

#include <QDialog>

#include "features/items/query/query_code.h"

namespace stator::ui {

class CodeSnippet;
class SegmentedSwitch;

class CodeDialog : public QDialog {
    Q_OBJECT
public:
    CodeDialog(const ItemQuery &query, const QString &endpoint, const QString &region, QWidget *parent);

private:
    void update();

    ItemQuery m_query;
    QString m_endpoint;
    QString m_region;
    SegmentedSwitch *m_languages;
    CodeSnippet *m_snippet;
};

} // namespace stator::ui
