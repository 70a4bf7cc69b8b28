/// One file as it was read: its path and its bytes, nothing decoded.
package struct SourceFile: Hashable, Sendable {
  /// Relative to the catalogue's root, with `/` between folders: `canvases/fiches/angel-me.md`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The path's last part.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// The path without its last part.
  package var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// The text of `range`; bytes that are no UTF-8 become U+FFFD.
  package func text(_ range: ByteRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }

  /// The range of the whole file.
  package var wholeRange: ByteRange { ByteRange(0, bytes.count) }
}
