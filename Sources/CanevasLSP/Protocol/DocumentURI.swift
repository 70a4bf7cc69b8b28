import CanevasSource

/// The absolute path that a `file:` URI names (RFC 8089), with its `.` and `..` resolved; `nil`
/// for any other URI.
func path(ofURI uri: String) -> String? {
  let scheme = "file:"
  guard uri.prefix(scheme.count).lowercased() == scheme else { return nil }
  var rest = uri.utf8.dropFirst(scheme.utf8.count).prefix { byte in
    byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
  }
  if rest.starts(with: "//".utf8) {
    rest = rest.dropFirst(2)
    let host = String(decoding: rest.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self)
    guard host.isEmpty || host.lowercased() == "localhost" else { return nil }
    rest = rest.dropFirst(host.utf8.count)
  }
  guard rest.first == UInt8(ascii: "/") else { return nil }
  let decoded = percentDecoded(String(decoding: rest, as: UTF8.self))
  guard !decoded.utf8.contains(0) else { return nil }
  var parts: [String] = []
  for bytes in decoded.utf8.split(separator: UInt8(ascii: "/")) {
    let part = String(decoding: bytes, as: UTF8.self)
    switch part {
    case ".": break
    case "..": _ = parts.popLast()
    default: parts.append(part)
    }
  }
  return "/" + parts.joined(separator: "/")
}

/// The `file:` URI of an absolute path.
func uri(ofPath path: String) -> String {
  "file://" + percentEncoded(path, isPath: true)
}
