/// A page of the site with the findings and the script that reloads it. The page's own policy on
/// what may be loaded is left out, as the server sends one that lets the script listen.
func previewed(_ page: [UInt8], version: String, panel: [UInt8]) -> [UInt8] {
  let head = """
    <link rel="stylesheet" href="\(PreviewPaths.style)">
    <script src="\(PreviewPaths.script)" data-version="\(version)" defer></script>

    """
  var rest = page[...]
  var bytes: [UInt8] = []
  if let start = rest.firstTag(policyTag),
    let end = rest[start...].firstIndex(of: UInt8(ascii: ">"))
  {
    bytes += rest[..<start]
    rest = rest[(end + 1)...]
  }
  guard let headEnd = rest.firstTag("</head>") else { return page }
  bytes += rest[..<headEnd] + head.utf8
  rest = rest[headEnd...]
  guard let bodyEnd = rest.firstTag("</body>") else { return bytes + rest }
  return bytes + rest[..<bodyEnd] + panel + rest[bodyEnd...]
}

private let policyTag = #"<meta http-equiv="Content-Security-Policy""#

/// The addresses that the preview has besides those of the site.
enum PreviewPaths {
  static let script = "/_canevas/preview.js"
  static let style = "/_canevas/preview.css"
  static let events = "/_canevas/events"
}

extension ArraySlice<UInt8> {
  /// Where some bytes that begin with `<` stand first. Texts have no such byte, only tags do.
  fileprivate func firstTag(_ tag: String) -> Int? {
    indices.first { self[$0] == UInt8(ascii: "<") && self[$0...].starts(with: tag.utf8) }
  }
}
