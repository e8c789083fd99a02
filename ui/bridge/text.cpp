#include "bridge/text.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>

namespace stator::ui {

QString countText(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString sizeText(std::int64_t bytes)
{
    if (bytes < 1000)
        //: A size in bytes, %1 is a number: "50 B".
        return QCoreApplication::translate("stator::ui", "%1 B").arg(countText(bytes));
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString percentText(double share)
{
    //: A share of a whole, %1 is a number: "61 %".
    return QCoreApplication::translate("stator::ui", "%1 %")
        .arg(QLocale().toString(static_cast<int>(std::lround(share * 100))));
}

QString ageText(double seconds)
{
    if (seconds < 60)
        //: A duration in seconds.
        return QCoreApplication::translate("stator::ui", "%1 s").arg(QLocale().toString(seconds, 'f', 1));
    if (seconds < 3600)
        //: A duration in minutes.
        return QCoreApplication::translate("stator::ui", "%1 min").arg(countText(static_cast<std::int64_t>(seconds / 60)));
    //: A duration in hours.
    return QCoreApplication::translate("stator::ui", "%1 h").arg(QLocale().toString(seconds / 3600, 'f', 1));
}

} // namespace stator::ui
