import CanevasLink
package import CanevasProject
import CanevasSource
import Glibc

/// A language server (LSP 3.17): one client, one thread, one message at a time.
///
/// While there are messages they are answered in the order in which they came. When there are none
/// the client is told what became of its documents; that work stops as soon as a message comes.
package struct Server {
  enum Phase {
    /// Before `initialize`.
    case waiting
    case running
    /// After `shutdown`.
    case shutDown
  }

  let fileSystem: FileSystem
  let version: String
  private let log: ((String) -> Void)?
  private var channel: Channel
  private var inbox = Inbox()
  private var sentRequests = 0
  /// How the program ends, once it is to.
  private var exitCode: Int32?

  var phase = Phase.waiting
  var client = Client([:])
  /// The folders that the client shows, by URI.
  var folders: [String] = []
  /// What the client has open, by URI.
  var documents: [String: OpenDocument] = [:]
  var catalogues: [CatalogueRoot: ServedCatalogue] = [:]

  /// `input` and `output` are open descriptors. `log` is told of every message and how long it
  /// took.
  package init(
    version: String, on fileSystem: FileSystem, input: Int32, output: Int32,
    log: ((String) -> Void)? = nil
  ) {
    self.version = version
    self.fileSystem = fileSystem
    self.log = log
    channel = Channel(input: input, output: output)
  }

  /// Serves until the client says that it is done, or is gone. Gives the program's exit status:
  /// 0 if it said so in the right order, 1 otherwise.
  package mutating func run() -> Int32 {
    while true {
      inbox.receive(channel.takeInput())
      if let item = inbox.take() {
        handle(item)
      } else if !client.isAlive || channel.isAtEnd {
        exit()
      } else if !workOn() {
        wait()
      }
      if channel.isBroken { exit() }
      if let exitCode { return exitCode }
    }
  }

  /// Ends the program after the present message.
  mutating func exit() {
    exitCode = phase == .shutDown ? 0 : 1
  }

  private mutating func wait() {
    let watched = catalogues.values.compactMap { $0.watcher.descriptor }
    let asks = catalogues.values.contains { $0.watcher.descriptor == nil }
    let period = asks ? Watcher.period : 3000
    channel.wait(others: watched, milliseconds: period)
    for root in catalogues.keys where catalogues[root]?.watcher.takeChange() == true {
      catalogues[root]?.isStale = true
    }
  }

  /// Whether nothing waits for an answer.
  var isIdle: @Sendable () -> Bool {
    let channel = channel
    return { !channel.hasInput }
  }
}

// What goes out.
extension Server {
  mutating func send(_ message: JSONValue) {
    let content = message.encoded
    channel.write(Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content)
  }

  mutating func notify(_ method: String, _ params: JSONValue) {
    send(.notification(method, params))
  }

  /// Asks the client for something; nothing here depends on its answer.
  mutating func request(_ method: String, _ params: JSONValue = .null) {
    sentRequests += 1
    send(.request(.name("canevas-\(sentRequests)"), method, params))
  }

  /// Shows a text to the author.
  mutating func show(_ text: String) {
    notify("window/showMessage", ["type": 3, "message": .string(text)])
  }
}

// What comes in.
extension Server {
  private mutating func handle(_ item: Inbox.Item) {
    let start = ContinuousClock.now
    switch item {
    case .cancelled(let id):
      send(.response(to: id, ResponseError(.requestCancelled, "cancelled")))
    case .message(.request(let id, let method, let params)):
      do throws(ResponseError) {
        send(.response(to: id, try answer(method, params)))
      } catch {
        send(.response(to: id, error))
      }
      log?("\(method) \(ContinuousClock.now - start)")
    case .message(.notification(let method, let params)):
      heed(method, params)
      log?("\(method) \(ContinuousClock.now - start)")
    case .message(.response(let response)):
      if let error = response["error"]?["message"]?.string { log?("refused: \(error)") }
    case .message(.invalid(let id, let error)):
      send(.response(to: id, error))
      log?("invalid: \(error.message)")
    }
  }

  private mutating func answer(
    _ method: String, _ params: JSONValue
  ) throws(ResponseError) -> JSONValue {
    guard let known = RequestMethod(rawValue: method) else {
      throw ResponseError(.methodNotFound, "no request is called \(method)")
    }
    switch (phase, known) {
    case (.waiting, .initialize), (.running, _): break
    case (.waiting, _):
      throw ResponseError(.serverNotInitialized, "the first request is initialize")
    case (.shutDown, _): throw ResponseError(.invalidRequest, "the server was shut down")
    }
    for root in catalogues.keys { catalogues[root]?.refresh() }
    return try answer(known, params)
  }

  private mutating func heed(_ method: String, _ params: JSONValue) {
    guard let known = NotificationMethod(rawValue: method) else { return }
    guard phase == .running || known == .exit else { return }
    heed(known, params)
  }
}

extension Client {
  /// Whether the process that started the server is still there.
  fileprivate var isAlive: Bool {
    guard let processID, let number = pid_t(exactly: processID), number > 0 else { return true }
    return kill(number, 0) == 0 || errno != ESRCH
  }
}
