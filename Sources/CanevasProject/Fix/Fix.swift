package import CanevasCheck
package import CanevasSource

extension Session {
  /// What came of mending a catalogue.
  package struct Fixed: Sendable {
    /// What was mended and is on the disk, in the order in which it was.
    package fileprivate(set) var made: [ChosenFix] = []
    /// Why some files were left as they were.
    package fileprivate(set) var refused: [ProjectError] = []
    /// The files whose safe fixes undo each other.
    package fileprivate(set) var unsettled: [String] = []

    /// How many files were changed.
    package var fileCount: Int { Set(made.map(\.finding.location.path)).count }
  }

  /// Makes the safe fixes of the findings of a selection. Each file that changes is written once,
  /// in one step. Infos are mended only when they are asked for, as they are only then shown.
  package func fix(
    _ selection: Selection, infosToo: Bool = false
  ) throws(ProjectError) -> Fixed {
    let filter = try filter(selection)
    let loaded = load()
    var current = loaded
    var mender = Mender()
    while true {
      let checked = filter.selected(check(current, selection.policy)).checked
      let changed = mender.round(checked.findings(infosToo)) { checked.files[$0] }
      guard !changed.isEmpty else { break }
      current = current.replacing(changed)
    }
    var fixed = Fixed()
    fixed.unsettled = mender.unsettled.sorted()
    for (old, new) in zip(loaded.files, current.files) where old.bytes != new.bytes {
      do throws(ProjectError) {
        try write(new, over: old)
        fixed.made += mender.made(in: old.path)
      } catch {
        fixed.refused.append(error)
      }
    }
    return fixed
  }

  /// What a person answers to a question of the review.
  package enum ReviewAnswer: Hashable, Sendable {
    /// Makes one of the fixes, counted from zero.
    case apply(Int)
    case skip
    case stop
  }

  /// Asks about the other fixes, one finding after the other, and makes those that are wanted.
  /// Each is written before the next question, so that what was answered is never lost.
  package func review(
    _ selection: Selection, infosToo: Bool = false,
    ask: (Review.Question, SourceFile) -> ReviewAnswer
  ) throws(ProjectError) -> Fixed {
    let filter = try filter(selection)
    var fixed = Fixed()
    var current = load()
    var checked = filter.selected(check(current, selection.policy)).checked
    var review = Review()
    var refusing: Set<String> = []
    while true {
      let findings = checked.findings(infosToo).filter {
        !refusing.contains($0.location.path)
      }
      guard let question = review.next(findings),
        let file = checked.files[question.finding.location.path]
      else { return fixed }
      switch ask(question, file) {
      case .stop: return fixed
      case .skip: continue
      case .apply(let number):
        guard question.fixes.indices.contains(number) else { continue }
        let fix = question.fixes[number]
        do throws(ProjectError) {
          let next = file.applying(fix.edits)
          try write(next, over: file)
          fixed.made.append(ChosenFix(finding: question.finding, fix: fix))
          review.made(fix)
          current = current.replacing([next])
          checked = filter.selected(check(current, selection.policy)).checked
        } catch {
          fixed.refused.append(error)
          refusing.insert(file.path)
        }
      }
    }
  }

  /// Writes a source where the loader found it, also behind a link that it followed.
  func write(_ new: SourceFile, over old: SourceFile) throws(ProjectError) {
    let path = try fileSystem.resolve(root.absolute(old.path))
    guard CatalogueRoot.folders.contains(where: { isInside(path, root.absolute($0)) }) else {
      throw .sourceChanged(path: path)
    }
    // Of two names of one file, the first one's turn has mended it for both.
    if try fileSystem.read(path, limit: new.bytes.count) == .bytes(new.bytes) { return }
    try fileSystem.replace(path, holding: old.bytes, with: new.bytes)
  }
}

extension Session.Fixed {
  /// What came of two parts of one run.
  package static func + (a: Session.Fixed, b: Session.Fixed) -> Session.Fixed {
    var sum = a
    sum.made += b.made
    sum.refused += b.refused
    sum.unsettled += b.unsettled
    return sum
  }
}

extension Session.Checked {
  /// The findings that are to be mended.
  fileprivate func findings(_ infosToo: Bool) -> [Diagnostic] {
    diagnostics.filter { infosToo || $0.severity > .info }
  }
}

extension LoadedFiles {
  /// The same with other contents of some files.
  fileprivate func replacing(_ changed: [SourceFile]) -> LoadedFiles {
    let byPath = Dictionary(
      changed.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return LoadedFiles(
      files: files.map { byPath[$0.path] ?? $0 }, defects: defects, assets: assets)
  }
}
