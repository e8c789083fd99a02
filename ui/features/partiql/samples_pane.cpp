#include "features/partiql/samples_pane.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::px;
using theme::Role;
using theme::TextStyle;

SamplesPane::SamplesPane(const QString &table, const QList<PartiqlSample> &samples, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(16), px(24), px(16));
    column->setSpacing(px(6));
    column->addWidget(new ThemedLabel(tr("Three statements on %1 to begin with").arg(table), TextStyle::Section));
    for (const PartiqlSample &sample : samples) {
        auto *button = new QPushButton(sample.title);
        button->setToolTip(sample.statement);
        auto *code = new ThemedLabel(QString(sample.statement).replace(u'\n', u' '), TextStyle::Caption, Role::SecondText);
        code->setMono(true);
        code->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        column->addSpacing(px(6));
        column->addWidget(button, 0, Qt::AlignLeft);
        column->addWidget(code);
        connect(button, &QPushButton::clicked, this, [this, statement = sample.statement] { Q_EMIT chosen(statement); });
    }
    column->addStretch();
}

} // namespace stator::ui

#include "moc_samples_pane.cpp"
