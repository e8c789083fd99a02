// What was said in the status bar, newest first, the last thousand.
#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QList>
#include <QString>

namespace stator::ui {

class LogModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Weight { Note, Warning, Error };
    enum Roles { TimeRole = Qt::UserRole + 1, WeightRole };

    using QAbstractListModel::QAbstractListModel;

    void append(const QString &sentence, Weight weight, const QDateTime &time = QDateTime::currentDateTime());

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Line {
        QDateTime time;
        QString sentence;
        Weight weight;
    };
    QList<Line> m_lines;
};

} // namespace stator::ui
