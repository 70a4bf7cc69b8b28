/// The git repository that a catalogue is kept in, asked through the `git` command.
package struct Repository: Sendable {
  let root: CatalogueRoot
  let fileSystem: FileSystem

  /// Asks nothing yet: whether there is a repository shows at the first question.
  package init(holding root: CatalogueRoot, on fileSystem: FileSystem) {
    self.root = root
    self.fileSystem = fileSystem
  }

  /// Whether the history was cut when the repository was cloned.
  var isShallow: Bool {
    get throws(ProjectError) {
      line(try output(["rev-parse", "--is-shallow-repository"])) == "true"
    }
  }

  /// Whether there is a commit, and none before it is missing.
  var hasWholeHistory: Bool {
    get throws(ProjectError) {
      let process = try run(["rev-parse", "--is-shallow-repository", "--verify", "HEAD"])
      return process.status == 0 && line(process.output) == "false"
    }
  }

  /// Whether there is a commit on the branch that is checked out.
  var hasCommits: Bool {
    get throws(ProjectError) { try run(["rev-parse", "--quiet", "--verify", "HEAD"]).status == 0 }
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

  /// Where the catalogue lies in the repository: nothing at its top, otherwise a path with a slash
  /// at its end.
  var prefix: String {
    get throws(ProjectError) {
      String(decoding: try output(["rev-parse", "--show-prefix"]).dropLast(), as: UTF8.self)
    }
  }

  /// The folder of the repository's working tree.
  var top: String {
    get throws(ProjectError) { line(try output(["rev-parse", "--show-toplevel"])) }
  }

  /// Git finds the repository that holds the catalogue, whichever a hook that runs this program
  /// is about (`git rev-parse --local-env-vars`), speaks as this file expects it to, and writes
  /// nothing that it was not asked to.
  private static let variables: [String: String?] = [
    "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_PREFIX": nil,
    "GIT_COMMON_DIR": nil, "GIT_OBJECT_DIRECTORY": nil, "GIT_ALTERNATE_OBJECT_DIRECTORIES": nil,
    "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0",
  ]

  /// What git writes; throws what it says when it fails.
  func output(_ arguments: [String]) throws(ProjectError) -> [UInt8] {
    try output(of: start(arguments))
  }

  /// The same of a git that was started before, with `input` for its standard input.
  func output(of git: RunningProcess, input: [UInt8] = []) throws(ProjectError) -> [UInt8] {
    let process = try finish(git, input: input)
    guard process.status == 0 else { throw .git(line(process.errors)) }
    return process.output
  }

  /// Runs git, which may fail.
  func run(_ arguments: [String]) throws(ProjectError) -> Subprocess {
    try finish(start(arguments))
  }

  /// Starts git in the catalogue's root, to which its paths are relative then. It takes git longer
  /// to start than to answer: what can be asked at one time is.
  func start(_ arguments: [String]) throws(ProjectError) -> RunningProcess {
    do throws(SystemReason) {
      return try RunningProcess(["git", "-C", root.path] + arguments, changing: Self.variables)
    } catch {
      throw .noGit(error)
    }
  }

  /// Waits for git's end. That there is no repository, or one that git refuses to look at, is
  /// thrown.
  private func finish(
    _ git: RunningProcess, input: [UInt8] = []
  ) throws(ProjectError) -> Subprocess {
    let process = git.finish(input: input)
    guard process.status == 128 else { return process }
    let words = line(process.errors)
    if words.contains("not a git repository") { throw .noRepository(root: root.path) }
    // It is another user's, say.
    if words.contains("dubious ownership") { throw .git(words) }
    return process
  }
}

/// The text of one line of output.
func line(_ output: [UInt8]) -> String {
  String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
}
