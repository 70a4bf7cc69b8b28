import CanevasReview

extension Repository {
  /// Starts what lists the commits that changed documents of the catalogue, the newest first,
  /// along the line of first parents: what was merged counts on the day of its merge. `parsedLog`
  /// reads it.
  ///
  /// `range` is what git takes for one, `limit` the number of commits at most.
  func startLog(of range: String, limit: Int) throws(ProjectError) -> RunningProcess {
    try start(
      [
        // What `-m` stands for is a setting.
        "-c", "log.diffMerges=first-parent", "log", "--first-parent", "-m", "--raw", "-z",
        "--no-abbrev", "--find-renames", "--relative", "--no-color", "--no-show-signature",
        "--format=%x01%aI", "-n", String(limit), "--end-of-options", range, "--",
      ] + CatalogueRoot.folders)
  }
}

/// Reads `git log --raw -z` whose commits open with `0x01` and their moment.
func parsedLog(_ log: [UInt8]) -> [RecordedCommit] {
  var commits: [RecordedCommit] = []
  var moment: String?
  var changes: [RecordedChange] = []
  var fields = log.split(separator: 0)[...]
  func close() {
    if let moment { commits.append(RecordedCommit(moment: moment, changes: changes)) }
  }
  while let field = fields.popFirst() {
    if field.first == 0x01 {
      close()
      moment = String(decoding: field.dropFirst(), as: UTF8.self)
      changes = []
      continue
    }
    // :<mode> SP <mode> SP <object> SP <object> SP <letter and score> NUL <path> NUL [<path> NUL]
    let words = field.drop { $0 == 0x0A }.dropFirst()
      .split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 5, let path = fields.popFirst() else { break }
    let old = String(decoding: path, as: UTF8.self)
    var new = old
    if words[4].hasPrefix("R") || words[4].hasPrefix("C") {
      guard let path = fields.popFirst() else { break }
      new = String(decoding: path, as: UTF8.self)
    }
    let change = RecordedChange(
      old: file(old, mode: words[0], object: words[2]),
      new: file(new, mode: words[1], object: words[3]))
    if change.old != nil || change.new != nil { changes.append(change) }
  }
  close()
  return commits
}

/// A document as a commit holds it; links and all else are none.
private func file(_ path: String, mode: String, object: String) -> RecordedFile? {
  guard mode.hasPrefix("100"), isSource(path) else { return nil }
  return RecordedFile(path: path, object: object)
}
