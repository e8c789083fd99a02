// Where results will stand: three statements on a person's own table, to begin with.
#pragma once

#include <QWidget>

#include "features/partiql/partiql_samples.h"

namespace stator::ui {

class SamplesPane : public QWidget {
    Q_OBJECT
public:
    SamplesPane(const QString &table, const QList<PartiqlSample> &samples, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &statement);
};

} // namespace stator::ui
