import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasSyntax

/// A document that is being formatted: it takes no edit by which it would say something else.
struct Draft {
  private(set) var document: TypedDocument
  private let meaning: Meaning

  /// How often groups of edits are tried in smaller parts.
  private static let mostTrials = 64

  init(_ document: TypedDocument) {
    self.document = document
    meaning = Meaning(document)
  }

  /// Makes groups of edits that do not overlap; of a group, all edits or none.
  mutating func make(_ groups: [[TextEdit]]) {
    let file = document.file
    let groups = groups.map { group in
      group.filter { !file.bytes[$0.range.indices].elementsEqual($0.replacement.utf8) }
    }.filter { !$0.isEmpty }
    var accepted: [TextEdit] = []
    var trials = 0
    var open = [groups[...]]
    // Parts are tried from the left to the right, each together with those that were accepted.
    while let part = open.popLast(), !part.isEmpty, trials < Self.mostTrials {
      let edits = accepted + part.flatMap(\.self)
      let changed = TypedDocument(ParsedFile(file.applying(edits)), id: document.id)
      trials += 1
      if Meaning(changed) == meaning {
        accepted = edits
        document = changed
      } else if part.count > 1 {
        let middle = part.startIndex + part.count / 2
        open += [part[middle...], part[..<middle]]
      }
    }
  }
}
