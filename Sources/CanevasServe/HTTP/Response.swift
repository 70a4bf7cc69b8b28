/// What is answered to a request.
package struct Response: Hashable, Sendable {
  /// The status codes that are used, by what they say here (RFC 9110, section 15).
  package enum Status: Int, Sendable {
    case found = 200
    case elsewhere = 302
    case malformed = 400
    case missing = 404
    case unknownMethod = 405
    case misdirected = 421
    case headTooLarge = 431
    case failed = 500
    case unknownVersion = 505

    fileprivate var words: String {
      switch self {
      case .found: "OK"
      case .elsewhere: "Found"
      case .malformed: "Bad Request"
      case .missing: "Not Found"
      case .unknownMethod: "Method Not Allowed"
      case .misdirected: "Misdirected Request"
      case .headTooLarge: "Request Header Fields Too Large"
      case .failed: "Internal Server Error"
      case .unknownVersion: "HTTP Version Not Supported"
      }
    }
  }

  package let status: Status
  /// The media type of the body.
  package let type: String
  package let body: [UInt8]
  /// Where to go instead.
  package var location: String?
  /// Whether the body has no end: events follow it as they happen.
  package var isStream = false

  package init(_ status: Status, _ type: String, _ body: [UInt8]) {
    self.status = status
    self.type = type
    self.body = body
  }

  /// An answer that says no more than its status.
  package init(_ status: Status) {
    self.init(status, "text/plain", Array("\(status.rawValue) \(status.words)\n".utf8))
  }

  /// The way to another address of this server.
  package static func redirect(to location: String) -> Response {
    var response = Response(.elsewhere)
    response.location = location
    return response
  }

  /// The answer as it is sent. A page takes scripts and styles from this server alone, and tells
  /// nobody else of itself; nothing is kept, as it may change with every save.
  package func bytes(isHead: Bool, staysOpen: Bool) -> [UInt8] {
    var lines = [
      "HTTP/1.1 \(status.rawValue) \(status.words)",
      "Content-Type: \(type)",
      "Cache-Control: no-store",
      "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; "
        + "script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'",
      "Cross-Origin-Resource-Policy: same-origin",
      "Referrer-Policy: no-referrer",
      "X-Content-Type-Options: nosniff",
      "Connection: \(staysOpen ? "keep-alive" : "close")",
    ]
    if !isStream { lines.append("Content-Length: \(body.count)") }
    if let location { lines.append("Location: \(location)") }
    if status == .unknownMethod { lines.append("Allow: GET, HEAD") }
    let head = lines.joined(separator: "\r\n") + "\r\n\r\n"
    return Array(head.utf8) + (isHead ? [] : body)
  }
}

/// The media type of a file, by the ending of its name; that of bytes nobody knows for others.
package func mediaType(of path: String) -> String {
  let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
  return mediaTypes[ending] ?? "application/octet-stream"
}

private let mediaTypes = [
  "atom": "application/atom+xml", "avif": "image/avif", "css": "text/css; charset=utf-8",
  "csv": "text/csv; charset=utf-8", "gif": "image/gif", "html": "text/html; charset=utf-8",
  "jpeg": "image/jpeg", "jpg": "image/jpeg", "js": "text/javascript; charset=utf-8",
  "json": "application/json", "md": "text/markdown; charset=utf-8", "pdf": "application/pdf",
  "png": "image/png", "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
  "webp": "image/webp", "xml": "application/xml",
]
