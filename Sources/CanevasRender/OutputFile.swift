/// One file of the site, as the renderer plans it and the publisher writes it.
package struct OutputFile: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// The file's bytes.
    case bytes([UInt8])
    /// A copy of a file of the catalogue: an image, a leaflet. The path is relative to the root.
    case copy(of: String)
  }

  /// The path inside the site, with `/` between folders: `fiches/angel-me.html`.
  package let path: String
  package let content: Content

  package init(path: String, _ content: Content) {
    self.path = path
    self.content = content
  }
}
