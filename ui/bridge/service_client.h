// A ServiceClient asks a Service for the window: the work runs on core's threads, the answer arrives on the
// GUI thread, and only if somebody still waits for it.
//
//     workbench().client(place).run(this, m_scan, std::move(request),
//                                   [this](Result<api::ScanResponse> result) { … });
//
// `done` is called once, unless `context` died or the slot was taken again, cancelled or destroyed.
//
// Threads: the GUI thread only.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include <QObject>
#include <QPointer>
#include <QString>

#include "base/executor.h"
#include "bridge/gui_thread.h"
#include "bridge/operation.h"
#include "bridge/request_slot.h"
#include "service/service.h"

namespace stator::ui {

class ServiceClient {
public:
    // Without a service: every request is answered with ResourceNotFound.
    ServiceClient() = default;
    ServiceClient(std::shared_ptr<service::Service> service, std::shared_ptr<Executor> executor,
                  std::string region);

    QString region() const;
    bool isConnected() const { return m_service != nullptr; }

    template <class Request, class Done>
    void run(QObject *context, Request request, Done done) const
    {
        start(std::move(request), std::stop_token(),
              [guard = QPointer<QObject>(context), done = std::move(done)](auto result) mutable {
                  if (guard)
                      done(std::move(result));
              });
    }

    template <class Request, class Done>
    void run(QObject *context, RequestSlot &slot, Request request, Done done) const
    {
        const RequestSlot::Ticket ticket = slot.take();
        start(std::move(request), ticket.stopToken(),
              [guard = QPointer<QObject>(context), ticket, done = std::move(done)](auto result) mutable {
                  if (guard && ticket.redeem())
                      done(std::move(result));
              });
    }

    // A request as it stands on the wire: "DynamoDB_20120810.GetItem" and its JSON. The reply is JSON, too; of
    // operations without output it is empty.
    void dispatch(QObject *context, RequestSlot &slot, std::string target, std::string body,
                  std::function<void(Result<std::string>)> done) const;

    // Runs `work(std::stop_token)` on core's threads and gives what it returns to `done` here: sorting,
    // encoding, reading a file. `work` must own everything it touches.
    template <class Work, class Done>
    void compute(QObject *context, RequestSlot &slot, Work work, Done done) const
    {
        const RequestSlot::Ticket ticket = slot.take();
        QPointer<QObject> guard(context);
        if (!m_executor)
            return;
        m_executor->post([work = std::move(work), done = std::move(done), ticket, guard]() mutable {
            postToGui([value = work(ticket.stopToken()), done = std::move(done), ticket, guard]() mutable {
                if (guard && ticket.redeem())
                    done(std::move(value));
            });
        });
    }

private:
    template <class Request, class Deliver>
    void start(Request request, std::stop_token stop, Deliver deliver) const
    {
        using Response = typename Operation<Request>::Response;
        if (!m_service) {
            postToGui([deliver = std::move(deliver)]() mutable {
                deliver(Result<Response>(Error::resourceNotFound("The connection does not exist")));
            });
            return;
        }
        service::Call call;
        call.region = m_region;
        call.stop = std::move(stop);
        m_executor->post([service = m_service, call = std::move(call), request = std::move(request),
                          deliver = std::move(deliver)]() mutable {
            Completion<Response> done([deliver = std::move(deliver)](Result<Response> result) mutable {
                postToGui([deliver = std::move(deliver), result = std::move(result)]() mutable {
                    deliver(std::move(result));
                });
            });
            Operation<Request>::invoke(*service, std::move(request), std::move(call), std::move(done));
        });
    }

    std::shared_ptr<service::Service> m_service;
    std::shared_ptr<Executor> m_executor;
    std::string m_region;
};

} // namespace stator::ui
