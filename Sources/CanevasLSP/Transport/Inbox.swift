/// What came from the client and waits for its turn.
///
/// Everything that has come is read before the next message is taken, so that a request is never
/// begun that was cancelled while it waited.
struct Inbox {
  /// A message whose turn it is.
  enum Item: Hashable {
    case message(Message)
    /// A request that its client wants no answer to any more.
    case cancelled(RequestID)
  }

  private var framing = MessageFraming()
  private var messages: [Message] = []
  /// The place of the next one in `messages`.
  private var next = 0
  private var cancelled: Set<RequestID> = []

  /// Adds what came in.
  mutating func receive(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    framing.append(bytes)
    while let part = framing.next() {
      switch part {
      case .content(let content): add(Message(content))
      case .garbage:
        messages.append(
          .invalid(nil, ResponseError(.parseError, "a header without a usable Content-Length")))
      }
    }
  }

  /// Takes the next message.
  mutating func take() -> Item? {
    guard next < messages.count else { return nil }
    let message = messages[next]
    next += 1
    if next == messages.count {
      messages = []
      next = 0
    }
    if case .request(let id, _, _) = message, cancelled.remove(id) != nil { return .cancelled(id) }
    return .message(message)
  }

  private mutating func add(_ message: Message) {
    guard case .notification("$/cancelRequest", let params) = message else {
      return messages.append(message)
    }
    guard let id = params["id"].flatMap(RequestID.init) else { return }
    let isWaiting = messages[next...].contains { waiting in
      if case .request(id, _, _) = waiting { true } else { false }
    }
    if isWaiting { cancelled.insert(id) }
  }
}
