import CanevasSource

/// The git repository that a catalogue is kept in, asked through the `git` command.
struct Repository {
  /// The catalogue's root: git's paths are relative to it.
  private let folder: String

  /// Throws `.noRepository` if the catalogue is in none.
  init(holding root: CatalogueRoot) throws(ProjectError) {
    folder = root.path
    let process = try run(["rev-parse", "--is-inside-work-tree"])
    guard process.status != 0 else { return }
    let words = line(process.errors)
    // Git may also refuse to look at one: since it is another user's, say.
    throw words.contains("not a git repository") ? .noRepository(root: root.path) : .git(words)
  }

  /// The commit that the working tree and `revision` both come from; `revision` itself where git
  /// knows none, as in a shallow clone.
  func base(of revision: String) throws(ProjectError) -> String {
    let commit = try run([
      "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}",
    ])
    // A revision that git takes for a range, « ^main », gives no commit's name.
    guard commit.status == 0, line(commit.output).first?.isHexDigit == true else {
      throw .unknownRevision(revision)
    }
    let base = try run(["merge-base", line(commit.output), "HEAD"])
    return line(base.status == 0 ? base.output : commit.output)
  }

  /// The catalogue's sources as a commit holds them. Symbolic links are left out.
  func files(at commit: String) throws(ProjectError) -> LoadedFiles {
    let listing = try output(["ls-tree", "-r", "-z", commit, "--"] + CatalogueRoot.folders)
    var documents: [(path: String, object: String)] = []
    var assets: Set<String> = []
    for entry in listing.split(separator: 0) {
      // <mode> SP <type> SP <object> TAB <path>
      guard let tab = entry.firstIndex(of: 0x09) else { continue }
      let words = entry[..<tab].split(separator: 0x20)
      let path = String(decoding: entry[(tab + 1)...], as: UTF8.self)
      guard words.count == 3, words[0].starts(with: "100".utf8), isRead(path) else { continue }
      if isDocument(path) {
        documents.append((path, String(decoding: words[2], as: UTF8.self)))
      } else {
        assets.insert(path)
      }
    }
    documents.sort { $0.path.precedes($1.path) }
    let contents = try contents(of: documents.map(\.object))
    return LoadedFiles(
      files: zip(documents, contents).map { SourceFile(path: $0.path, bytes: $1) },
      defects: [:], assets: assets)
  }

  /// The path in a commit of every file that has another one in the working tree, by the new path.
  func formerPaths(since commit: String) throws(ProjectError) -> [String: String] {
    let options = [
      "diff", "--name-status", "--find-renames", "--diff-filter=R", "--relative", "-z",
    ]
    let fields = try output(options + [commit, "--"] + CatalogueRoot.folders)
      .split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    // R<score> NUL <old> NUL <new> NUL
    var paths: [String: String] = [:]
    for start in stride(from: 0, to: fields.count - 2, by: 3) {
      paths[fields[start + 2]] = fields[start + 1]
    }
    return paths
  }

  /// Whether the history was cut when the repository was cloned.
  var isShallow: Bool {
    get throws(ProjectError) {
      line(try output(["rev-parse", "--is-shallow-repository"])) == "true"
    }
  }

  /// The value of a setting; `nil` where it has none.
  func setting(_ name: String) throws(ProjectError) -> String? {
    let process = try run(["config", "--get", name])
    return process.status == 0 ? line(process.output) : nil
  }

  /// What `.gitattributes` says of a path; `nil` where it says nothing.
  func attribute(_ name: String, of path: String) throws(ProjectError) -> String? {
    // <path> NUL <attribute> NUL <value> NUL
    let fields = try output(["check-attr", "-z", name, "--", path]).split(separator: 0)
    guard fields.count == 3 else { return nil }
    let value = String(decoding: fields[2], as: UTF8.self)
    return value == "unspecified" ? nil : value
  }

  /// Whether git leaves a path alone, which may be absolute.
  func ignores(_ path: String) throws(ProjectError) -> Bool {
    try run(["check-ignore", "-q", "--", path]).status == 0
  }

  /// The folder of the repository's working tree.
  var top: String {
    get throws(ProjectError) { line(try output(["rev-parse", "--show-toplevel"])) }
  }

  /// The bytes of objects, in their order.
  private func contents(of objects: [String]) throws(ProjectError) -> [[UInt8]] {
    let names = Array(objects.map { $0 + "\n" }.joined().utf8)
    var rest = try output(["cat-file", "--batch"], input: names)[...]
    var contents: [[UInt8]] = []
    while let end = rest.firstIndex(of: 0x0A) {
      // <object> SP <type> SP <size> LF <contents> LF
      let words = rest[..<end].split(separator: 0x20)
      guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)),
        end + 1 + size < rest.endIndex
      else { break }
      contents.append(Array(rest[(end + 1)..<(end + 1 + size)]))
      rest = rest[(end + 2 + size)...]
    }
    guard contents.count == objects.count else { throw .git("cat-file") }
    return contents
  }

  /// Git finds the repository that holds the catalogue, whichever a hook that runs this program
  /// is about (`git rev-parse --local-env-vars`), and speaks as this file expects it to.
  private static let variables: [String: String?] = [
    "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_PREFIX": nil,
    "GIT_COMMON_DIR": nil, "GIT_OBJECT_DIRECTORY": nil, "GIT_ALTERNATE_OBJECT_DIRECTORIES": nil,
    "LC_ALL": "C",
  ]

  private func output(
    _ arguments: [String], input: [UInt8] = []
  ) throws(ProjectError) -> [UInt8] {
    let process = try run(arguments, input: input)
    guard process.status == 0 else { throw .git(line(process.errors)) }
    return process.output
  }

  private func run(
    _ arguments: [String], input: [UInt8] = []
  ) throws(ProjectError) -> Subprocess {
    do throws(SystemReason) {
      return try Subprocess(
        ["git", "-C", folder] + arguments, input: input, changing: Self.variables)
    } catch {
      throw .noGit(error)
    }
  }
}

/// The text of one line of output.
private func line(_ output: [UInt8]) -> String {
  String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
}
