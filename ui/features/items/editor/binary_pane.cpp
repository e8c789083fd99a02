#include "features/items/editor/binary_pane.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QImageReader>
#include <QBuffer>
#include <QPlainTextEdit>
#include <QSaveFile>
#include <QThreadPool>

#include "bridge/gui_thread.h"
#include "bridge/text.h"
#include "features/items/editor/json_tree.h"
#include "features/items/editor/set_field.h"
#include "model/limits.h"
#include "theme/theme.h"
#include "widgets/labels.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kPreviewSize = 96;
constexpr int kLargestPicture = 4096; // pixels a side that are decoded for a preview

bool isTextBytes(const std::string &bytes)
{
    return toUtf8(toQt(bytes)) == bytes && isPlainText(bytes);
}

QPixmap pictureOf(const std::string &bytes)
{
    QByteArray data = QByteArray::fromStdString(bytes);
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > kLargestPicture || size.height() > kLargestPicture)
        return {};
    reader.setScaledSize(size.scaled(QSize(theme::px(kPreviewSize), theme::px(kPreviewSize)), Qt::KeepAspectRatio));
    return QPixmap::fromImage(reader.read());
}

} // namespace

BinaryPane::BinaryPane(QWidget *parent)
    : QWidget(parent), m_title(new ThemedLabel({}, TextStyle::Strong)), m_views(new SegmentedSwitch),
      m_field(new QPlainTextEdit), m_preview(new QLabel), m_words(new ThemedLabel({}, TextStyle::Caption, Role::SecondText)),
      m_load(new QPushButton(tr("Load File…")))
{
    m_views->setSegments({{QStringLiteral("hex"), tr("Hex")}, {QStringLiteral("text"), tr("Text")}});
    m_views->setCurrent(QStringLiteral("hex"));
    m_views->setAccessibleName(tr("How the bytes are shown"));
    m_field->setFont(theme::monoFont());
    m_field->setTabChangesFocus(true);
    m_field->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_field->setFixedHeight(theme::px(112));
    m_field->setAccessibleName(tr("Bytes"));
    m_words->setWordWrap(true);
    auto *save = new QPushButton(tr("Save to File…"));
    auto *close = makeIconButton(QStringLiteral("close"), tr("Close"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_views);
    head->addWidget(close);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_field, 1);
    middle->addWidget(m_preview, 0, Qt::AlignTop);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_words, 1);
    foot->addWidget(m_load);
    foot->addWidget(save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addLayout(head);
    column->addLayout(middle);
    column->addLayout(foot);
    connect(m_views, &SegmentedSwitch::chosen, this, &BinaryPane::showAs);
    connect(m_field, &QPlainTextEdit::textChanged, this, &BinaryPane::read);
    connect(m_load, &QPushButton::clicked, this, &BinaryPane::load);
    connect(save, &QPushButton::clicked, this, &BinaryPane::save);
    connect(close, &QToolButton::clicked, this, &BinaryPane::closed);
}

void BinaryPane::open(const QString &name, const std::string &bytes, bool isReadOnly)
{
    m_name = name;
    m_bytes = bytes;
    m_title->setText(name);
    m_field->setReadOnly(isReadOnly);
    m_load->setEnabled(!isReadOnly);
    showBytes();
}

void BinaryPane::focusField() { m_field->setFocus(); }

void BinaryPane::showAs(const QString &view)
{
    if (view == QLatin1String("text") && !isTextBytes(m_bytes)) {
        m_views->setCurrent(QStringLiteral("hex"));
        say(tr("The bytes are not text that a field could show."), true);
        return;
    }
    showBytes();
}

void BinaryPane::showBytes()
{
    m_isShowing = true;
    if (m_views->current() == QLatin1String("text") && !isTextBytes(m_bytes))
        m_views->setCurrent(QStringLiteral("hex"));
    m_field->setPlainText(m_views->current() == QLatin1String("text") ? toQt(m_bytes) : hexFromBytes(m_bytes));
    m_isShowing = false;
    m_isWhole = true;
    const QPixmap picture = pictureOf(m_bytes);
    m_preview->setPixmap(picture);
    m_preview->setVisible(!picture.isNull());
    say(sizeText(static_cast<std::int64_t>(m_bytes.size())), false);
}

void BinaryPane::read()
{
    if (m_isShowing)
        return;
    std::optional<std::string> bytes;
    if (m_views->current() == QLatin1String("text"))
        bytes = toUtf8(m_field->toPlainText());
    else
        bytes = bytesFromHex(m_field->toPlainText());
    m_isWhole = bytes.has_value();
    if (!bytes) {
        say(tr("Bytes are typed as hexadecimal pairs: 00 FF. The value keeps its last whole bytes."), true);
        return;
    }
    m_bytes = std::move(*bytes);
    say(sizeText(static_cast<std::int64_t>(m_bytes.size())), false);
    Q_EMIT changed(m_bytes);
}

void BinaryPane::setBytes(const std::string &bytes)
{
    m_bytes = bytes;
    showBytes();
    Q_EMIT changed(m_bytes);
}

void BinaryPane::load()
{
    auto *dialog = new QFileDialog(this, tr("Load %1 from a File").arg(m_name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, name = m_name](const QString &path) {
        QThreadPool::globalInstance()->start([guard = QPointer<BinaryPane>(this), path, name] {
            QFile file(path);
            const bool isTooLarge = QFileInfo(path).size() > static_cast<qint64>(model::kItemBytes);
            const bool isOpen = !isTooLarge && file.open(QIODevice::ReadOnly);
            std::string bytes = isOpen ? file.readAll().toStdString() : std::string();
            const QString why = isTooLarge ? tr("The file is larger than an item may be (400 KB).")
                                : isOpen   ? QString()
                                           : tr("The file could not be read: %1").arg(file.errorString());
            postToGui([guard, bytes = std::move(bytes), why, name] {
                if (!guard || guard->m_name != name)
                    return;
                if (why.isEmpty())
                    guard->setBytes(bytes);
                else
                    guard->say(why, true);
            });
        });
    });
    dialog->open();
}

void BinaryPane::save()
{
    auto *dialog = new QFileDialog(this, tr("Save %1 to a File").arg(m_name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QThreadPool::globalInstance()->start([guard = QPointer<BinaryPane>(this), path, bytes = m_bytes] {
            QSaveFile file(path);
            const auto size = static_cast<qint64>(bytes.size());
            const bool isDone = file.open(QIODevice::WriteOnly) && file.write(bytes.data(), size) == size && file.commit();
            const QString said = isDone ? tr("Saved to %1.").arg(path)
                                        : tr("The file could not be written: %1").arg(file.errorString());
            postToGui([guard, said, isDone] {
                if (guard)
                    guard->say(said, !isDone);
            });
        });
    });
    dialog->open();
}

void BinaryPane::say(const QString &sentence, bool isError)
{
    m_words->setRole(isError ? Role::Error : Role::SecondText);
    m_words->setText(sentence);
}

void BinaryPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void BinaryPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Role::Window));
    painter.fillRect(QRect(0, 0, width(), 1), theme::color(Role::Hairline));
}

} // namespace stator::ui

#include "moc_binary_pane.cpp"
