// Settings: every option of one table. Changes gather in the footer until Apply sends them; what the service
// refuses is said beside its field.
#pragma once

#include "features/tables/table_session.h"
#include "shell/page.h"

class QPushButton;
class QScrollArea;

namespace stator::ui {

class FactsCard;
class IndexesCard;
class OptionsForm;
class PageFrame;
class ThemedLabel;

class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(Workbench &workbench, QWidget *parent);

    void open(const Place &place) override;
    Place place() const override { return m_place; }
    QString title() const override { return m_place.table; }
    void refresh() override;
    void focusContent() override;
    bool hasUnsavedText() const override { return m_session->changes() > 0; }
    QList<QAction *> moreActions() const override { return {m_deleteAction}; }

private:
    QWidget *makeContent();
    QWidget *makeFooter();
    void connectParts();
    void connectIndexes();
    void connectSession();

    // Fields take what is wanted.
    void fill();
    void collect();
    void updateFooter();
    void want(const std::function<void(TableSettings &)> &change);
    void apply();
    void showRefusal(SettingsField field, const QString &sentence);
    void clearFaults();
    void reveal(QWidget *widget);
    void newIndex();
    void editIndex(const QString &name);
    void deleteTable();

    Place m_place;
    TableSession *m_session;
    PageFrame *m_frame;
    QScrollArea *m_scroll;
    FactsCard *m_keys;
    IndexesCard *m_indexes;
    OptionsForm *m_options;
    FactsCard *m_details;
    ThemedLabel *m_count;
    QPushButton *m_discard;
    QPushButton *m_apply;
    QAction *m_deleteAction;
};

} // namespace stator::ui
