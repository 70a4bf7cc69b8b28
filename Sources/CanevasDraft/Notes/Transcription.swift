import CanevasCheck
package import CanevasModel
import CanevasSource
import CanevasSyntax

/// A draft of a document made from raw notes: what is recognised is in its place, all else is kept
/// in its order under « À CLASSER ». No word of the notes is lost.
package struct Transcription: Sendable {
  /// What the notes were, where they were not UTF-8.
  package enum OtherEncoding: Sendable {
    case utf16, windows1252
  }

  package let text: String
  /// How many sections the notes name.
  package let sectionCount: Int
  /// How many paragraphs and items have no place yet.
  package let unsortedCount: Int
  package let encoding: OtherEncoding?

  /// Whether no document may have so much text.
  package var isTooLarge: Bool { text.utf8.count > Limits.documentBytes }

  /// Sorts notes, whatever their bytes are. Their first line is the title unless one is given.
  package init(_ notes: [UInt8], kind: Kind = .canvas, title: String? = nil) {
    let text = NotesText(notes)
    let model = kind == .canvas ? canvasModel(of: text.lines) : .circular
    let sections = kind.sections(in: model) ?? []
    let reader = PassageReader(text.lines, kind: kind, names: HeadingNames(sections))
    let sorted = SortedNotes(reader.passages, kind: kind, title: title)
    let writer = DraftWriter(sorted, kind: kind, model: model, pageNumbers: text.pageNumbers)
    self.text = writer.text
    sectionCount = Set(sorted.places.keys.map(\.section)).count
    unsortedCount = sorted.unsorted.count { $0.text != nil }
    encoding =
      switch text.encoding {
      case .utf8: nil
      case .utf16: .utf16
      case .windows1252: .windows1252
      }
  }
}

/// The canvas model that the notes name, or whose headings they use most.
private func canvasModel(of lines: [NotesText.Line]) -> CanvasModel {
  var counts: [CanvasModel: Int] = [:]
  for line in lines where !line.isBlank {
    let parts = line.text.split(separator: ":", maxSplits: 1).map { withoutSpace($0) }
    if parts.count == 2, MetadataKey(named: parts[0], of: .canvas) == .model,
      let model = CanvasModel(named: parts[1])
    {
      return model
    }
    guard let name = parts.first.flatMap(SectionName.init(heading:)) else { continue }
    for model in CanvasModel.allCases where model.sections.contains(name) {
      counts[model, default: 0] += 1
    }
  }
  let (circular, other) = (counts[.circular] ?? 0, counts[.businessModelCanvas] ?? 0)
  return other > circular ? .businessModelCanvas : .circular
}
