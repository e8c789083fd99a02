// The list of changes: a line each, with a sign and a tint for what the operation was. Times and keys are never
// mirrored.
//
// At the newest end it follows; movedByHand() tells that a person scrolled.
#pragma once

#include <QTableView>

namespace stator::ui {

class ChangeModel;

class ChangeView : public QTableView {
    Q_OBJECT
public:
    explicit ChangeView(ChangeModel *model, QWidget *parent = nullptr);

    // What changed keeps its width, with a column more.
    void makeRoomForTables();
    bool isAtEnd() const;
    // Keeps the newest row in sight, whatever comes and however the view is resized.
    void setFollowing(bool isFollowing);
    // The row is the first one, if enough follow.
    void goTo(int row);
    int firstVisibleRow() const;

Q_SIGNALS:
    void movedByHand();
    void activatedRow(int row); // Enter, double click
    void inspectRequested();    // Space
    void rowChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    bool m_isFollowing = false;
    bool m_isMoving = false; // by the page, not by the person
};

} // namespace stator::ui
