import CanevasModel
import CanevasSource
import CanevasSyntax

/// Reads a merge's result again: whether it is what was meant.
struct MergeProof {
  private let documents: Versions<TypedDocument>
  private let words: Versions<WordCounts>

  init(_ documents: Versions<TypedDocument>) {
    self.documents = documents
    words = documents.map { WordCounts($0.file.bytes[...]) }
  }

  /// Whether the slots of a merge are read as the pieces that they are made of, whichever side
  /// conflicts are settled for, and hold all words.
  func holds(_ assembly: MergeAssembly, depth: Int) -> Bool {
    let slots = assembly.slots
    let hasConflicts = slots.contains { if case .conflict = $0.content { true } else { false } }
    guard keepsWords(WordCounts(slots.flatMap(\.words)[...])) else { return false }
    for side in hasConflicts ? [Version.ours, .theirs] : [.ours] {
      let document = read(slots.flatMap { $0.text(settledFor: side) })
      guard let tree = MergeTree(document, depth: depth) else { return false }
      let found = tree.nodes.indices.dropFirst().map { node in
        ReadPiece(tree, node, depth: tree.nodes[node].depth)
      }
      guard found == assembly.pieces(settledFor: side) else { return false }
      if !hasConflicts, !isSound(document) { return false }
    }
    return true
  }

  /// Whether a text that was put together by lines is read as a document with no fault that no
  /// version has, and holds all words.
  func accepts(_ bytes: [UInt8]) -> Bool {
    keepsWords(WordCounts(bytes[...])) && isSound(read(bytes))
  }

  private func read(_ bytes: [UInt8]) -> TypedDocument {
    let file = SourceFile(path: documents.ours.file.path, bytes: bytes)
    return TypedDocument(ParsedFile(file), id: documents.ours.id)
  }

  /// Whether each word is there as often as on a side, less the times the other side took it out.
  private func keepsWords(_ result: WordCounts) -> Bool {
    for side in [Version.ours, .theirs] {
      for (word, count) in words[side].counts {
        let removed = words.base.count(of: word) - words[side.opposite].count(of: word)
        if result.count(of: word) < count - max(0, removed) { return false }
      }
    }
    return true
  }

  private func isSound(_ document: TypedDocument) -> Bool {
    let known = Set(documents.all.flatMap(\.defects).map(\.kind))
    return document.defects.allSatisfy { !$0.kind.isOfShape || known.contains($0.kind) }
  }
}

extension Defect.Kind {
  /// Whether it tells that a text is not read as it was meant, or holds something twice.
  fileprivate var isOfShape: Bool {
    switch self {
    case .noTitle, .secondTitle, .noMetadata, .malformedMetadata, .duplicateKey,
      .duplicateHeading, .textBeforeSections, .frontMatter, .conflictMarker, .malformedFlow,
      .headingWithoutSpace, .unknownHeading, .unknownKey:
      true
    default: false
    }
  }
}

/// A piece as a result is expected to be read.
private struct ReadPiece: Equatable {
  let kind: MergeTree.Kind
  let text: [UInt8]
  let depth: Int

  init(kind: MergeTree.Kind, text: [UInt8], depth: Int) {
    self.kind = kind.unnamed
    self.text = text
    self.depth = depth
  }

  init(_ tree: MergeTree, _ node: Int, depth: Int) {
    self.init(kind: tree.nodes[node].kind, text: Array(tree.text(node)), depth: depth)
  }
}

extension MergeAssembly {
  /// The pieces of the result, in order, with conflicts settled for a side.
  fileprivate func pieces(settledFor side: Version) -> [ReadPiece] {
    slots.dropFirst().flatMap { slot -> [ReadPiece] in
      switch slot.content {
      case .settled(let text):
        return [ReadPiece(kind: slot.kind, text: text, depth: slot.depth)]
      case .conflict:
        guard let nodes = slot.nodes[side] else { return [] }
        let tree = plan.trees[side]
        let above = tree.nodes[nodes.lowerBound].depth - slot.depth
        return nodes.map { ReadPiece(tree, $0, depth: tree.nodes[$0].depth - above) }
      }
    }
  }
}

extension MergeSlot {
  /// The slot with the white space behind it, a conflict as one side has it.
  fileprivate func text(settledFor side: Version) -> [UInt8] {
    switch content {
    case .settled(let text): text + gap
    case .conflict(let texts): nodes[side] == nil ? [] : texts[side] + gap
    }
  }

  /// All that the result holds, between spaces.
  fileprivate var words: [UInt8] {
    switch content {
    case .settled(let text): text + [0x20]
    case .conflict(let texts): texts.ours + [0x20] + texts.theirs + [0x20]
    }
  }
}
