import Glibc

/// Two open descriptors: a client's bytes come in through one and go out through the other.
///
/// Nothing here waits for the client to read while the client waits to be read: whatever comes in
/// during a write is kept.
struct Channel {
  private let input: Int32
  private let output: Int32
  private var received: [UInt8] = []
  /// Whether the client will send nothing more.
  private(set) var isAtEnd = false
  /// Whether the client takes nothing more.
  private(set) var isBroken = false

  init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  /// Waits until something comes in, until one of `others` has something to read, or until the
  /// time is over.
  func wait(others: [Int32], milliseconds: Int32) {
    guard received.isEmpty else { return }
    let descriptors = (isAtEnd ? [] : [input]) + others
    var places = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    poll(&places, nfds_t(places.count), milliseconds)
  }

  /// Whether something has come in that was not taken yet.
  var hasInput: Bool { !received.isEmpty || !isAtEnd && isReadable }

  /// Takes all that has come in so far.
  mutating func takeInput() -> [UInt8] {
    while !isAtEnd, isReadable { receive() }
    defer { received = [] }
    return received
  }

  /// Writes all of `bytes`, in pieces that a pipe which is said to be writable takes at once.
  mutating func write(_ bytes: [UInt8]) {
    var written = 0
    while written < bytes.count, !isBroken {
      var places = [
        pollfd(fd: output, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: isAtEnd ? -1 : input, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&places, 2, -1) > 0 else { continue }
      if places[1].revents != 0 { receive() }
      if places[0].revents != 0 {
        let count = min(bytes.count - written, Int(PIPE_BUF))
        let result = bytes.withUnsafeBytes {
          Glibc.write(output, $0.baseAddress! + written, count)
        }
        if result > 0 { written += result }
        if result < 0, errno != EINTR, errno != EAGAIN { isBroken = true }
      }
    }
  }

  private var isReadable: Bool {
    var place = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&place, 1, 0) > 0
  }

  /// Reads once from what is readable.
  private mutating func receive() {
    var result = 0
    received += [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      result = read(input, buffer.baseAddress, buffer.count)
      count = max(0, result)
    }
    if result == 0 || result < 0 && errno != EINTR && errno != EAGAIN { isAtEnd = true }
  }
}
