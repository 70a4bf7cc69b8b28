import CanevasSource

/// Where the new versions of documents are found on the web.
package struct SourceLinks: Sendable {
  private let base: String?

  /// `base` is an address of the web, which a document's path is appended to; what is none gives
  /// no link.
  package init(base: String?) {
    guard let base, base.hasPrefix("https://") || base.hasPrefix("http://") else {
      self.base = nil
      return
    }
    // It ends a Markdown link, and stands in an attribute: what could close them is encoded.
    let address = base.unicodeScalars.reduce(into: "") { address, scalar in
      let isPlain =
        (0x21..<0x7F).contains(scalar.value) && !"<>\"'`\\|".unicodeScalars.contains(scalar)
      address += isPlain ? String(scalar) : percentEncoded(String(scalar))
    }
    self.base = address.hasSuffix("/") ? address : address + "/"
  }

  /// The address of a document.
  package func address(of path: String) -> String? {
    base.map { $0 + percentEncoded(path, isPath: true) }
  }

  /// The address of a line. Forges show Markdown as a page unless they are asked for its lines.
  package func address(of path: String, line: Int) -> String? {
    address(of: path).map { $0 + "?plain=1#L\(line)" }
  }
}
