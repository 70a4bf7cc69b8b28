import Glibc

/// One client, with what it has sent and is still to be sent. Nothing here waits.
struct Connection {
  /// Tells a connection from all others of a server.
  typealias ID = Int

  private enum State {
    /// A request is awaited, or under way.
    case reading
    /// An answer is being sent.
    case answering(staysOpen: Bool)
    /// Events are sent as they happen, until the client leaves.
    case streaming
    /// All is said: the client is to take it in and to leave.
    case leaving
    case ended
  }

  let socket: Socket
  private(set) var deadline: ContinuousClock.Instant?
  private var state = State.reading
  private var input: [UInt8] = []
  private var output: [UInt8] = []
  private var sentCount = 0

  /// How long a client may take for a request, for each part of an answer, and to leave.
  private static let patience = (
    request: Duration.seconds(10), answer: Duration.seconds(20), leave: Duration.seconds(1)
  )
  /// How many bytes of events may wait for a client.
  private static let streamLimit = 1 << 20

  init(_ socket: Socket, at now: ContinuousClock.Instant) {
    self.socket = socket
    deadline = now + Self.patience.request
  }

  var isStream: Bool { if case .streaming = state { true } else { false } }
  var hasEnded: Bool { if case .ended = state { true } else { false } }
  /// Whether nothing is under way but the wait for a request or for the client's leaving.
  var isIdle: Bool {
    switch state {
    case .reading, .leaving: true
    case .answering, .streaming, .ended: false
    }
  }

  /// What to wait for.
  var awaited: pollfd {
    let wantsToWrite = sentCount < output.count
    let wantsToRead = if case .answering = state { false } else { true }
    let events = (wantsToRead ? POLLIN : 0) | (wantsToWrite ? POLLOUT : 0)
    return pollfd(fd: socket.descriptor, events: Int16(events), revents: 0)
  }

  /// Goes as far as it can without waiting. `answer` answers each request.
  mutating func advance(
    at now: ContinuousClock.Instant, answer: (Request) -> Response
  ) {
    receive()
    var makesProgress = true
    while makesProgress {
      send(at: now)
      makesProgress = readRequest(at: now, answer)
    }
    if let deadline, now >= deadline { state = .ended }
  }

  /// Sends an event to a client that listens.
  mutating func push(_ event: [UInt8], at now: ContinuousClock.Instant) {
    guard isStream else { return }
    output += event
    if output.count - sentCount > Self.streamLimit { state = .ended }
    send(at: now)
  }

  /// Takes in what has come.
  private mutating func receive() {
    if case .answering = state { return }
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    // A client that sends without end must not keep the others waiting.
    for _ in 0..<16 where input.count <= Request.limit {
      let count = read(socket.descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      guard count > 0 else {
        // A client that has said all may still listen to the answer.
        if case .reading = state, Request.isWhole(input) { return }
        state = .ended
        return
      }
      // What a client says to events, or while it is to leave, is of no interest.
      if case .reading = state { input += buffer[..<count] }
    }
  }

  /// Reads the next request and begins its answer. Tells whether there was one.
  private mutating func readRequest(
    at now: ContinuousClock.Instant, _ answer: (Request) -> Response
  ) -> Bool {
    guard case .reading = state, !input.isEmpty else { return false }
    switch Request.read(input) {
    case .incomplete: return false
    case .refused(let status):
      input = []
      begin(Response(status), isHead: false, staysOpen: false, at: now)
    case .request(let request, let length):
      input.removeFirst(length)
      let response = answer(request)
      begin(response, isHead: request.isHead, staysOpen: request.staysOpen, at: now)
    }
    return true
  }

  private mutating func begin(
    _ response: Response, isHead: Bool, staysOpen: Bool, at now: ContinuousClock.Instant
  ) {
    let isStream = response.isStream && !isHead
    output = response.bytes(isHead: isHead, staysOpen: staysOpen || isStream)
    sentCount = 0
    state = isStream ? .streaming : .answering(staysOpen: staysOpen)
    deadline = isStream ? nil : now + Self.patience.answer
  }

  /// Sends what the client takes; behind a whole answer, awaits the next request or its leaving.
  private mutating func send(at now: ContinuousClock.Instant) {
    while sentCount < output.count {
      let count = output.withUnsafeBytes {
        Glibc.send(
          socket.descriptor, $0.baseAddress! + sentCount, $0.count - sentCount,
          Int32(truncatingIfNeeded: MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      guard count >= 0 else {
        state = .ended
        return
      }
      sentCount += count
      if !isStream { deadline = now + Self.patience.answer }
    }
    output = []
    sentCount = 0
    guard case .answering(let staysOpen) = state else { return }
    if staysOpen {
      state = .reading
      deadline = now + Self.patience.request
    } else {
      // The client would lose the answer if the socket closed on bytes that nobody has read.
      shutdown(socket.descriptor, Int32(SHUT_WR))
      state = .leaving
      deadline = now + Self.patience.leave
    }
  }
}

extension Request {
  /// Whether bytes begin with all of a request's head.
  fileprivate static func isWhole(_ bytes: [UInt8]) -> Bool { read(bytes) != .incomplete }
}
