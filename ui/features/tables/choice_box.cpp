#include "features/tables/choice_box.h"

#include <QCoreApplication>

#include "widgets/wheel_guard.h"

namespace stator::ui {

namespace {

constexpr int kNone = -1;

class Texts {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::ChoiceBox)

public:
    static QString noStream() { return tr("Off"); }
    static QString streamName() { return tr("Stream"); }
    static QString view(api::StreamViewType view)
    {
        switch (view) {
        case api::StreamViewType::KeysOnly: return tr("Keys only");
        case api::StreamViewType::NewImage: return tr("New image: the item after the change");
        case api::StreamViewType::OldImage: return tr("Old image: the item before the change");
        case api::StreamViewType::NewAndOldImages: break;
        }
        return tr("New and old images");
    }
    static QString insightsName() { return tr("Contributor Insights"); }
    static QString noInsights() { return tr("Off"); }
    static QString accessed() { return tr("Accessed and throttled keys"); }
    static QString throttled() { return tr("Throttled keys only"); }
};

QComboBox *makeBox(const QString &name)
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    leaveWheelToPage(box);
    return box;
}

} // namespace

QComboBox *makeStreamBox()
{
    QComboBox *box = makeBox(Texts::streamName());
    box->addItem(Texts::noStream(), kNone);
    for (const api::StreamViewType view : {api::StreamViewType::NewAndOldImages, api::StreamViewType::NewImage,
                                           api::StreamViewType::OldImage, api::StreamViewType::KeysOnly})
        box->addItem(Texts::view(view), static_cast<int>(view));
    return box;
}

std::optional<api::StreamViewType> streamOf(const QComboBox &box)
{
    const int value = box.currentData().toInt();
    return value == kNone ? std::nullopt : std::optional(static_cast<api::StreamViewType>(value));
}

void setStream(QComboBox &box, std::optional<api::StreamViewType> view)
{
    box.setCurrentIndex(box.findData(view ? static_cast<int>(*view) : kNone));
}

QComboBox *makeInsightsBox()
{
    QComboBox *box = makeBox(Texts::insightsName());
    box->addItem(Texts::noInsights(), static_cast<int>(Insights::Off));
    box->addItem(Texts::accessed(), static_cast<int>(Insights::AccessedAndThrottled));
    box->addItem(Texts::throttled(), static_cast<int>(Insights::Throttled));
    return box;
}

Insights insightsOf(const QComboBox &box)
{
    return static_cast<Insights>(box.currentData().toInt());
}

void setInsights(QComboBox &box, Insights insights)
{
    box.setCurrentIndex(box.findData(static_cast<int>(insights)));
}

} // namespace stator::ui
