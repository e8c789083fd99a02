#include "cost/cost_panel.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

// A bar as long as its share of the whole.
class ShareBar : public QWidget {
public:
    explicit ShareBar(double share) : m_share(share) { setFixedHeight(theme::px(6)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), theme::color(Role::Sunken));
        const int width = std::max(theme::px(2), static_cast<int>(m_share * this->width()));
        const int x = isRightToLeft() ? this->width() - width : 0;
        painter.fillRect(QRect(x, 0, width, height()), theme::color(Role::Accent));
    }

private:
    double m_share;
};

} // namespace

CostPanel::CostPanel(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::px(6));
    setAccessibleName(tr("Cost"));
}

void CostPanel::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void CostPanel::setNothing(const QString &reason)
{
    clear();
    auto *label = new ThemedLabel(reason, TextStyle::Body, Role::SecondText);
    label->setWordWrap(true);
    m_column->addWidget(label);
    m_column->addStretch();
}

void CostPanel::setFacts(const CostFacts &facts)
{
    clear();
    const CostExplanation explanation = explainCost(facts);
    m_column->addWidget(new ThemedLabel(explanation.headline, TextStyle::Section));
    if (explanation.parts.size() > 1)
        addParts(explanation);
    addLines(explanation, CostLine::Kind::Step, tr("How it comes about"));
    addLines(explanation, CostLine::Kind::Note, tr("Good to know"));
    addLines(explanation, CostLine::Kind::Instead, tr("What else would cost"));
    m_column->addStretch();
}

void CostPanel::addParts(const CostExplanation &explanation)
{
    auto *table = new QWidget;
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, theme::px(4));
    grid->setHorizontalSpacing(theme::px(12));
    grid->setVerticalSpacing(theme::px(4));
    const double total = totalOf(explanation.parts);
    int row = 0;
    for (const CostPart &part : explanation.parts) {
        auto *name = new ElidedLabel;
        name->setText(part.index.isEmpty() ? part.table : part.table + QStringLiteral(" › ") + part.index);
        auto *units = new ThemedLabel(unitsText(part.units));
        units->setMono(true);
        units->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(name, row, 0);
        grid->addWidget(new ShareBar(total > 0 ? part.units / total : 0), row, 1);
        grid->addWidget(units, row, 2);
        ++row;
    }
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    m_column->addWidget(table);
}

void CostPanel::addLines(const CostExplanation &explanation, CostLine::Kind kind, const QString &title)
{
    bool isFirst = true;
    for (const CostLine &line : explanation.lines) {
        if (line.kind != kind)
            continue;
        if (std::exchange(isFirst, false)) {
            m_column->addSpacing(theme::px(6));
            m_column->addWidget(new ThemedLabel(title, TextStyle::Caption, Role::SecondText));
        }
        auto *label = new ThemedLabel(line.sentence);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_column->addWidget(label);
    }
}

CostDialog::CostDialog(const CostFacts &facts, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Why It Cost This"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *panel = new CostPanel;
    panel->setFacts(facts);
    panel->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(panel);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    resize(theme::px(480), theme::px(380));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace stator::ui

#include "moc_cost_panel.cpp"
