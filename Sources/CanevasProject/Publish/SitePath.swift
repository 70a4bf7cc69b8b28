/// A path inside the site that can be written: no empty, `.` or `..` part, no control character,
/// not the manifest's own. Paths are the same if their bytes are.
struct SitePath: Sendable {
  let text: String

  /// Nil if the path cannot be used.
  init?(_ text: String) {
    guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    for part in text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty || part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) {
        return nil
      }
    }
    if text.utf8.first == UInt8(ascii: "."), text.lowercased() == Manifest.name { return nil }
    self.text = text
  }

  private init(known text: String) {
    self.text = text
  }

  /// The folder that holds the file or folder; nil at the top of the site.
  var folder: SitePath? {
    let folder = split(text).folder
    return folder.isEmpty ? nil : SitePath(known: folder)
  }

  /// The folders on the way to the file, the innermost first.
  var folders: some Sequence<SitePath> {
    sequence(first: self, next: \.folder).dropFirst()
  }
}

extension SitePath: Hashable, Comparable {
  static func == (a: SitePath, b: SitePath) -> Bool {
    a.text.utf8.elementsEqual(b.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// By bytes.
  static func < (a: SitePath, b: SitePath) -> Bool {
    a.text.precedes(b.text)
  }
}
