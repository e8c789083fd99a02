#include "features/items/query/code_dialog.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

#include "theme/theme.h"
#include "widgets/code_snippet.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

CodeDialog::CodeDialog(const ItemQuery &query, const QString &endpoint, const QString &region, QWidget *parent)
    : QDialog(parent), m_query(query), m_endpoint(endpoint), m_region(region), m_languages(new SegmentedSwitch),
      m_snippet(new CodeSnippet)
{
    setWindowTitle(tr("Code for This Query"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_languages->setSegments({{u"cli"_s, u"AWS CLI"_s}, {u"python"_s, u"Python"_s}});
    m_languages->setCurrent(u"cli"_s);
    m_languages->setAccessibleName(tr("Language"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_languages, 0, Qt::AlignLeft);
    column->addWidget(m_snippet);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(theme::px(560));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_languages, &SegmentedSwitch::chosen, this, &CodeDialog::update);
    update();
}

void CodeDialog::update()
{
    m_snippet->setCode(codeFor(m_query, m_languages->current() == "python"_L1 ? CodeLanguage::Python : CodeLanguage::Cli,
                               m_endpoint, m_region));
}

} // namespace stator::ui
