import CanevasSource

/// Where the new versions of documents are found on the web.
package struct SourceLinks {
  private let base: String?

  /// `base` is an address of the web, which a document's path is appended to; what is none gives
  /// no link.
  package init(base: String?) {
    guard let base, base.hasPrefix("https://") || base.hasPrefix("http://") else {
      self.base = nil
      return
    }
    self.base = base.hasSuffix("/") ? base : base + "/"
  }

  /// The address of a line. Forges show Markdown as a page unless they are asked for its lines.
  package func address(of path: String, line: Int) -> String? {
    base.map { $0 + percentEncoded(path, isPath: true) + "?plain=1#L\(line)" }
  }
}
