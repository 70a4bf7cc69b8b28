import CanevasSource
package import CanevasSyntax

/// A document cut into pieces, in document order: each is followed by those that it holds. The
/// first is the document itself.
package struct PieceTree: Sendable {
  package let document: TypedDocument
  package private(set) var pieces: [Piece] = []
  private let names: PieceNames

  /// Cuts a document. One that is not parsed holds no piece.
  package init(_ document: TypedDocument) {
    self.document = document
    names = PieceNames(document)
    let root = Piece(
      kind: .document, block: nil, isOrderless: true, lines: document.file.wholeRange,
      ownLines: ByteRange(at: 0), ownMeaning: 0, meaning: 0, parent: 0, end: 1)
    pieces.append(root)
    var open = [0]
    for block in document.document.blocks { add(block, &open) }
    while let index = open.popLast() { close(index) }
    pieces[0].lines = document.file.wholeRange
    pieces[0].ownLines = ByteRange(0, pieces.count > 1 ? pieces[1].lines.lowerBound : 0)
  }

  /// The pieces right inside one, in document order.
  package func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var next = index + 1
    while next < pieces[index].end {
      children.append(next)
      next = pieces[next].end
    }
    return children
  }

  /// The sections, each as the document's typed ones.
  package var sections: [Int] {
    children(of: 0).filter { if case .section = pieces[$0].kind { true } else { false } }
  }

  /// What names a piece among its siblings, folded: an entry's key, a heading, an item's name, the
  /// ends of a flow; `nil` where nothing does.
  package func name(of index: Int) -> String? {
    pieces[index].block.flatMap { names.name(of: $0, pieces[index].kind) }
  }

  /// The paragraph or heading that a piece's own text is; `nil` where it is none.
  package func text(of index: Int) -> RichText? {
    guard let block = pieces[index].block else { return nil }
    switch block.kind {
    case .paragraph, .heading: return block.text
    case .item: return block.firstParagraph?.text
    default: return nil
    }
  }

  /// What the document says, as a hash: equal for two documents of which one is the other in
  /// another layout, or with its fixed sections or its metadata in another order.
  package var meaning: UInt64 { pieces[0].meaning }

  /// The same without some entries of the metadata.
  func meaning(without keys: Set<MetadataKey>) -> UInt64 {
    meaning(
      of: 0,
      with: children(of: 0).filter { index in
        guard case .entry(let key?) = pieces[index].kind else { return true }
        return !keys.contains(key)
      })
  }
}

// Cutting.
extension PieceTree {
  /// Adds a block of the document's own level. `open` are the pieces that hold it, outermost first.
  private mutating func add(_ block: Block, _ open: inout [Int]) {
    if case .heading(let level) = block.kind {
      if let section = names.sections[block.range] {
        while open.count > 1 { close(open.removeLast()) }
        open.append(append(.section(section), block, in: 0))
        return
      }
      if open.count > 1 {
        while open.count > 2, self.level(of: open[open.count - 1]) >= level {
          close(open.removeLast())
        }
        open.append(append(.subsection, block, in: open[open.count - 1]))
        return
      }
    }
    add(block, in: open[open.count - 1])
  }

  private func level(of index: Int) -> Int {
    guard case .heading(let level) = pieces[index].block?.kind else { return 0 }
    return level
  }

  /// Adds a block that holds no heading: a list as its items.
  private mutating func add(_ block: Block, in parent: Int) {
    switch block.kind {
    case .bulletList, .orderedList:
      for item in block.children {
        let index = append(kind(of: item), item, in: parent)
        // What opens on the item's own line is part of it.
        if item.children.first(where: { _ in true })?.isList == false {
          for child in item.children.dropFirst() { add(child, in: index) }
        }
        close(index)
      }
    default: close(append(kind(of: block), block, in: parent))
    }
  }

  private func kind(of block: Block) -> Piece.Kind {
    if block.isComment { return .comment }
    if let kind = names.kinds[block.range] { return kind }
    return block.kind == .item ? .item : .block
  }

  private mutating func append(_ kind: Piece.Kind, _ block: Block, in parent: Int) -> Int {
    let lines = document.file.lines(of: block.range)
    let meaning = ownMeaning(kind, block)
    pieces.append(
      Piece(
        kind: kind, block: block, isOrderless: isOrderless(kind), lines: lines, ownLines: lines,
        ownMeaning: meaning, meaning: meaning, parent: parent,
        end: pieces.count + 1))
    return pieces.count - 1
  }

