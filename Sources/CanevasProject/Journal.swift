/// The moves of a publication: what was written aside goes into place, what is no longer part of
/// the site goes away. Once committed, whoever comes next can finish it.
struct Journal {
  private let fileSystem: FileSystem
  private let site: SitePlace
  private var lines: [String] = []

  init(_ fileSystem: FileSystem, _ site: SitePlace) {
    self.fileSystem = fileSystem
    self.site = site
  }

  private var path: String { site.staging + "/journal" }

  /// Writes a file aside.
  mutating func stage(_ bytes: [UInt8], for path: String) throws(ProjectError) {
    let name = String(lines.count)
    try fileSystem.write(bytes, to: site.staging + "/" + name)
    lines.append("move \(name) \(path)")
  }

  /// Notes that a file goes away.
  mutating func remove(_ path: String) {
    lines.append("remove \(lines.count) \(path)")
  }

  /// Puts the journal down, in one step: from here on the publication will be finished.
  func commit() throws(ProjectError) {
    let text = lines.map { $0 + "\n" }.joined() + "end\n"
    try fileSystem.write(Array(text.utf8), to: path + ".new")
    try fileSystem.move(path + ".new", to: path)
  }

  /// Carries out the journal that stands in the staging folder, then takes the folder away. What
  /// was staged without a journal is thrown away: it was never promised.
  func finish() throws(ProjectError) {
    guard try fileSystem.status(of: site.staging) != nil else { return }
    if try fileSystem.status(of: path) != nil {
      let text = String(decoding: try fileSystem.read(path), as: UTF8.self)
      let lines = text.split(separator: "\n")
      guard lines.last == "end" else { throw ProjectError(.strangeStaging, path: path) }
      for line in lines.dropLast() { try carryOut(line) }
      try fileSystem.removeFile(path)
    }
    try clear(site.staging)
  }

  private func carryOut(_ line: Substring) throws(ProjectError) {
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.count == 3 else { throw ProjectError(.strangeStaging, path: path) }
    let place = site.path + "/" + words[2]
    switch words[0] {
    case "move":
      let staged = site.staging + "/" + words[1]
      // Moved already, when an earlier run was stopped in between.
      guard try fileSystem.status(of: staged) != nil else { return }
      try makeFolders(of: words[2])
      try fileSystem.move(staged, to: place)
    case "remove":
      try fileSystem.removeFile(place)
      try removeEmptyFolders(above: words[2])
    default: throw ProjectError(.strangeStaging, path: path)
    }
  }

  private func makeFolders(of file: Substring) throws(ProjectError) {
    var made = site.path
    for part in file.split(separator: "/").dropLast() {
      made += "/" + part
      guard let status = try fileSystem.status(of: made) else {
        try fileSystem.makeFolder(made)
        continue
      }
      // Nothing is written through a link that someone put into the site.
      guard status.kind == .folder else { throw ProjectError(.foreignFile, path: made) }
    }
  }

  private func removeEmptyFolders(above file: Substring) throws(ProjectError) {
    var parts = file.split(separator: "/").dropLast()
    while !parts.isEmpty {
      guard try fileSystem.removeFolder(site.path + "/" + parts.joined(separator: "/")) else {
        return
      }
      parts.removeLast()
    }
  }

  /// Removes a staging folder with what is in it: all of it is ours.
  private func clear(_ folder: String) throws(ProjectError) {
    for name in try fileSystem.entries(of: folder) {
      let path = folder + "/" + name
      if try fileSystem.status(of: path)?.kind == .folder {
        try clear(path)
      } else {
        try fileSystem.removeFile(path)
      }
    }
    try fileSystem.removeFolder(folder)
  }
}
