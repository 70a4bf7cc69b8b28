/// What a client asks for: the head of an HTTP/1.1 request (RFC 9112). Nothing of it is kept that
/// a server of files does not need.
package struct Request: Hashable, Sendable {
  /// Whether only the head of the answer is wanted.
  package let isHead: Bool
  /// The path as it was sent, its escapes not undone; begins with `/`.
  package let path: String
  /// What stands behind the `?`, as it was sent.
  package let query: String
  /// Whether the connection is to stay open behind the answer.
  package let staysOpen: Bool
}

extension Request {
  /// What became of the bytes that have come so far.
  package enum Reading: Hashable, Sendable {
    /// More is needed.
    case incomplete
    case request(Request, length: Int)
    /// Nothing that is answered but with this; what comes behind it cannot be understood.
    case refused(Response.Status)
  }

  /// How long a head may be, in bytes.
  package static let limit = 16 * 1024

  /// Reads the head at the beginning of `bytes`.
  package static func read(_ bytes: [UInt8]) -> Reading {
    // An empty line before a request is let pass (RFC 9112, section 2.2).
    let start = bytes.firstIndex { $0 != 0x0D && $0 != 0x0A } ?? bytes.count
    guard let end = endOfHead(in: bytes, from: start) else {
      return bytes.count < limit ? .incomplete : .refused(.headTooLarge)
    }
    guard end <= limit else { return .refused(.headTooLarge) }
    var lines = bytes[start..<end].split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }
    guard !lines.isEmpty, !lines.contains(where: { $0.contains(where: isForbidden) }) else {
      return .refused(.malformed)
    }
    let line = lines.removeFirst()
    do throws(Refusal) {
      let head = try Head(line: line, fields: lines.prefix { !$0.isEmpty })
      return .request(try head.request, length: end)
    } catch {
      return .refused(error.status)
    }
  }

  /// What stands behind the empty line that ends a head.
  private static func endOfHead(in bytes: [UInt8], from start: Int) -> Int? {
    var lineStart = start
    while let lineEnd = bytes[lineStart...].firstIndex(of: 0x0A) {
      let line = bytes[lineStart..<lineEnd]
      if line.isEmpty || line.elementsEqual([0x0D]) { return lineEnd + 1 }
      lineStart = lineEnd + 1
    }
    return nil
  }

  /// Whether a byte has no place in a head: control characters but for the tabulator.
  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 || byte == 0x7F
  }
}

/// Why a request is not answered.
private struct Refusal: Error {
  let status: Response.Status

  init(_ status: Response.Status) {
    self.status = status
  }
}

/// The parts of a head, before they are judged.
private struct Head {
  let method: String
  let target: String
  let isVersion1_0: Bool
  /// The values of each field, by its name in lower case.
  private var fields: [String: [String]] = [:]

  init(line: ArraySlice<UInt8>, fields lines: some Sequence<ArraySlice<UInt8>>) throws(Refusal) {
    let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3, isToken(parts[0]), parts[1].allSatisfy({ (0x21...0x7E) ~= $0 }) else {
      throw Refusal(.malformed)
    }
    method = String(decoding: parts[0], as: UTF8.self)
    target = String(decoding: parts[1], as: UTF8.self)
    switch String(decoding: parts[2], as: UTF8.self) {
    case "HTTP/1.1": isVersion1_0 = false
    case "HTTP/1.0": isVersion1_0 = true
    case let other where other.hasPrefix("HTTP/"): throw Refusal(.unknownVersion)
    default: throw Refusal(.malformed)
    }
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
        throw Refusal(.malformed)
      }
      let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
      fields[String(decoding: line[..<colon], as: UTF8.self).lowercased(), default: []]
        .append(String(value.drop(while: isSpace).reversed().drop(while: isSpace).reversed()))
    }
  }

  /// The request, if it is one that a server of files for this machine alone answers.
  var request: Request {
    get throws(Refusal) {
      guard method == "GET" || method == "HEAD" else { throw Refusal(.unknownMethod) }
      let lengths = fields["content-length"] ?? []
      guard fields["transfer-encoding"] == nil, lengths.allSatisfy({ $0 == "0" }) else {
        throw Refusal(.malformed)
      }
      guard let hosts = fields["host"], hosts.count == 1 else { throw Refusal(.malformed) }
      var authority = hosts[0]
      var rest = target[...]
      if let path = rest.removingPrefix("http://") {
        let end = path.firstIndex { $0 == "/" || $0 == "?" } ?? path.endIndex
        authority = String(path[..<end])
        rest = path[end...]
        if !rest.hasPrefix("/") { rest = "/" + rest }
      }
      guard rest.hasPrefix("/"), !rest.contains("#") else { throw Refusal(.malformed) }
      guard isThisMachine(authority) else { throw Refusal(.misdirected) }
      let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
      let connection = (fields["connection"] ?? []).joined(separator: ",").lowercased()
        .split(separator: ",").map { $0.filter { !isSpace($0) } }
      return Request(
        isHead: method == "HEAD", path: String(parts[0]),
        query: parts.count > 1 ? String(parts[1]) : "",
        staysOpen: isVersion1_0
          ? connection.contains("keep-alive") : !connection.contains("close"))
    }
  }
}

/// Whether a host is a name of this machine that nobody else can give to another one: a page from
/// the web whose own name was made to lead here (DNS rebinding) must read nothing. The port is
/// not looked at, so that it may be forwarded from another machine.
private func isThisMachine(_ authority: String) -> Bool {
  let name = authority.lowercased()
  for host in ["127.0.0.1", "localhost", "[::1]"] {
    guard let rest = name[...].removingPrefix(host) else { continue }
    if rest.isEmpty { return true }
    if rest.first == ":", rest.utf8.dropFirst().allSatisfy({ (0x30...0x39) ~= $0 }) { return true }
  }
  return false
}

/// Whether bytes are a token (RFC 9110, section 5.6.2).
private func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
  !bytes.isEmpty
    && bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
    }
}

private func isSpace(_ character: Character) -> Bool { character == " " || character == "\t" }

extension Substring {
  /// What stands behind a prefix; `nil` without it.
  fileprivate func removingPrefix(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
