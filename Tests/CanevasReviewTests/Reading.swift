import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTestSupport

/// What readers and rules get from a document, without its layout: its model as it is dumped, its
/// blocks as they are rendered, its comments, its waivers and its words. Not part of it is the
/// order of sections, how fixed headings and keys are spelt, and what is wrong with the document.
struct Reading: Equatable {
  private var model: [String] = []
  private var html: [String] = []
  private var comments: [String] = []
  private var waivers: [String] = []
  private var words: [String] = []

  init(_ document: TypedDocument) {
    model = Self.model(of: document)
    html = Self.html(of: document)
    read(document.document.blocks)
    comments.sort()
    waivers = document.waivers.map { waiver in
      let target = waiver.target.map { Self.words(of: document.file.text($0)) }
      return "\(waiver.code) : \(waiver.reason) : \(target ?? ["nothing"])"
    }.sorted()
    words = Self.words(of: document.file.text(document.file.wholeRange))
  }

  /// The lines of the dump, each section's kept together.
  private static func model(of document: TypedDocument) -> [String] {
    var parts = [""]
    for line in ModelDump(document).text.split(separator: "\n") {
      if line.hasPrefix("défaut: ") || line.hasPrefix("ancre: ") { continue }
      // HTML is looked at where it is rendered; comments stand with the heading below them.
      if line.hasPrefix("  prose: htmlBlock") { continue }
      if line.hasPrefix("## ") || line.hasPrefix("lien: ") || line.hasPrefix("montant: ") {
        parts.append("")
      }
      let isFixed = line.hasPrefix("## ") && !line.hasPrefix("## libre")
      let isPart = line.hasPrefix("  ### ")
      let text = isFixed ? line.prefix { $0 != "«" } : line
      parts[parts.count - 1] += (isPart ? headingKey(String(text)) : String(text)) + "\n"
    }
    return parts.sorted()
  }

  /// The blocks under each heading as HTML. Metadata are the model's concern.
  private static func html(of document: TypedDocument) -> [String] {
    let headings = Dictionary(
      document.sections.map { ($0.heading.range, $0.name) }, uniquingKeysWith: { $1 })
    let metadata = document.head.metadata.range
    var parts = [""]
    for block in document.document.blocks {
      if block.isList, metadata?.contains(block.range) == true { continue }
      if headings[block.range] != nil { parts.append("") }
      if headings[block.range] != .some(.none), headings[block.range] != nil { continue }
      var bytes: [UInt8] = []
      HTMLRenderer(rawHTML: .asText).render(block, into: &bytes)
      var text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        .replacing("\r", with: "\n")
      if case .heading = block.kind, isFixedPart(block.text.plain) {
        text = headingKey(block.text.plain)
      }
      parts[parts.count - 1] += text
    }
    return parts.sorted()
  }

  private static func isFixedPart(_ text: String) -> Bool {
    (Force.Side.words + Effect.Side.words).contains { headingKey($0) == headingKey(text) }
  }

  private mutating func read(_ blocks: BlockSequence) {
    for block in blocks {
      if block.isComment { comments.append(trimmed(block.literal)) }
      for inline in block.inlines where inline.isComment {
        comments.append(trimmed(inline.literal))
      }
      read(block.children)
    }
  }

  private func trimmed(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// What only one of two readings has, for a test that fails.
  func differences(from other: Reading) -> [String] {
    var found: [String] = []
    for part in [\Reading.model, \.html, \.comments, \.waivers, \.words] {
      let (own, others) = (self[keyPath: part], other[keyPath: part])
      if let pair = zip(own, others).first(where: { $0 != $1 }) {
        found.append("\(pair.0) instead of \(pair.1)")
      } else if own.count != others.count {
        found.append("\(own.count) instead of \(others.count)")
      }
    }
    return found
  }

  private static func words(of text: String) -> [String] {
    folded(text).split { !($0.isLetter || $0.isNumber) }.map(String.init).sorted()
  }
}

extension TypedDocument {
  /// The document of a path and a text, as the compiler reads it on its own.
  init(_ file: SourceFile) {
    self.init(ParsedFile(file), id: DocumentID(path: file.path) ?? DocumentID(.guidePage, "page"))
  }
}
