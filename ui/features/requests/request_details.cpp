#include "features/requests/request_details.h"

#include <QFormLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "bridge/text.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

RequestDetails::RequestDetails(QWidget *parent)
    : QWidget(parent),
      m_nothing(new ThemedLabel(tr("Select a request to see it here."), TextStyle::Body, Role::SecondText)),
      m_body(new QWidget), m_title(new ThemedLabel({}, TextStyle::Section))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 16);
    m_nothing->setAlignment(Qt::AlignHCenter);
    m_nothing->setWordWrap(true);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(12);
    body->addWidget(m_title);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(6);
    m_status = addLine(form, tr("Status"));
    m_time = addLine(form, tr("Time"));
    m_table = addLine(form, tr("Table"));
    m_region = addLine(form, tr("Region"));
    m_duration = addLine(form, tr("Duration"));
    m_sizes = addLine(form, tr("Size"));
    body->addLayout(form);
    column->addWidget(m_nothing);
    column->addWidget(m_body);
    column->addStretch();
    clear();
}

ThemedLabel *RequestDetails::addLine(QFormLayout *form, const QString &label)
{
    auto *value = new ThemedLabel({});
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    form->addRow(new ThemedLabel(label, TextStyle::Body, Role::SecondText), value);
    return value;
}

void RequestDetails::show(const RequestRow &row)
{
    m_title->setText(row.operation);
    m_status->setText(row.errorCode.isEmpty() ? QString::number(row.status)
                                              : QString::number(row.status) + u' ' + row.errorCode);
    m_status->setRole(row.errorCode.isEmpty() ? Role::Ok : Role::Error);
    m_time->setText(requestTimeText(row.timeSeconds));
    m_table->setText(row.table.isEmpty() ? tr("none") : row.table);
    m_region->setText(row.region);
    //: A duration; %1 is a number of milliseconds.
    m_duration->setText(tr("%1 ms").arg(QLocale().toString(row.durationMs, 'f', 3)));
    //: Sizes of a request and of its response.
    m_sizes->setText(tr("%1 sent, %2 answered").arg(sizeText(row.requestBytes), sizeText(row.responseBytes)));
    m_nothing->hide();
    m_body->QWidget::show();
}

void RequestDetails::clear()
{
    m_body->hide();
    m_nothing->QWidget::show();
}

} // namespace stator::ui
