import Testing

@testable import CanevasLSP

@Suite struct MessageFramingTests {
  /// The parts of a stream that comes in pieces; contents as text, `nil` for garbage.
  private func parts(_ pieces: [[UInt8]]) -> [String?] {
    var framing = MessageFraming()
    var parts: [String?] = []
    for piece in pieces {
      framing.append(piece)
      while let part = framing.next() {
        switch part {
        case .content(let bytes): parts.append(String(decoding: bytes, as: UTF8.self))
        case .garbage: parts.append(nil)
        }
      }
    }
    return parts
  }

  @Test(
    arguments: [
      ("Content-Length: 2\r\n\r\n{}", ["{}"]),
      (
        "content-length:2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}",
        ["{}"]
      ),
      ("X: y\nContent-Length: 2\n\n{}", ["{}"]),
      ("Content-Length: 3\r\n\r\n\"é\"", ["\"é"]),
      ("Content-Length: 4\r\n\r\n\"é\"Content-Length: 1\r\n\r\n1", ["\"é\"", "1"]),
      ("Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\n1", ["", "1"]),
      ("\r\nContent-Length: 1\r\n\r\n1", ["1"]),
      ("Content-Length: -1\r\n\r\nContent-Length: 1\r\n\r\n1", [nil, "1"]),
      ("Content-Length: 99999999999999999999\r\n\r\nContent-Length: 1\r\n\r\n1", [nil, "1"]),
      ("Content-Length: 4294967296\r\n\r\nContent-Length: 1\r\n\r\n1", [nil, "1"]),
      ("Content-Length: two\r\n\r\n{}Content-Length: 1\r\n\r\n1", [nil, "1"]),
      ("Content-Length\r\n\r\n{}Content-Length: 1\r\n\r\n1", [nil, "1"]),
      ("GET / HTTP/1.1\r\n\r\nContent-Length: 1\r\n\r\n1", [nil, "1"]),
      ("{\"id\": 1}\n\n{\"id\": 2}\n\n Content-Length: 1\r\n\r\n1", [nil, "1"]),
      // A length that is too short leaves a rest, one that is too long takes from the next message.
      ("Content-Length: 1\r\n\r\n{}Content-Length: 1\r\n\r\n1", ["{", nil, "1"]),
      (
        "Content-Length: 9\r\n\r\n{}Content-Length: 1\r\n\r\n1Content-Length: 1\r\n\r\n2",
        ["{}Content", nil, "2"]
      ),
    ] as [(String, [String?])])
  func cutsStreams(_ stream: String, _ expected: [String?]) {
    #expect(parts([Array(stream.utf8)]) == expected)
    #expect(parts(stream.utf8.map { [$0] }) == expected)
  }

  @Test func readsPiecesOfAnySize() {
    let content = #"{"text":"abc"}"#
    let stream = (1...5).flatMap { _ in
      Array("Content-Length: \(content.utf8.count)\r\n\r\n\(content)".utf8)
    }
    for size in 1...40 {
      let pieces = stride(from: 0, to: stream.count, by: size).map {
        Array(stream.dropFirst($0).prefix(size))
      }
      #expect(parts(pieces) == Array(repeating: content, count: 5), "pieces of \(size) bytes")
    }
  }

  @Test func doesNotKeepAStreamThatNeverMakesSense() {
    let noise = Array(String(repeating: "noise ", count: 10_000).utf8)
    let message = Array("Content-Length: 1\r\n\r\n1".utf8)
    #expect(parts([noise, noise, message]) == [nil, "1"])
  }
}
