#include "features/tables/delete_table_dialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "api/delete_table.h"
#include "api/describe_table.h"
#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "bridge/text.h"
#include "features/tables/form_row.h"
#include "shell/workbench.h"
#include "widgets/error_card.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

DeleteTableDialog::DeleteTableDialog(Workbench &workbench, const Place &table, QWidget *parent)
    : QDialog(parent), m_workbench(workbench), m_table(table), m_words(new ThemedLabel({}, TextStyle::Body, Role::SecondText)),
      m_name(new QLineEdit), m_error(new ErrorCard), m_delete(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Delete Table"));
    m_words->setWordWrap(true);
    m_words->setText(tr("The table goes with its items and indexes, and nothing brings them back. Its stream stays readable for 24 hours."));
    m_error->hide();
    theme::setDestructive(m_delete);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setDefault(true);
    m_delete->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_delete);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(new ThemedLabel(tr("Delete %1").arg(table.table), TextStyle::Title));
    column->addWidget(m_words);
    //: %1 is the name of a table.
    column->addWidget(new FormRow(tr("Type %1 to delete it").arg(table.table), m_name));
    column->addWidget(m_error);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(theme::px(440));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_delete, &QPushButton::clicked, this, &DeleteTableDialog::remove);
    connect(m_name, &QLineEdit::textChanged, this, &DeleteTableDialog::updateButton);
    updateButton();
    describeTable();
    m_name->setFocus();
}

void DeleteTableDialog::describeTable()
{
    api::DescribeTableRequest request;
    request.tableName = toUtf8(m_table.table);
    m_workbench.client(m_table).run(this, m_describe, request, [this](Result<api::DescribeTableResponse> result) {
        if (!result.ok()) {
            m_error->show(describe(result.error()));
            m_error->setVisible(true);
            return;
        }
        if (!result->table)
            return;
        m_itemCount = result->table->itemCount;
        m_isProtected = result->table->deletionProtectionEnabled.value_or(false);
        if (m_isProtected) {
            m_words->setRole(Role::Error);
            m_words->setText(tr("The table is protected from deletion. Turn the protection off in its settings first."));
        }
        updateButton();
    });
}

void DeleteTableDialog::updateButton()
{
    const ConnectionInfo *connection = m_workbench.connections().find(m_table.connection);
    const bool isDangerous = connection && connection->isDangerous;
    //: %1 is a table, %2 "12,480 items".
    QString text = m_itemCount ? tr("Delete %1, %2").arg(m_table.table, tr("%Ln item(s)", nullptr, static_cast<int>(*m_itemCount)))
                               : tr("Delete %1").arg(m_table.table);
    if (isDangerous)
        //: %1 is "Delete Shop, 12 items", %2 a connection.
        text = tr("%1 on %2").arg(text, connection->title);
    m_delete->setText(m_isBusy ? tr("Deleting…") : text);
    m_delete->setEnabled(!m_isBusy && !m_isProtected && m_name->text() == m_table.table);
}

void DeleteTableDialog::remove()
{
    m_isBusy = true;
    m_error->hide();
    updateButton();
    api::DeleteTableRequest request;
    request.tableName = toUtf8(m_table.table);
    m_workbench.client(m_table).run(this, m_remove, request, [this](Result<api::DeleteTableResponse> result) {
        m_isBusy = false;
        updateButton();
        if (!result.ok()) {
            m_error->show(describe(result.error()));
            m_error->setVisible(true);
            return;
        }
        m_workbench.tables().refresh();
        m_workbench.say(tr("Deleted %1.").arg(m_table.table));
        Q_EMIT deleted(m_table);
        accept();
    });
}

} // namespace stator::ui

#include "moc_delete_table_dialog.cpp"
