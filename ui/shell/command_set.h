// A CommandSet holds a page's answers to commands of the ActionCatalog while it is the current page.
//
//     commands().answer(u"item.new"_s, this, [this] { newItem(); });
//     commands().setReason(u"item.new"_s, tr("Time travel is on: items cannot be changed."));
#pragma once

#include <functional>

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>

namespace stator::ui {

class CommandSet : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void answer(const QString &id, QObject *context, std::function<void()> handler);
    // Why the command cannot run now; empty: it can.
    void setReason(const QString &id, const QString &reason);
    // Another text while this page is current ("Commit 3 to prod"); empty: the catalog's.
    void setText(const QString &id, const QString &text);

    bool answers(const QString &id) const { return m_answers.contains(id); }
    QString reason(const QString &id) const;
    QString text(const QString &id) const;
    void run(const QString &id) const;

Q_SIGNALS:
    void changed();

private:
    struct Answer {
        QPointer<QObject> context;
        std::function<void()> handler;
        QString reason;
        QString text;
    };
    QHash<QString, Answer> m_answers;
};

} // namespace stator::ui
