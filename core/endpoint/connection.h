// One client's connection: bytes in, requests, replies, bytes out.
//
// Internal to endpoint/. Threads: its I/O thread only, except that a handler's completion may come anywhere.
// Ownership: the I/O thread's set.
#pragma once

#include <memory>
#include <string>

#include "endpoint/io_thread.h"
#include "endpoint/output_queue.h"
#include "endpoint/request_parser.h"
#include "endpoint/socket.h"

namespace stator::endpoint {

class Connection final : public EventLoop::Watcher, public std::enable_shared_from_this<Connection> {
public:
    Connection(IoThread &thread, Socket socket);
    ~Connection();

    // Begins, or goes on, on this thread.
    void serveOn(IoThread &thread);
    // Leaves its thread for another's serveOn(); false if a request or a reply is in the way.
    bool leave();
    // Ends once what is in flight is answered; at once if nothing is.
    void drain();
    // Ends at once.
    void close();
    // Ends if its time is up, and gives back room it does not use.
    void checkTime(std::int64_t now);

    void onChange(EventLoop::Change change) override;

private:
    enum class Phase : std::uint8_t {
        Idle,      // between requests
        Receiving, // a part of a request is here
        Answering, // the handler works
        Lingering, // the last reply is out; what still comes is thrown away
        Closed,
    };

    void enter(Phase phase);
    // The next bytes are wanted: now if they may be here already, else when they come.
    void wantRead();
    void readOn();
    void onRead(std::size_t bytes);
    // Gives every buffer back until the client says something again.
    void rest();
    void wakeUp();
    bool makeRoom();
    bool hasUnread() const; // here or in the kernel's hands
    void resizeInput(std::size_t size);
    // Takes up requests as long as there are any and nothing stands in the way, then writes.
    void pump();
    bool mayTakeUp() const;
    bool takeUpNext();
    void answerRequest();
    void askHandler(const Admitted &admitted);
    void onOutcome(Result<std::string> outcome);
    void queueReply(Reply reply, bool keepAlive);
    void refuseMalformed(int status);

    void flush();
    std::ptrdiff_t send() const;
    void afterFlush();
    void linger();

    IoThread *m_thread;
    Socket m_socket;
    std::string m_client; // address and port
    Phase m_phase = Phase::Idle;
    std::int64_t m_deadline = 0;      // of the phase; 0: none
    std::int64_t m_writeDeadline = 0; // of the client's taking another byte

    std::unique_ptr<char[]> m_input;
    std::size_t m_inputSize = 0;  // without the padding
    std::size_t m_inputBegin = 0; // [begin, end) has not been used
    std::size_t m_inputEnd = 0;
    RequestParser m_parser;
    Exchange m_exchange;
    bool m_keepAlive = true;   // of the request being answered
    bool m_isHttp11 = true;    // the same
    bool m_isAsking = false;   // the handler is being called, on this thread
    bool m_wantsRead = false;
    bool m_mayRead = false;    // the kernel may have bytes
    bool m_isHungUp = false;   // and behind them an end
    bool m_isReadingOn = false;
    bool m_isResting = true;   // it holds no buffer
    bool m_isWriting = false;  // the client does not take its bytes as fast as they come
    bool m_filledInput = false; // the last read took all the room there was
    bool m_isDraining = false;
    bool m_isLast = false;     // the last reply is queued
    bool m_mustLinger = false; // the client may still be sending
    std::optional<Result<std::string>> m_outcome; // came while the handler was being called

    OutputQueue m_output;
};

} // namespace stator::endpoint
