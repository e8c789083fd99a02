#include <QTest>

#include "bridge/request_slot.h"

using stator::ui::RequestSlot;

class TestRequestSlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheNewestAnswerOnce()
    {
        RequestSlot slot;
        const RequestSlot::Ticket ticket = slot.take();
        QVERIFY(slot.isWaiting());
        QVERIFY(ticket.redeem());
        QVERIFY(!slot.isWaiting());
        QVERIFY(!ticket.redeem());
    }

    void makesEarlierRequestsStaleAndStopsThem()
    {
        RequestSlot slot;
        const RequestSlot::Ticket first = slot.take();
        const RequestSlot::Ticket second = slot.take();
        QVERIFY(first.stopToken().stop_requested());
        QVERIFY(!second.stopToken().stop_requested());
        QVERIFY(!first.redeem());
        QVERIFY(second.redeem());
    }

    void dropsWhatWasCancelled()
    {
        RequestSlot slot;
        const RequestSlot::Ticket ticket = slot.take();
        slot.cancel();
        QVERIFY(ticket.stopToken().stop_requested());
        QVERIFY(!ticket.redeem());
        QVERIFY(slot.take().redeem());
    }

    void dropsAnswersWhenItIsGone()
    {
        auto slot = std::make_unique<RequestSlot>();
        const RequestSlot::Ticket ticket = slot->take();
        slot.reset();
        QVERIFY(ticket.stopToken().stop_requested());
        QVERIFY(!ticket.redeem());
    }
};

QTEST_MAIN(TestRequestSlot)
#include "tst_request_slot.moc"
