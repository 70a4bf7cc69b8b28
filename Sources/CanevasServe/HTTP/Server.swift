import Glibc

/// A server of HTTP/1.1 for this machine alone. Whoever runs it waits for what it awaits, among
/// other things, and lets it advance; it never waits by itself, for no client.
struct Server {
  let port: UInt16
  private let listeners: Listeners
  private var connections: [Connection.ID: Connection] = [:]
  private var lastID = 0
  /// Set while the system has no descriptor left for another connection.
  private var isFull = false

  /// How many clients are served at a time.
  private static let limit = 128

  init(_ listeners: Listeners) {
    self.listeners = listeners
    port = listeners.port
  }

  /// What to wait for.
  var awaited: [pollfd] {
    let new = listeners.sockets.map {
      pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0)
    }
    return (isFull ? [] : new) + connections.values.map(\.awaited)
  }

  /// When to let it advance at the latest.
  var deadline: ContinuousClock.Instant? {
    let soon = isFull ? ContinuousClock.now + .seconds(1) : nil
    return (connections.values.map(\.deadline) + [soon]).compactMap(\.self).min()
  }

  /// The clients that listen to events.
  var streams: Set<Connection.ID> { Set(connections.filter(\.value.isStream).keys) }

  /// Takes new clients, and goes as far with each as it can without waiting.
  mutating func advance(answer: (Request, Connection.ID) -> Response) {
    let now = ContinuousClock.now
    accept(at: now)
    for id in connections.keys.sorted() {
      connections[id]?.advance(at: now) { answer($0, id) }
    }
    forgetEnded()
  }

  /// Sends an event to a client that listens.
  mutating func push(_ event: [UInt8], to id: Connection.ID) {
    connections[id]?.push(event, at: .now)
    forgetEnded()
  }

  private mutating func accept(at now: ContinuousClock.Instant) {
    isFull = false
    for listener in listeners.sockets {
      while let socket = listener.accepted() {
        if connections.count >= Self.limit { makeRoom() }
        lastID += 1
        connections[lastID] = Connection(socket, at: now)
      }
      if [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) {
        makeRoom()
        isFull = true
      }
    }
  }

  /// Lets a client go for a new one: one that has asked for nothing, or the one that came first.
  private mutating func makeRoom() {
    let ids = connections.keys.sorted()
    let leaves = ids.first { connections[$0]?.isIdle == true } ?? ids.first
    if let leaves { connections[leaves] = nil }
  }

  private mutating func forgetEnded() {
    for (id, connection) in connections where connection.hasEnded { connections[id] = nil }
  }
}
