import CanevasServe
import Testing

/// Which bytes are a request, and which are refused with what.
@Suite struct RequestTests {
  static let host = "Host: 127.0.0.1:8017\r\n"

  static let requests: [(head: String, path: String, query: String)] = [
    ("GET / HTTP/1.1\r\n\(host)\r\n", "/", ""),
    ("GET /fiches/a.html?b=c&d HTTP/1.1\r\n\(host)\r\n", "/fiches/a.html", "b=c&d"),
    ("HEAD /a%20b HTTP/1.1\r\nhost:LOCALHOST\r\n\r\n", "/a%20b", ""),
    ("GET / HTTP/1.0\r\nHost: [::1]:8017\r\n\r\n", "/", ""),
    ("\r\nGET / HTTP/1.1\nHost: localhost:1\n\n", "/", ""),
    ("GET http://localhost:8017/a?b HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", "/a", "b"),
    ("GET http://127.0.0.1 HTTP/1.1\r\n\(host)\r\n", "/", ""),
    ("GET //evil.example/a HTTP/1.1\r\n\(host)\r\n", "//evil.example/a", ""),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: 0\r\n\r\n", "/", ""),
    ("GET / HTTP/1.1\r\n\(host)X: \u{E9}\r\n\r\n", "/", ""),
  ]

  @Test(arguments: requests.indices) func reads(_ number: Int) throws {
    let expected = Self.requests[number]
    let bytes = Array(expected.head.utf8)
    let next = Array("GET /next HTTP/1.1\r\n".utf8)
    guard case .request(let request, let length) = Request.read(bytes + next) else {
      Issue.record("no request: \(expected.head.debugDescription)")
      return
    }
    #expect(request.path == expected.path)
    #expect(request.query == expected.query)
    #expect(length == bytes.count)
    // As long as it is not whole, more is awaited: a part is never taken for the whole.
    for count in bytes.indices where Request.read(Array(bytes[..<count])) != .incomplete {
      Issue.record("a part of \(count) bytes is not incomplete")
    }
  }

  static let refused: [(head: String, status: Response.Status)] = [
    ("POST / HTTP/1.1\r\n\(host)\r\n", .unknownMethod),
    ("OPTIONS * HTTP/1.1\r\n\(host)\r\n", .unknownMethod),
    ("get / HTTP/1.1\r\n\(host)\r\n", .unknownMethod),
    ("GET * HTTP/1.1\r\n\(host)\r\n", .malformed),
    ("GET a HTTP/1.1\r\n\(host)\r\n", .malformed),
    ("GET /\u{E9} HTTP/1.1\r\n\(host)\r\n", .malformed),
    ("GET /#a HTTP/1.1\r\n\(host)\r\n", .malformed),
    ("GET  / HTTP/1.1\r\n\(host)\r\n", .malformed),
    ("GET /\r\n\(host)\r\n", .malformed),
    ("GET / FTP/1.1\r\n\(host)\r\n", .malformed),
    ("GET / HTTP/2.0\r\n\(host)\r\n", .unknownVersion),
    ("GET / HTTP/1.1\r\n\r\n", .malformed),
    ("GET / HTTP/1.0\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)\(host)\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", .misdirected),
    ("GET / HTTP/1.1\r\nHost: localhost.elsewhere.example\r\n\r\n", .misdirected),
    ("GET / HTTP/1.1\r\nHost: localhost:80@elsewhere.example\r\n\r\n", .misdirected),
    ("GET / HTTP/1.1\r\nHost: 127.0.0.1.\r\n\r\n", .misdirected),
    ("GET / HTTP/1.1\r\nHost:\r\n\r\n", .misdirected),
    ("GET http://elsewhere.example/ HTTP/1.1\r\n\(host)\r\n", .misdirected),
    ("GET https://127.0.0.1/ HTTP/1.1\r\n\(host)\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: 4\r\n\r\nbody", .malformed),
    ("GET / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)A B: c\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host) folded\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host): c\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)A: b\rc\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)A: b\0c\r\n\r\n", .malformed),
    ("\u{16}\u{3}\u{1}\u{2}\r\n\r\n", .malformed),
  ]

  @Test(arguments: refused.indices) func refuses(_ number: Int) {
    let (head, status) = Self.refused[number]
    #expect(Request.read(Array(head.utf8)) == .refused(status), "\(head.debugDescription)")
  }

  @Test func waitsForNoHeadWithoutEnd() {
    let start = Array("GET / HTTP/1.1\r\n\(Self.host)A: ".utf8)
    let filler = [UInt8](repeating: UInt8(ascii: "a"), count: Request.limit)
    #expect(Request.read(start + filler.prefix(1000)) == .incomplete)
    #expect(Request.read(start + filler) == .refused(.headTooLarge))
    #expect(Request.read(start + filler + Array("\r\n\r\n".utf8)) == .refused(.headTooLarge))
    #expect(Request.read(filler) == .refused(.headTooLarge))
  }

  @Test func knowsWhetherTheConnectionStays() throws {
    func stays(_ version: String, _ field: String) -> Bool? {
      let head = "GET / HTTP/\(version)\r\n\(Self.host)\(field)\r\n"
      guard case .request(let request, _) = Request.read(Array(head.utf8)) else { return nil }
      return request.staysOpen
    }
    #expect(stays("1.1", "") == true)
    #expect(stays("1.1", "Connection: Close\r\n") == false)
    #expect(stays("1.1", "Connection: foo, close\r\n") == false)
    #expect(stays("1.0", "") == false)
    #expect(stays("1.0", "Connection: keep-alive\r\n") == true)
  }

  @Test func answersWithWhatBelongsToAStatus() {
    let refusal = String(
      decoding: Response(.unknownMethod).bytes(isHead: false, staysOpen: false), as: UTF8.self)
    #expect(refusal.contains("\r\nAllow: GET, HEAD\r\n"))
    #expect(refusal.contains("\r\nConnection: close\r\n"))
    let head = Response(.found, "text/html", Array("abc".utf8)).bytes(isHead: true, staysOpen: true)
    let text = String(decoding: head, as: UTF8.self)
    #expect(text.contains("\r\nContent-Length: 3\r\n") && text.hasSuffix("\r\n\r\n"))
    #expect(text.contains("\r\nCache-Control: no-store\r\n"))
  }
}
