package import CanevasSource
import CanevasSyntax

extension DocumentID {
  /// The document that some files are versions of, wherever they lie: temporary copies and files
  /// outside of a catalogue tell it too.
  ///
  /// The first path tells of which what follows its last folder `canvases` or `seeds` is a
  /// document's; else the first text that has headings or keys of a kind; a page of free headings
  /// if none does.
  package init(guessing versions: [SourceFile]) {
    if let id = versions.lazy.compactMap({ DocumentID(anywhere: $0.path) }).first {
      self = id
      return
    }
    let kinds = versions.lazy.compactMap { file in
      Kind(guessing: ParsedFile(file).document).map { (kind: $0, file: file) }
    }
    let name = kinds.first?.file.name ?? versions.first?.name ?? ""
    let slug = CanevasSource.slug(name.hasSuffix(".md") ? String(name.dropLast(3)) : name)
    self.init(kinds.first?.kind ?? .guidePage, slug.isEmpty ? "document" : slug)
  }

  /// Reads a path from its last folder `canvases` or `seeds` on; `nil` when there is none, or what
  /// follows is no document's.
  package init?(anywhere path: String) {
    let parts = path.split(separator: "/")
    guard let root = parts.dropLast().lastIndex(where: { $0 == "canvases" || $0 == "seeds" })
    else { return nil }
    self.init(path: parts[root...].joined(separator: "/"))
  }
}

extension Kind {
  /// The kind that has the most of a text's headings and keys; `nil` if none has any.
  init?(guessing document: Document) {
    var headings: [SectionName] = []
    var keys: [String] = []
    for block in document.blocks {
      if case .heading = block.kind, let name = SectionName(heading: block.text.plain) {
        headings.append(name)
      } else if block.isList, headings.isEmpty {
        keys += block.children.compactMap { item in
          item.firstParagraph.flatMap { keyAndValue($0.text)?.key.plain }
        }
      }
    }
    let scores = Kind.allCases.map { kind in
      let models = kind == .canvas ? CanvasModel.allCases : [.circular]
      let known = Set(models.flatMap { kind.sections(in: $0) ?? [] })
      let score =
        headings.count { known.contains($0) }
        + keys.count { MetadataKey(named: $0, of: kind) != nil }
      return (kind, score)
    }
    guard let best = scores.map(\.1).max(), best > 0 else { return nil }
    self = scores.first { $0.1 == best }!.0
  }
}
