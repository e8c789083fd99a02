// Changes a second over the last two minutes, as a chart and as words: rate, iterator age. The chart is a picture
// of a table that rateTable() opens; time runs left to right in every language.
#pragma once

#include <QWidget>

#include "features/streams/rate_meter.h"

class QChart;
class QChartView;
class QDialog;
class QLineSeries;
class QValueAxis;

namespace stator::ui {

class ThemedLabel;

class RateChart : public QWidget {
    Q_OBJECT
public:
    explicit RateChart(QWidget *parent = nullptr);

    // `iteratorAge` in seconds; below 0: not known.
    void show(const RateMeter &meter, double nowSeconds, double iteratorAge);

private:
    void applyTheme();

    QChart *m_chart;
    QChartView *m_view;
    QValueAxis *m_time;
    QValueAxis *m_rate;
    QLineSeries *m_inserts;
    QLineSeries *m_modifies;
    QLineSeries *m_removes;
    ThemedLabel *m_perSecond;
    ThemedLabel *m_age;
    ThemedLabel *m_legend;
    double m_top = 10;
};

// The same numbers as a table, newest first. Shown, never executed; deletes itself.
QDialog *makeRateTable(const RateMeter &meter, double nowSeconds, QWidget *parent);

} // namespace stator::ui
