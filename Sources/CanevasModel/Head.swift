package import CanevasSource
package import CanevasSyntax

/// What opens every document: title, tagline, metadata, stories.
package struct Head: Sendable {
  /// One voice of the user story: a block quote whose last paragraph may name the teller.
  package struct Story: Sendable {
    package let paragraphs: [Block]
    /// Who speaks, without the dash.
    package let teller: RichText?
  }

  package let title: Found<RichText>
  package let tagline: RichText?
  package let metadata: Metadata
  package let stories: [Story]
  /// Whatever else stands before the first section, in order.
  package let introduction: [Block]
}

extension Head {
  /// Reads what stands before the first section.
  init(_ outline: Outline, kind: Kind, file: SourceFile, into defects: inout [Defect]) {
    if let heading = outline.title, !heading.text.isEmpty {
      title = .value(heading.text)
    } else {
      title = .reported
      defects.append(Defect(.noTitle, outline.title?.range ?? file.firstLine))
    }
    var rest = outline.opening.filter { !$0.isComment }[...]
    var metadata = Metadata()
    var tagline: RichText?
    var early: ArraySlice<Block> = []
    // A title typed without its space, `#Titre`, is no tagline: the missing title stands for it.
    if title.value == nil, rest.first?.text.plainBytes.first == UInt8(ascii: "#") {
      rest = rest.dropFirst()
    }
    if let first = rest.first, first.kind == .paragraph,
      !kind.hasIntroduction || rest.dropFirst().first.map({ isMetadata($0, of: kind) }) == true
    {
      tagline = first.text
      rest = rest.dropFirst()
    }
    // Text that pushed in before the metadata does not keep them from being read.
    if !kind.hasIntroduction, rest.first?.isList == false,
      let list = rest.firstIndex(where: { isMetadata($0, of: kind) })
    {
      early = rest[..<list]
      rest = rest[list...]
    }
    // Lists that only comments or a change of marker part follow each other here.
    while let list = rest.first, list.isList,
      metadata.range != nil || !kind.hasIntroduction || isMetadata(list, of: kind)
    {
      metadata.read(list, kind: kind, into: &defects)
      rest = rest.dropFirst()
    }
    self.tagline = tagline
    self.metadata = metadata
    var stories: [Story] = []
    var introduction: [Block] = []
    for block in early + rest {
      if kind == .canvas, block.kind == .blockQuote {
        stories.append(Story(block))
      } else {
        introduction.append(block)
      }
    }
    self.stories = stories
    self.introduction = introduction
    if metadata.range == nil, !kind.hasIntroduction {
      defects.append(Defect(.noMetadata, outline.title?.range ?? file.firstLine))
    }
    // Where the metadata part the text, the range ends before them.
    let end = metadata.range?.lowerBound ?? 0
    if !kind.hasIntroduction, let first = introduction.first,
      let last = introduction.last(where: { $0.range.lowerBound < end }) ?? introduction.last
    {
      defects.append(Defect(.textBeforeSections, first.range.union(last.range)))
    }
  }
}

/// Whether a list is a metadata list: its first item opens with a key that the kind knows, or one
/// that is a single slip away from it.
private func isMetadata(_ block: Block, of kind: Kind) -> Bool {
  guard block.isList,
    let item = block.children.first(where: { _ in true }),
    let paragraph = item.children.first(where: { $0.kind == .paragraph }),
    let (key, _) = keyAndValue(paragraph.text)
  else { return false }
  let name = folded(key.plain.utf8)
  return kind.keys.contains { editDistance(name, folded($0.rawValue.utf8), atMost: 1) <= 1 }
}

extension Head.Story {
  init(_ quote: Block) {
    var paragraphs = quote.children.filter { !$0.isComment }
    var teller: RichText?
    if let last = paragraphs.last, last.kind == .paragraph {
      let text = last.text
      for dash in ["—", "–"] where text.plain.hasPrefix(dash) {
        teller = text.clipped(
          to: ByteRange(text.range.lowerBound + dash.utf8.count, text.range.upperBound))
        paragraphs.removeLast()
        break
      }
    }
    self.paragraphs = paragraphs
    self.teller = teller
  }
}

extension SourceFile {
  /// The file's first line, without its end or a byte-order mark: where a finding on the whole file
  /// points.
  package var firstLine: ByteRange {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    return ByteRange(start, end)
  }
}
