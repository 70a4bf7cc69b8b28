import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

/// Rewrites the destinations of a document's links, as little of each as has to change.
struct LinkRewriting {
  let document: TypedDocument
  /// The path that the document will have.
  let newPath: String
  /// The new texts, by the places where they go: several links may share one.
  private var texts: [ByteRange: String] = [:]
  private var destinations: Destinations

  init(_ document: TypedDocument, movingTo newPath: String? = nil) {
    self.document = document
    self.newPath = newPath ?? document.file.path
    destinations = Destinations(document)
  }

  var edits: [TextEdit] {
    texts.map { TextEdit($0.key, $0.value) }.sorted { $0.range < $1.range }
  }

  /// Makes a link that leads to the file `old` lead to `path`; another anchor, where one is given.
  mutating func lead(
    _ link: Link, from old: String, to path: String, anchor: String? = nil
  ) throws(RenameRefusal) {
    guard let destination = destinations.destination(of: link.inline) else {
      throw .unwritable(link, in: document)
    }
    let written = document.file.text(destination.range)
    let hash = written.firstIndex(of: "#") ?? written.endIndex
    let query = written[..<hash].firstIndex(of: "?") ?? hash
    var text = ""
    if query > written.startIndex {
      text = self.path(String(written[..<query]), from: old, to: path)
    }
    text += written[query..<hash] + (anchor.map { "#" + $0 } ?? String(written[hash...]))
    if text != written { texts[destination.range] = text }
  }

  /// A path as it is written, leading elsewhere: where only the file's name changes, only that.
  private func path(_ written: String, from old: String, to new: String) -> String {
    let file = document.file
    let start = written.lastIndex(of: "/").map { written.index(after: $0) } ?? written.startIndex
    let isInPlace = folder(old) == folder(new) && folder(newPath) == file.folder
    if isInPlace, percentDecoded(String(written[start...])) == name(old) {
      return written[..<start] + name(new)
    }
    return percentEncoded(relativePath(to: new, from: newPath), isPath: true)
  }

  private func folder(_ path: String) -> String { SourceFile(path: path, bytes: []).folder }

  private func name(_ path: String) -> String { SourceFile(path: path, bytes: []).name }
}

extension RenameRefusal {
  /// A link whose destination is written in a way that cannot be changed.
  static func unwritable(_ link: Link, in document: TypedDocument) -> RenameRefusal {
    let line = LineIndex(document.file.bytes).line(at: link.range.lowerBound)
    let place = "\(document.file.path):\(line)"
    return RenameRefusal(
      "un lien ne se laisse pas réécrire : \(place)", "a link cannot be rewritten: \(place)")
  }
}
