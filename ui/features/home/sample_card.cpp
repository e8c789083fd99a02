#include "features/home/sample_card.h"

#include <QPushButton>

#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

SampleCard::SampleCard(std::function<void()> openSample, QWidget *parent) : Card(parent)
{
    body()->addWidget(new ThemedLabel(tr("Sample"), TextStyle::Section));
    auto *text =
        new ThemedLabel(tr("A shop in a single table, the chemical elements with every attribute type, "
                           "and 100,000 sensor readings."),
                        TextStyle::Body, Role::SecondText);
    text->setWordWrap(true);
    body()->addWidget(text);
    auto *button = new QPushButton(tr("Open Sample Workspace"));
    theme::setPrimary(button);
    connect(button, &QPushButton::clicked, this, std::move(openSample));
    body()->addSpacing(4);
    body()->addWidget(button, 0, Qt::AlignLeft);
}

} // namespace stator::ui

#include "moc_sample_card.cpp"
