import CanevasLSP
import CanevasProject
import CanevasSource
import Dispatch
import Glibc

/// One key after the other through the language server, each with what an editor asks after it.
struct ServerBench {
  private static let requests = [
    "diagnostic", "completion", "hover", "definition", "references", "documentSymbol",
    "foldingRange", "documentLink", "codeLens", "semanticTokens/full", "formatting",
  ]

  private let workspace: Workspace
  private let paths: [String]
  private let input: Int32
  private let output: Int32
  private var random: SplitMix64
  private var lastID = 0
  private var received: [UInt8] = []
  private var samples: [String: Samples] = [:]

  /// Starts a server on the other ends of two pipes.
  init(_ workspace: Workspace, seed: UInt64) {
    self.workspace = workspace
    paths = workspace.paths
    random = SplitMix64(state: seed)
    var there: [Int32] = [0, 0]
    var back: [Int32] = [0, 0]
    precondition(pipe(&there) == 0 && pipe(&back) == 0)
    let (serverInput, serverOutput) = (there[0], back[1])
    (output, input) = (there[1], back[0])
    DispatchQueue.global().async {
      var server = Server(
        version: "bench", on: FileSystem(), input: serverInput, output: serverOutput)
      _ = server.run()
    }
    let capabilities =
      #"{"general":{"positionEncodings":["utf-8"]},"textDocument":{"diagnostic":{}}}"#
    let folders = #"[{"uri":\#(quoted(uri(""))),"name":"bench"}]"#
    ask(
      "initialize",
      #"{"processId":null,"capabilities":\#(capabilities),"workspaceFolders":\#(folders)}"#)
    send(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
  }

  /// Opens a document, presses a key, and asks everything there is to ask.
  mutating func pressKey() {
    let path = paths[Int.random(in: paths.indices, using: &random)]
    guard let file = workspace.file(path) else { return }
    var place = Int.random(in: 0...file.bytes.count, using: &random)
    while place < file.bytes.count, isContinuation(file.bytes[place]) { place += 1 }
    let lines = LineIndex(file.bytes)
    let line = lines.line(at: place) - 1
    let column = place - lines.range(ofLine: line + 1).lowerBound
    let position = #"{"line":\#(line),"character":\#(column)}"#
    let uri = quoted(uri(path))
    let document = #""textDocument":{"uri":\#(uri)}"#
    notify(
      "didOpen",
      #"{"textDocument":{"uri":\#(uri),"languageId":"markdown","version":1,"#
        + #""text":\#(quoted(file.text(file.wholeRange)))}}"#)
    ask("textDocument/diagnostic", "{\(document)}")
    for (number, request) in Self.requests.enumerated() {
      let clock = ContinuousClock()
      let start = clock.now
      notify(
        "didChange",
        #"{"textDocument":{"uri":\#(uri),"version":\#(number + 2)},"contentChanges":[{"#
          + #""range":{"start":\#(position),"end":\#(position)},"text":"e"}]}"#)
      ask(
        "textDocument/" + request,
        #"{\#(document),"position":\#(position),"context":{"includeDeclaration":true},"#
          + #""options":{"tabSize":2,"insertSpaces":true}}"#)
      samples[request, default: Samples()].add(clock.now - start)
    }
    notify("didClose", "{\(document)}")
  }

  var report: String {
    "through the server, a key and then\n"
      + Self.requests.map { request in
        let padding = String(repeating: " ", count: max(1, 23 - request.utf8.count))
        return "  \(request)\(padding)  \(samples[request, default: Samples()].summary)\n"
      }.joined()
  }

  private func uri(_ path: String) -> String { "file://" + workspace.root.absolute(path) }

  private func notify(_ method: String, _ params: String) {
    send(#"{"jsonrpc":"2.0","method":"textDocument/\#(method)","params":\#(params)}"#)
  }

  /// Sends a request and waits for its answer.
  private mutating func ask(_ method: String, _ params: String) {
    lastID += 1
    let id = #""id":\#(lastID),"#
    send(#"{"jsonrpc":"2.0",\#(id)"method":"\#(method)","params":\#(params)}"#)
    let wanted = #"{"jsonrpc":"2.0",\#(id)"#
    while !nextMessage().starts(with: wanted.utf8) {}
  }

  private func send(_ message: String) {
    let bytes = Array("Content-Length: \(message.utf8.count)\r\n\r\n\(message)".utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(output, $0.baseAddress! + written, bytes.count - written)
      }
      precondition(count > 0, "the server is gone")
      written += count
    }
  }

  /// The content of the next message of the server's.
  private mutating func nextMessage() -> ArraySlice<UInt8> {
    let opening = Array("Content-Length: ".utf8)
    while true {
      if let end = received.firstIndex(of: UInt8(ascii: "{")) {
        let digits = received[..<end].dropFirst(opening.count).prefix { $0 != 0x0D }
        let length = Int(String(decoding: digits, as: UTF8.self)) ?? 0
        if received.count >= end + length {
          let content = received[end..<end + length]
          received = Array(received[(end + length)...])
          return content
        }
      }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(input, &buffer, buffer.count)
      precondition(count > 0, "the server is gone")
      received += buffer[..<count]
    }
  }
}

/// A text as a JSON string.
private func quoted(_ text: String) -> String {
  var writer = JSONWriter()
  writer.string(text)
  return String(decoding: writer.bytes, as: UTF8.self)
}