  private func isOrderless(_ kind: Piece.Kind) -> Bool {
    switch kind {
    case .document, .title, .tagline, .entry, .section(.some): true
    case .section(nil): document.id.kind.sections(in: .circular) != nil
    case .subsection, .story, .item, .block, .comment: false
    }
  }

  private func ownMeaning(_ kind: Piece.Kind, _ block: Block) -> UInt64 {
    var content = Content()
    if let entry = names.entries[block.range] {
      content.append(entry)
    } else if block.kind == .item {
      content.append(openingOf: block)
    } else {
      content.append(block, named: names.fixedHeadings[block.range])
    }
    var hash = FNV1a()
    hash.add(kind.label)
    hash.add(content.bytes)
    return hash.value
  }

  /// Settles where a piece ends and what it says, once all that it holds is added.
  private mutating func close(_ index: Int) {
    pieces[index].end = pieces.count
    let children = children(of: index)
    guard let first = children.first, let last = children.last else { return }
    let start = pieces[index].lines.lowerBound
    let end = max(pieces[index].lines.upperBound, pieces[last].lines.upperBound)
    pieces[index].lines = ByteRange(start, end)
    let inside = document.file.bytes[start..<max(start, pieces[first].lines.lowerBound)]
    pieces[index].ownLines = ByteRange(start, start + inside.lengthWithoutBlankLinesAtEnd)
    // The values of an entry may stand behind its key or below it.
    if case .entry(.some) = pieces[index].kind { return }
    pieces[index].meaning = meaning(of: index, with: children)
  }

  /// What a piece says with some of those that it holds.
  private func meaning(of index: Int, with children: [Int]) -> UInt64 {
    let meant = children.filter { pieces[$0].kind != .comment }
    guard !meant.isEmpty else { return pieces[index].ownMeaning }
    var hash = FNV1a()
    hash.add(pieces[index].ownMeaning)
    for child in meant where !pieces[child].isOrderless { hash.add(pieces[child].meaning) }
    let orderless = meant.filter { pieces[$0].isOrderless }.map { pieces[$0].meaning }
    for meaning in orderless.sorted() { hash.add(meaning) }
    return hash.value
  }
}

extension Piece.Kind {
  /// What keeps pieces of different kinds apart that read alike.
  fileprivate var label: [UInt8] {
    switch self {
    case .document: Array("document".utf8)
    case .title: Array("title".utf8)
    case .tagline: Array("tagline".utf8)
    case .entry: Array("entry".utf8)
    case .story: Array("story".utf8)
    case .section: Array("section".utf8)
    case .subsection: Array("subsection".utf8)
    case .item: Array("item".utf8)
    case .block: Array("block".utf8)
    case .comment: Array("comment".utf8)
    }
  }
}

extension SourceFile {
  /// The whole lines on which a range lies, with the last one's line end.
  fileprivate func lines(of range: ByteRange) -> ByteRange {
    var start = range.lowerBound
    while start > 0, !isLineEnd(bytes[start - 1]) { start -= 1 }
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, range.lowerBound) }
    var end = range.upperBound
    let isOpen = end == range.lowerBound || end == 0 || !isLineEnd(bytes[end - 1])
    while isOpen, end < bytes.count, !isLineEnd(bytes[end]) { end += 1 }
    if isOpen, end < bytes.count {
      let isPair = bytes[end...].starts(with: [0x0D, 0x0A])
      end += isPair ? 2 : 1
    }
    return ByteRange(start, end)
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

extension ArraySlice<UInt8> {
  /// The length of lines without the blank ones that close them.
  fileprivate var lengthWithoutBlankLinesAtEnd: Int {
    var end = endIndex
    while let lineStart = self[..<end].startOfLastLine, self[lineStart..<end].allSatisfy(isBlank) {
      end = lineStart
    }
    return end - startIndex
  }

  private var startOfLastLine: Int? {
    guard !isEmpty else { return nil }
    var start = endIndex - 1
    if start > startIndex, self[start] == 0x0A, self[start - 1] == 0x0D { start -= 1 }
    while start > startIndex, !isLineEnd(self[start - 1]) { start -= 1 }
    return start
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
