#include "window/preferences_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QVBoxLayout>

#include "shell/action_catalog.h"
#include "theme/theme.h"
#include "widgets/labels.h"
#include "window/shortcut_page.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Theme;

namespace {

const QString kGroup = u"look"_s;

template <class Value>
QComboBox *makeChoice(const QList<std::pair<QString, Value>> &choices, Value current,
                      std::function<void(Value)> apply)
{
    auto *box = new QComboBox;
    for (const auto &choice : choices)
        box->addItem(choice.first, static_cast<int>(choice.second));
    box->setCurrentIndex(box->findData(static_cast<int>(current)));
    QObject::connect(box, &QComboBox::activated, box,
                     [box, apply](int index) { apply(static_cast<Value>(box->itemData(index).toInt())); });
    return box;
}

} // namespace

void loadLook(QSettings &settings)
{
    settings.beginGroup(kGroup);
    Theme &look = Theme::instance();
    look.setChoice(static_cast<theme::Choice>(settings.value(u"theme"_s, 0).toInt()));
    look.setDensity(static_cast<theme::Density>(settings.value(u"density"_s, 0).toInt()));
    look.setTextSizePercent(settings.value(u"textSize"_s, 100).toInt());
    settings.endGroup();
}

void saveLook(QSettings &settings)
{
    const Theme &look = Theme::instance();
    settings.beginGroup(kGroup);
    settings.setValue(u"theme"_s, static_cast<int>(look.choice()));
    settings.setValue(u"density"_s, static_cast<int>(look.density()));
    settings.setValue(u"textSize"_s, look.textSizePercent());
    settings.endGroup();
}

PreferencesDialog::PreferencesDialog(ActionCatalog &actions, QSettings &settings, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"preferences"_s);
    setWindowTitle(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    tabs->addTab(makeLookPage(), tr("Appearance"));
    tabs->addTab(new ShortcutPage(actions, settings), tr("Shortcuts"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    buttons->setContentsMargins(12, 8, 12, 12);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tabs, 1);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addWidget(buttons);
    connect(this, &QDialog::finished, this, [&settings] { saveLook(settings); });
    resize(theme::px(640), theme::px(480));
}

QWidget *PreferencesDialog::makeLookPage()
{
    Theme &look = Theme::instance();
    auto *page = new QWidget;
    theme::setPageSurface(page);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(24, 24, 24, 24);
    form->setVerticalSpacing(12);
    form->setHorizontalSpacing(24);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("&Theme"), makeChoice<theme::Choice>(
                                   {{tr("As the system"), theme::Choice::System},
                                    {tr("Light"), theme::Choice::Light},
                                    {tr("Dark"), theme::Choice::Dark},
                                    {tr("High contrast"), theme::Choice::HighContrast}},
                                   look.choice(), [&look](theme::Choice choice) { look.setChoice(choice); }));
    form->addRow(tr("&Rows"), makeChoice<theme::Density>({{tr("Normal"), theme::Density::Normal},
                                                          {tr("Compact"), theme::Density::Compact},
                                                          {tr("Wide"), theme::Density::Wide}},
                                                         look.density(), [&look](theme::Density density) {
                                                             look.setDensity(density);
                                                         }));
    QList<std::pair<QString, int>> sizes;
    for (const int percent : {80, 90, 100, 110, 125, 150, 175, 200})
        //: Text size; %1 is a number.
        sizes.append({tr("%1 %").arg(QLocale().toString(percent)), percent});
    form->addRow(tr("Text &size"), makeChoice<int>(sizes, look.textSizePercent(), [&look](int percent) {
                     look.setTextSizePercent(percent);
                 }));
    return page;
}

} // namespace stator::ui

#include "moc_preferences_dialog.cpp"
