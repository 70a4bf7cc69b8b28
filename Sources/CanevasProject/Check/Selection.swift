package import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Session {
  /// Which of a catalogue's findings are asked for.
  package struct Selection: Sendable {
    /// The files and folders whose findings are shown, absolute or from the working folder; all
    /// if there are none.
    package var paths: [String] = []
    /// How grave findings are taken to be, over what the catalogue says.
    package var policy = Policy()
    /// A git revision: what was found there already is left out.
    package var revision: String?
    /// A baseline's file: what it lists is left out.
    package var baseline: String?

    package init() {}
  }

  /// What a check with a selection gave.
  package struct SelectedCheck: Sendable {
    /// The catalogue with the findings that were asked for.
    package let checked: Checked
    /// The findings of the baseline that are found no more, in the files that were asked for.
    package let mended: [Baseline.Entry]
  }

  /// Checks the whole catalogue and keeps the findings of a selection.
  package func check(_ selection: Selection) throws(ProjectError) -> SelectedCheck {
    let filter = try filter(selection)
    return filter.selected(check(load(), selection.policy))
  }

  /// What keeps the findings of a selection; the baseline and the former revision are read once.
  func filter(_ selection: Selection) throws(ProjectError) -> SelectionFilter {
    SelectionFilter(
      isSelected: try filter(selection.paths),
      baseline: try selection.baseline.map { path throws(ProjectError) in
        try readBaseline(path)
      },
      comparison: try selection.revision.map { revision throws(ProjectError) in
        try findings(at: revision, selection.policy)
      })
  }

  /// Writes the findings of a check, infos aside, as a baseline. A source is never written over.
  package func writeBaseline(_ checked: Checked, to path: String) throws(ProjectError) {
    let findings = checked.diagnostics.filter { $0.severity > .info }
    try deliver(Baseline(findings, checked.fingerprints).bytes, to: path)
  }

  /// Whether a source, by its path from the root, is one of `paths` or lies below one; all are if
  /// there are none. With `mayBeGone`, paths need not exist any more.
  package func filter(
    _ paths: [String], mayBeGone: Bool = false
  ) throws(ProjectError) -> (String) -> Bool {
    var kept: [String] = []
    for path in paths {
      let real = try mayBeGone ? fileSystem.target(path) : fileSystem.resolve(path)
      guard isInside(real, root.path) || isInside(root.path, real) else {
        throw .outsideCatalogue(path: path)
      }
      kept.append(real)
    }
    return { path in
      kept.isEmpty || kept.contains { isInside(root.absolute(path), $0) }
    }
  }

  private func readBaseline(_ path: String) throws(ProjectError) -> Baseline {
    guard case .bytes(let bytes) = try fileSystem.read(path) else {
      throw .malformedBaseline(path: path, line: 1)
    }
    return try Baseline(bytes, path: path)
  }

  /// The names of what is found at a revision, and how files were called there.
  private func findings(
    at revision: String, _ policy: Policy
  ) throws(ProjectError) -> (known: Set<String>, formerPaths: [String: String]) {
    let repository = Repository(holding: root, on: fileSystem)
    let base = try repository.base(of: revision)
    let checked = check(try repository.files(at: base), policy)
    let known = checked.diagnostics.map { checked.fingerprints[$0] }
    return (Set(known), try repository.formerPaths(since: base))
  }
}

/// A selection with all that it refers to at hand.
struct SelectionFilter {
  /// Whether a source, by its path from the root, is one of those asked for.
  fileprivate let isSelected: (String) -> Bool
  fileprivate let baseline: Baseline?
  /// The names of what was found at a former revision, and how files were called there.
  fileprivate let comparison: (known: Set<String>, formerPaths: [String: String])?

  /// A check with the findings that were asked for.
  func selected(_ checked: Session.Checked) -> Session.SelectedCheck {
    // A baseline knows files by their present names, a former revision by their former ones.
    let found = Set(checked.diagnostics.map { checked.fingerprints[$0] })
    var known = Set(baseline?.entries.map(\.fingerprint) ?? [])
    if let comparison {
      let former = Fingerprints(
        checked.diagnostics, formerPath: { comparison.formerPaths[$0] ?? $0 },
        file: { checked.files[$0] })
      for finding in checked.diagnostics where comparison.known.contains(former[finding]) {
        known.insert(checked.fingerprints[finding])
      }
    }
    return Session.SelectedCheck(
      checked: checked.keeping(documents: isSelected) {
        known.contains(checked.fingerprints[$0])
      },
      mended: (baseline?.entries ?? []).filter {
        !found.contains($0.fingerprint) && isSelected($0.path)
      })
  }
}
