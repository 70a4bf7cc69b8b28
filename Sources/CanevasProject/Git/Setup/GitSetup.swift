/// What makes git merge and compare a catalogue's documents with Canevas: lines of
/// `.gitattributes`, which are committed, and settings, which every clone has of its own.
package struct GitSetup: Sendable {
  /// One thing that has to be there.
  package struct Part: Hashable, Sendable {
    package enum State: Hashable, Sendable {
      case present, missing
      /// Somebody else's value stands in its place.
      case other(String)
    }

    /// `.gitattributes`, or the name of a setting.
    package let name: String
    package let state: State
  }

  private let repository: Repository
  /// The absolute path of `.gitattributes`.
  private let attributesPath: String
  private let lines: [String]
  private let settings: [GitSetting]

  /// - Parameter program: what runs Canevas, a name or an absolute path.
  init(_ repository: Repository, program: String) throws(ProjectError) {
    self.repository = repository
    let prefix = try repository.prefix
    let top = join(repository.root.path, "").utf8.dropLast(prefix.utf8.count)
    attributesPath = String(decoding: top, as: UTF8.self) + ".gitattributes"
    lines = CatalogueRoot.folders.map { folder in
      let pattern = attributePattern(matching: prefix) + folder + "/**/*.md"
      return quotedForAttributes(pattern) + " diff=markdown merge=canevas"
    }
    settings = gitSettings(program: program)
  }

  /// What is there and what is not.
  package func parts() throws(ProjectError) -> [Part] {
    let values = try values()
    return [try attributesPart()]
      + settings.map { Part(name: $0.name, state: $0.state(in: values)) }
  }

  /// Writes what is missing, and settings of another program or version anew. What is somebody
  /// else's stays. The lines are taken back if the settings cannot be written.
  package func install() throws(ProjectError) {
    let attributes = try attributes()
    let old = try repository.fileSystem.bytesIfAny(attributesPath)
    let missing = lines.filter { !attributes.block.contains($0) }
    let values = try values()
    try put(attributes.bytes(withBlock: attributes.block + missing), over: old)
    do throws(ProjectError) {
      for setting in settings where setting.isToBeWritten(in: values) {
        _ = try repository.output([
          "config", "--local", "--replace-all", setting.name, setting.value,
        ])
      }
    } catch {
      try put(old, over: try repository.fileSystem.bytesIfAny(attributesPath))
      throw error
    }
  }

  /// Takes away what `install` wrote; the settings only when no other catalogue of the repository
  /// needs them.
  package func uninstall() throws(ProjectError) {
    let attributes = try attributes()
    let others = attributes.block.filter { !lines.contains($0) }
    let old = try repository.fileSystem.bytesIfAny(attributesPath)
    try put(attributes.bytes(withBlock: others), over: old)
    guard others.isEmpty else { return }
    let values = try values()
    for setting in settings where setting.isOurs(in: values) {
      _ = try repository.output(["config", "--local", "--unset-all", setting.name])
    }
  }
}

extension GitSetup {
  private func attributes() throws(ProjectError) -> AttributesFile {
    let bytes = try repository.fileSystem.bytesIfAny(attributesPath)
    do throws(AttributesFile.LoneMark) {
      return try AttributesFile(bytes)
    } catch {
      throw .malformedAttributes(path: attributesPath, line: error.line)
    }
  }

  /// Whether the lines are there, and none behind them or elsewhere says otherwise.
  private func attributesPart() throws(ProjectError) -> Part {
    let block = try attributes().block
    var state = Part.State.present
    if !lines.allSatisfy(block.contains) {
      state = .missing
    } else {
      for (name, value) in [("diff", "markdown"), ("merge", "canevas")] {
        let found = try repository.attribute(name, of: CatalogueRoot.sheet) ?? ""
        if found != value { state = .other("\(name)=\(found)") }
      }
    }
    return Part(name: ".gitattributes", state: state)
  }

  /// Puts new bytes into the place of `.gitattributes`, in one step, or takes it away.
  private func put(_ new: [UInt8]?, over old: [UInt8]?) throws(ProjectError) {
    guard new != old else { return }
    let fileSystem = repository.fileSystem
    switch (old, new) {
    case (_?, nil): try fileSystem.removeFile(attributesPath)
    case (nil, let new?):
      guard try fileSystem.create(attributesPath, with: new) else {
        throw .sourceChanged(path: attributesPath)
      }
    case (let old, let new?): try fileSystem.replace(attributesPath, holding: old, with: new)
    case (nil, nil): break
    }
  }

  /// This clone's own settings, those of other scopes left alone: every value by its name.
  private func values() throws(ProjectError) -> [String: [String]] {
    let process = try repository.run([
      "config", "--local", "-z", "--get-regexp", "^(merge|difftool)[.]canevas[.]",
    ])
    // <name> LF <value> NUL
    var values: [String: [String]] = [:]
    for entry in process.output.split(separator: 0) {
      let fields = entry.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      values[fields[0], default: []].append(fields.count == 2 ? fields[1] : "")
    }
    return values
  }
}

extension GitSetting {
  fileprivate func state(in values: [String: [String]]) -> GitSetup.Part.State {
    switch values[name] {
    case nil: .missing
    case [value]: .present
    case let found?: .other(found.joined(separator: ", "))
    }
  }

  /// Whether all that is there was written by Canevas.
  fileprivate func isOurs(in values: [String: [String]]) -> Bool {
    values[name]?.allSatisfy { $0.contains(mark) } ?? false
  }

  fileprivate func isToBeWritten(in values: [String: [String]]) -> Bool {
    values[name] == nil || values[name] != [value] && isOurs(in: values)
  }
}

extension FileSystem {
  /// The bytes of a file; `nil` if nothing has its name. What is no regular file is refused: git
  /// follows no link there either.
  fileprivate func bytesIfAny(_ path: String) throws(ProjectError) -> [UInt8]? {
    guard let status = try status(path) else { return nil }
    guard status.kind == .file, case .bytes(let bytes) = try read(path) else {
      throw .attributesAreNoFile(path: path)
    }
    return bytes
  }
}

extension Session {
  /// What makes git use this program. It is called by its bare name where `searchPath`, the value
  /// of `PATH`, has one of that name, otherwise by its place.
  package func gitSetup(searchPath: String?) throws(ProjectError) -> GitSetup {
    let isOnPath = firstOnPath("canevas", searchPath) != nil
    return try GitSetup(
      Repository(holding: root, on: fileSystem),
      program: isOnPath ? "canevas" : fileSystem.resolve("/proc/self/exe"))
  }
}
