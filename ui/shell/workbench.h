// The Workbench is the window as pages see it. MainWindow implements it; tests use a small one of their own.
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include "bridge/service_client.h"
#include "shell/place.h"

class QSettings;
class QUndoGroup;

namespace stator::ui {

class ActionCatalog;
class ConnectionList;
class EndpointStatus;
class JobList;
class PageRegistry;
class TableDirectory;

enum class OpenMode {
    Preview, // one click: reuses the preview tab
    Keep,    // double click, Enter
    NewTab,  // a second tab of the same table
};

enum class MessageKind { Note, Warning, Error };

class Workbench : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // Empty connection and region mean the current ones.
    virtual void open(const Place &place, OpenMode mode = OpenMode::Preview) = 0;
    // Said in the status bar for 8 s and kept in the Log. A sentence.
    virtual void say(const QString &sentence, MessageKind kind = MessageKind::Note) = 0;
    virtual void showInspector() = 0;

    virtual PageRegistry &pages() = 0;
    virtual ActionCatalog &actions() = 0;
    virtual ConnectionList &connections() = 0;
    virtual TableDirectory &tables() = 0;
    virtual JobList &jobs() = 0;
    virtual EndpointStatus &endpoint() = 0;
    virtual QUndoGroup &undoGroup() = 0;
    // Of the workspace: layouts, drafts, history of queries. Write under a group named for the page.
    virtual QSettings &settings() = 0;
    // Parent for dialogs.
    virtual QWidget *window() = 0;
    // Where the person was, most recent first.
    virtual QList<Place> recentPlaces() const { return {}; }

    // Asks the connection and region of the place; an unknown connection answers every request with an error.
    ServiceClient client(const Place &place);

Q_SIGNALS:
    void recentChanged();
};

} // namespace stator::ui
