#include "features/streams/rate_chart.h"

#include <QChart>
#include <QChartView>
#include <QDateTime>
#include <QDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineSeries>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QValueAxis>

#include "bridge/text.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kHeight = 88;
constexpr int kWordsWidth = 130;

// 10, 20, 50, 100, …: the axis stays where it is while the rate wavers.
double roundTop(double value)
{
    double top = 10;
    for (int i = 0; top < value; ++i)
        top *= i % 3 == 1 ? 2.5 : 2;
    return top;
}

QLineSeries *makeSeries(const QString &name)
{
    auto *series = new QLineSeries;
    series->setName(name);
    return series;
}

} // namespace

RateChart::RateChart(QWidget *parent)
    : QWidget(parent), m_chart(new QChart), m_view(new QChartView(m_chart)), m_time(new QValueAxis(m_chart)),
      m_rate(new QValueAxis(m_chart)), m_inserts(makeSeries(tr("Inserts"))), m_modifies(makeSeries(tr("Modifies"))),
      m_removes(makeSeries(tr("Removes"))), m_perSecond(new ThemedLabel({}, TextStyle::Section)),
      m_age(new ThemedLabel({}, TextStyle::Caption, Role::SecondText)),
      m_legend(new ThemedLabel({}, TextStyle::Caption, Role::SecondText))
{
    for (QLineSeries *series : {m_inserts, m_modifies, m_removes})
        m_chart->addSeries(series);
    m_time->setRange(-RateMeter::kSeconds, 0);
    m_time->setTickCount(5);
    m_time->setLabelFormat(QStringLiteral("%d s"));
    m_rate->setRange(0, m_top);
    m_rate->setTickCount(3);
    m_rate->setLabelFormat(QStringLiteral("%d"));
    m_chart->addAxis(m_time, Qt::AlignBottom);
    m_chart->addAxis(m_rate, Qt::AlignLeft);
    for (QLineSeries *series : {m_inserts, m_modifies, m_removes}) {
        series->attachAxis(m_time);
        series->attachAxis(m_rate);
    }
    m_chart->legend()->hide();
    m_chart->setMargins(QMargins(0, 0, 0, 0));
    m_chart->setBackgroundRoundness(0);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setLayoutDirection(Qt::LeftToRight);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->viewport()->setFocusPolicy(Qt::NoFocus);
    m_view->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_view->setAccessibleName(tr("Changes a second, over two minutes"));

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_perSecond);
    words->addWidget(m_age);
    words->addWidget(m_legend);
    words->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 4);
    row->setSpacing(16);
    row->addLayout(words);
    row->addWidget(m_view, 1);
    m_legend->setTextFormat(Qt::RichText);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &RateChart::applyTheme);
    applyTheme();
}

void RateChart::applyTheme()
{
    m_view->setFixedHeight(theme::px(kHeight));
    m_perSecond->setMinimumWidth(theme::px(kWordsWidth)); // the chart stays where it is while numbers change
    m_chart->setBackgroundBrush(theme::color(Role::Page));
    m_view->setBackgroundBrush(theme::color(Role::Page));
    const struct {
        QLineSeries *series;
        Role role;
        Qt::PenStyle style;
        const char *dash;
    } looks[] = {{m_inserts, Role::Ok, Qt::SolidLine, "——"},
                 {m_modifies, Role::Accent, Qt::DashLine, "– –"},
                 {m_removes, Role::Error, Qt::DotLine, "···"}};
    QStringList legend;
    for (const auto &look : looks) {
        look.series->setPen(QPen(theme::color(look.role), theme::px(1.5), look.style));
        legend.append(QStringLiteral("<span style='color:%1'>%2</span> %3")
                          .arg(theme::color(look.role).name(), QString::fromUtf8(look.dash), look.series->name()));
    }
    m_legend->setText(legend.join(QStringLiteral("<br>")));
    for (QValueAxis *axis : {m_time, m_rate}) {
        axis->setLabelsFont(theme::font(TextStyle::Caption));
        axis->setLabelsColor(theme::color(Role::SecondText));
        axis->setGridLineColor(theme::color(Role::Hairline));
        axis->setLinePenColor(theme::color(Role::Edge));
    }
    m_time->setGridLineVisible(false);
}

void RateChart::show(const RateMeter &meter, double nowSeconds, double iteratorAge)
{
    const std::vector<RateCount> counts = meter.seconds(nowSeconds);
    QList<QPointF> inserts;
    QList<QPointF> modifies;
    QList<QPointF> removes;
    double most = 0;
    for (int i = 0; i < RateMeter::kSeconds; ++i) {
        const RateCount &count = counts[static_cast<std::size_t>(i)];
        const double at = i - RateMeter::kSeconds;
        inserts.append({at, static_cast<double>(count.inserts)});
        modifies.append({at, static_cast<double>(count.modifies)});
        removes.append({at, static_cast<double>(count.removes)});
        most = std::max(most, static_cast<double>(std::max({count.inserts, count.modifies, count.removes})));
    }
    if (const double top = roundTop(most); top != m_top) {
        m_top = top;
        m_rate->setRange(0, top);
    }
    m_inserts->replace(inserts);
    m_modifies->replace(modifies);
    m_removes->replace(removes);
    const double rate = meter.perSecond(nowSeconds);
    //: Changes a second.
    m_perSecond->setText(tr("%1/s").arg(QLocale().toString(rate, 'f', rate < 10 ? 1 : 0)));
    m_age->setText(iteratorAge < 0 ? QString() : tr("Iterator age %1").arg(ageText(iteratorAge)));
    m_view->setAccessibleDescription(m_perSecond->text() + QStringLiteral(", ") + m_age->text());
}

QDialog *makeRateTable(const RateMeter &meter, double nowSeconds, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(RateChart::tr("Changes a Second"));
    const std::vector<RateCount> counts = meter.seconds(nowSeconds);
    auto *table = new QTableWidget(RateMeter::kSeconds, 4);
    table->setHorizontalHeaderLabels(
        {RateChart::tr("Second"), RateChart::tr("Inserts"), RateChart::tr("Modifies"), RateChart::tr("Removes")});
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setFrameShape(QFrame::NoFrame);
    table->setAccessibleName(RateChart::tr("Changes a second, over two minutes"));
    const auto last = static_cast<qint64>(nowSeconds) - 1;
    for (int row = 0; row < RateMeter::kSeconds; ++row) {
        const RateCount &count = counts[static_cast<std::size_t>(RateMeter::kSeconds - 1 - row)];
        const QDateTime time = QDateTime::fromSecsSinceEpoch(last - row);
        table->setItem(row, 0, new QTableWidgetItem(time.toString(QStringLiteral("HH:mm:ss"))));
        int column = 1;
        for (const std::int64_t each : {count.inserts, count.modifies, count.removes}) {
            auto *cell = new QTableWidgetItem(countText(each));
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table->setItem(row, column++, cell);
        }
    }
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table);
    dialog->resize(theme::px(440), theme::px(480));
    return dialog;
}

} // namespace stator::ui

#include "moc_rate_chart.cpp"
