import CanevasCheck
import CanevasModel
import CanevasReview
import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import Foundation
import Testing

/// What merging keeps whatever authors do, over thousands of random edits.
///
/// `CANEVAS_MERGES` asks for another number of merges.
@Suite struct MergePropertyTests {
  private static let count =
    ProcessInfo.processInfo.environment["CANEVAS_MERGES"].flatMap(Int.init) ?? 10_000
  private static let parts = 50

  @Test(arguments: 0..<parts) func mergesKeepTheirPromises(_ part: Int) {
    for number in 0..<Self.count / Self.parts {
      let seed = UInt64(part * 1_000_003 + number)
      var first = Author("b", seed: seed)
      let base = first.canvas()
      var ours = Author("o", seed: seed &* 3 &+ 1)
      var theirs = Author("t", seed: seed &* 5 &+ 2)
      let trial = Trial(base: base, ours: ours.edited(base), theirs: theirs.edited(base))
      trial.expectPromises(.init(number))
    }
  }

  /// Texts of whatever shape, that may read otherwise in other surroundings.
  @Test(arguments: 0..<parts) func wildTextsKeepTheirWords(_ part: Int) {
    var canvases = RandomCanvas(seed: UInt64(part))
    var markdown = RandomMarkdown(seed: UInt64(part) &+ 900)
    for number in 0..<Self.count / Self.parts / 10 {
      let seed = UInt64(part * 1_000_003 + number)
      let base = number % 3 == 0 ? markdown.document() : canvases.canvas()
      var ours = Author("o", seed: seed &* 3 &+ 1)
      var theirs = Author("t", seed: seed &* 5 &+ 2)
      let trial = Trial(base: base, ours: ours.edited(base), theirs: theirs.edited(base))
      trial.expectPromises(.words)
    }
  }
}

/// A merge of three texts, and what it is measured against.
struct Trial {
  let base: String
  let ours: String
  let theirs: String
  var path = "canvases/fiches/page.md"

  func merge(_ base: String, _ ours: String, _ theirs: String) -> Merge {
    func file(_ text: String) -> SourceFile { SourceFile(path: path, text: text) }
    return Merge(
      Merge.Input(
        base: file(base), ours: file(ours), theirs: file(theirs), id: DocumentID(path: path)!))
  }

  func document(_ text: String) -> TypedDocument {
    TypedDocument(SourceFile(path: path, text: text))
  }

  private func fail(_ what: String, _ merge: Merge) {
    let text = String(decoding: merge.bytes, as: UTF8.self)
    Issue.record(
      """
      \(what)
      BASE \(base.debugDescription)
      OURS \(ours.debugDescription)
      THEIRS \(theirs.debugDescription)
      MERGE \(text.debugDescription)
      """)
  }

  /// How much is looked at: what takes long is for some of many trials.
  enum Extent {
    case words, faults, everything

    init(_ number: Int) {
      self = number % 40 == 0 ? .everything : number % 4 == 0 ? .faults : .words
    }
  }

  func expectPromises(_ extent: Extent) {
    let merge = merge(base, ours, theirs)
    let text = String(decoding: merge.bytes, as: UTF8.self)
    for lost in lostWords(in: text) { fail("« \(lost) » is lost", merge) }
    if merge.conflicts.isEmpty {
      for defect in extent == .words ? [] : newFaults(of: text) {
        fail("\(defect) is new", merge)
      }
    } else {
      let marked = text.split(whereSeparator: \.isNewline).count { $0.hasPrefix("<<<<<<< ours") }
      if marked != merge.conflicts.count { fail("\(marked) conflicts are marked", merge) }
    }
    guard extent == .everything else { return }
    expectIdentities()
    let swapped = self.merge(base, theirs, ours)
    if words(of: merge) != words(of: swapped)
      || merge.conflicts.count != swapped.conflicts.count
    {
      fail("swapping sides gives others", swapped)
    }
  }

  /// Merging with what did not change gives what did, byte for byte.
  func expectIdentities() {
    for text in [ours, theirs] {
      let bytes = Array(text.utf8)
      for merge in [
        merge(base, text, base), merge(base, base, text), merge(base, text, text),
      ] where merge.bytes != bytes || !merge.conflicts.isEmpty {
        fail("a change alone is not kept", merge)
      }
    }
  }

  /// The words that stand less often in a text than on one side, less the times the other side took
  /// them out.
  func lostWords(in text: String) -> [String] {
    let (base, ours, theirs) = (counts(base), counts(ours), counts(theirs))
    let result = counts(text)
    return Set(ours.keys).union(theirs.keys).filter { word in
      let (old, own, others) = (base[word] ?? 0, ours[word] ?? 0, theirs[word] ?? 0)
      let least = max(own - max(0, old - others), others - max(0, old - own))
      return result[word] ?? 0 < least
    }.sorted()
  }

  private func counts(_ text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for word in folded(text.utf8).split(whereSeparator: { !isDigit($0) && !isLetter($0) }) {
      counts[String(decoding: word, as: UTF8.self), default: 0] += 1
    }
    return counts
  }

  /// The faults of a text that no version has. What it lacks as a whole is for the check to tell.
  func newFaults(of text: String) -> [Defect.Kind] {
    let faults = document(text).defects.map(\.kind).filter(\.isOfParts)
    guard !faults.isEmpty else { return [] }
    let known = Set([base, ours, theirs].flatMap { document($0).defects.map(\.kind) })
    return faults.filter { !known.contains($0) }
  }

  /// The words of a merge's result, in no order.
  private func words(of merge: Merge) -> [String] {
    let text = String(decoding: merge.bytes, as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).filter {
      !$0.hasPrefix("<<<<<<< ") && !$0.hasPrefix(">>>>>>> ")
    }
    return lines.flatMap { line in
      folded(line.utf8).split { !isDigit($0) && !isLetter($0) }
        .map { String(decoding: $0, as: UTF8.self) }
    }.sorted()
  }

  /// What each piece of a text says, in no order.
  func meanings(of text: String) -> [UInt64] {
    PieceTree(document(text)).pieces.map(\.ownMeaning).sorted()
  }
}

extension Defect.Kind {
  /// Whether it is of something that stands in a text, and not of what the text lacks.
  fileprivate var isOfParts: Bool {
    switch self {
    case .missingSection, .emptySection, .missingKey, .headingOutOfOrder, .mixedLineEnds,
      .proseWhereItemsAreUsual, .fileNameNotSlug:
      false
    default: true
    }
  }
}
