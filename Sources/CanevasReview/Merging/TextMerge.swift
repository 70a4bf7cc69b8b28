import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasSyntax

/// Three texts put together in the finest way that keeps what they say: by pieces, by sections, and
/// where the texts cannot be read so, by lines.
struct TextMerge {
  let bytes: [UInt8]
  let conflicts: [Merge.Conflict]

  init(_ texts: Versions<[UInt8]>, path: String, id: DocumentID, marks: Merge.Marks) {
    let writer = ConflictWriter(marks: marks)
    var result: MergedText?
    if let settled = texts.merged {
      result = MergedText(bytes: settled)
    } else {
      let documents = texts.map { text in
        TypedDocument(ParsedFile(SourceFile(path: path, bytes: text)), id: id)
      }
      let proof = MergeProof(documents)
      if documents.all.allSatisfy({ formattingObstacle(of: $0) == nil }) {
        result = Self.structural(documents, proof, writer)
      }
      result = result ?? Self.lineMerge(texts, proof, writer)
    }
    bytes = result?.bytes ?? []
    conflicts = result?.conflicts ?? []
  }

  /// The merge by pieces, else by sections; `nil` if neither reads as it is meant.
  private static func structural(
    _ documents: Versions<TypedDocument>, _ proof: MergeProof, _ writer: ConflictWriter
  ) -> MergedText? {
    for depth in [Int.max, 1] {
      if let plan = MergePlan(documents, depth: depth) {
        let assembly = MergeAssembly(plan)
        if proof.holds(assembly, depth: depth) { return writer.write(assembly) }
      }
      if depth == .max, let text = withoutNewForm(documents) { return MergedText(bytes: text) }
    }
    return nil
  }

  /// What one side says where the other one changed the form alone.
  private static func withoutNewForm(_ documents: Versions<TypedDocument>) -> [UInt8]? {
    let meanings = documents.map { Meaning($0) }
    let words = documents.map { wordList($0.file.bytes[...]) }
    if meanings.ours == meanings.base, words.ours == words.base {
      return documents.theirs.file.bytes
    }
    if meanings.theirs == meanings.base, words.theirs == words.base {
      return documents.ours.file.bytes
    }
    return nil
  }

  private static func lineMerge(
    _ texts: Versions<[UInt8]>, _ proof: MergeProof, _ writer: ConflictWriter
  ) -> MergedText {
    let lines = texts.map { CanevasReview.lines($0[...]) }
    let merge = LineMerge(lines)
    if let settled = merge.settled, !proof.accepts(Array(settled.joined())) {
      return writer.write([.conflict(lines.map { $0[...] })])
    }
    return writer.write(merge.parts)
  }
}

/// A text's words as they are compared: folded, in order.
func wordList(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  folded(text).split { byte in
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x80...: false
    default: true
    }
  }
}
