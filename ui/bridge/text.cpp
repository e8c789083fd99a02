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

} // namespace stator::ui
