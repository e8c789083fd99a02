#include "code/code_panel.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/labels.h"
#include "widgets/text_view.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;

namespace {

// Of the running program: what a person reads once is what they read next.
code::Language &lastLanguage()
{
    static code::Language language = code::Language::Cli;
    return language;
}

} // namespace

CodePanel::CodePanel(QWidget *parent)
    : QWidget(parent), m_language(new QComboBox), m_text(new TextView), m_well(new QWidget),
      m_nothing(new ThemedLabel({}, theme::TextStyle::Body, Role::SecondText))
{
    for (const code::Language language : code::kLanguages)
        m_language->addItem(code::languageName(language), static_cast<int>(language));
    m_language->setAccessibleName(tr("Language"));
    m_text->setAccessibleName(tr("Code"));
    m_nothing->setWordWrap(true);
    auto *copy = new QPushButton(theme::icon(u"copy"_s), tr("Copy"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_language);
    head->addStretch();
    head->addWidget(copy);
    auto *column = new QVBoxLayout(m_well);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::px(8));
    column->addLayout(head);
    column->addWidget(m_text, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_nothing);
    all->addWidget(m_well, 1);
    all->setAlignment(m_nothing, Qt::AlignTop);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(code()); });
    connect(m_language, &QComboBox::activated, this, [this] {
        lastLanguage() = static_cast<code::Language>(m_language->currentData().toInt());
        update();
    });
    setNothing({});
}

void CodePanel::setLanguage(code::Language language)
{
    lastLanguage() = language;
    update();
}

void CodePanel::setRequest(const code::Request &request)
{
    m_request = request;
    m_nothing->hide();
    m_well->show();
    update();
}

void CodePanel::setNothing(const QString &reason)
{
    m_request.reset();
    m_nothing->setText(reason);
    m_nothing->setVisible(!reason.isEmpty());
    m_well->hide();
}

QString CodePanel::code() const
{
    return m_request ? code::codeFor(*m_request, lastLanguage()) : QString();
}

void CodePanel::update()
{
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(lastLanguage())));
    m_text->setContent(code());
}

} // namespace stator::ui

#include "moc_code_panel.cpp"
