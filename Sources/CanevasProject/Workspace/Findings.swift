import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource

/// What the rules say of a catalogue that is being edited, and which documents are to be checked
/// again.
struct Findings: Sendable {
  /// What was last found, by path; nothing for files that have no findings.
  private var byPath: [String: [Diagnostic]] = [:]
  /// The documents that may have other findings now, the nearest to an edit last.
  private var doubtful: [Catalogue.Index] = []
  /// Whether each document is doubtful.
  private var isDoubtful: [Bool] = []
  private var policy = Policy()
  private var changed: Set<String> = []

  init(_ catalogue: Catalogue) {
    start(catalogue)
  }

  /// Doubts all findings, after documents came, went or were taken for others.
  mutating func start(_ catalogue: Catalogue) {
    let strays = Dictionary(grouping: CanevasCheck.checkStrays(of: catalogue), by: \.location.path)
    let paths = Set(catalogue.documents.map(\.file.path))
    for path in Set(byPath.keys).union(strays.keys) where !paths.contains(path) {
      store(strays[path]?.sorted() ?? [], for: path)
    }
    isDoubtful = catalogue.documents.map { _ in false }
    doubtful = []
    doubtAll(of: catalogue, nearest: [])
  }

  /// Doubts the findings of one document: it is the next to be checked.
  mutating func doubt(_ index: Catalogue.Index) {
    doubtful.append(index)
    isDoubtful[index] = true
  }

  /// Doubts the findings of all documents, and first those of some.
  mutating func doubtAll(of catalogue: Catalogue, nearest: [Catalogue.Index]) {
    policy = Policy(of: catalogue)
    doubtful = catalogue.documents.indices.reversed() + nearest.reversed()
    isDoubtful = catalogue.documents.map { _ in true }
  }

  var isSettled: Bool { doubtful.isEmpty }

  /// Everything that was found, in the order of files and places.
  var all: [Diagnostic] { byPath.values.flatMap(\.self).sorted() }

  /// What the rules say of one file now.
  mutating func current(of path: String, _ catalogue: Catalogue) -> [Diagnostic] {
    if let index = DocumentID(path: path).flatMap(catalogue.index(of:)), isDoubtful[index],
      catalogue.documents[index].file.path == path
    {
      store(findings(of: index, catalogue, policy), of: index, catalogue)
    }
    return byPath[path] ?? []
  }

  /// Checks the next few dozen doubtful documents.
  mutating func settlePart(_ catalogue: Catalogue) {
    var part: [Catalogue.Index] = []
    while part.count < 16, let next = doubtful.popLast() {
      guard isDoubtful[next] else { continue }
      isDoubtful[next] = false
      part.append(next)
    }
    let results = mapInParallel(part, chunk: 8) { [policy] in
      findings(of: $0, catalogue, policy)
    }
    for (index, result) in zip(part, results) { store(result, of: index, catalogue) }
  }

  mutating func takeChanged() -> Set<String> {
    defer { changed = [] }
    return changed
  }

  private mutating func store(
    _ diagnostics: [Diagnostic], of index: Catalogue.Index, _ catalogue: Catalogue
  ) {
    isDoubtful[index] = false
    store(diagnostics, for: catalogue.documents[index].file.path)
  }

  private mutating func store(_ diagnostics: [Diagnostic], for path: String) {
    guard diagnostics != byPath[path] ?? [] else { return }
    byPath[path] = diagnostics.isEmpty ? nil : diagnostics
    changed.insert(path)
  }
}

/// What the rules say of a document, as grave as a policy takes it to be.
private func findings(
  of index: Catalogue.Index, _ catalogue: Catalogue, _ policy: Policy
) -> [Diagnostic] {
  check(index, of: catalogue).map(policy.applied).sorted()
}
