// The QueryBar is where a query is put together: table or index, keys, filters, options, Run. Below it stands in
// words what running it means. A second row holds filters, and what a narrow window has no room for in the first.
//
// Threads: the GUI thread.
#pragma once

#include <QList>
#include <QWidget>

#include "features/items/query/filter_popup.h"
#include "features/items/query/query_plan.h"

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace stator::ui {

class FlowLayout;
class OptionPopup;
class SortField;
class ThemedLabel;

class QueryBar : public QWidget {
    Q_OBJECT
public:
    explicit QueryBar(QWidget *parent = nullptr);

    void setTable(const TableShape &table);
    void setAttributes(const QList<KnownAttribute> &attributes);
    // Without telling changed().
    void setState(const QueryState &state);
    QueryState state() const;
    // What was run last: the bar is edited while it holds something else.
    void setRun(const QueryState &state);
    bool isEdited() const { return m_isEdited; }
    // Puts the cursor where the query cannot be understood and says why.
    void showFault(const QueryFault &fault);
    void addFilter(const FilterToken &filter);
    void focusFirst();
    void showLibrary();

Q_SIGNALS:
    void runRequested();
    // The star: saved queries and history, to be shown at `anchor`.
    void libraryRequested(QWidget *anchor);
    void editedChanged(bool isEdited);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuildKeys();
    void addVectorFields(const VectorIndexShape &index);
    void rebuildFilters();
    void changed();
    void updateSentence();
    void updateSort();
    void arrange();
    void orderTabs();

    TableShape m_table;
    QueryState m_run;
    bool m_isEdited = false;
    bool m_isSetting = false;
    QList<FilterToken> m_filters;
    QueryState m_options; // only what the popup holds

    QHBoxLayout *m_row;
    QComboBox *m_source;
    QWidget *m_keys;
    QHBoxLayout *m_keyRow;
    QList<QLineEdit *> m_partition;
    QList<SortField *> m_sort;
    QLineEdit *m_vector = nullptr; // while a vector index is chosen
    QSpinBox *m_top = nullptr;
    int m_offeredSorts = 0; // of them; those behind wait for a value before them
    bool m_isOneRow = true;
    QToolButton *m_addFilter;
    QToolButton *m_optionButton;
    QToolButton *m_star;
    QPushButton *m_runButton;
    QWidget *m_second;
    FlowLayout *m_secondRow;
    QList<QWidget *> m_chips; // by filter
    ThemedLabel *m_sentence;
    FilterPopup *m_filterPopup;
    OptionPopup *m_optionPopup;
};

} // namespace stator::ui
