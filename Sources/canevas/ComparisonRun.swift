import CanevasCommandLine
import CanevasProject
import CanevasRender
import CanevasReport
import CanevasReview
import CanevasSource

/// One run of `canevas diff`: what is compared, and how it is told.
struct ComparisonRun {
  private let request: DiffRequest
  private let context: Context
  private let fileSystem = FileSystem()
  /// The catalogue around the working folder; two files need none.
  private let root: CatalogueRoot?

  /// What is compared.
  enum Subject {
    case files(String, String)
    case folders(String, String)
    /// One revision, or range, or two, or none; what to keep to.
    case revisions([String], paths: [String])
  }

  init(_ request: DiffRequest, _ context: Context) {
    self.request = request
    self.context = context
    root = try? CatalogueRoot(nearestTo: request.directory ?? ".", on: fileSystem)
  }

  /// Reads the operands. A path that is no revision is what to keep to; two of them are compared.
  func subject() throws(UsageError) -> Subject {
    let operands = request.operands
    if operands.count == 2, request.paths.isEmpty, !request.isStaged {
      switch (kind(of: operands[0]), kind(of: operands[1])) {
      case (.file, .file): return .files(operands[0], operands[1])
      case (.folder, .folder): return .folders(operands[0], operands[1])
      default: break
      }
    }
    if request.path != nil { throw UsageError(.missingOperand(placeholder: "NEW")) }
    let paths = request.endsRevisions ? [] : operands.filter(isPathAlone)
    let revisions = operands.filter { !paths.contains($0) }
    if let third = revisions.dropFirst(request.isStaged ? 1 : 2).first {
      throw UsageError(.unexpectedOperand(third))
    }
    if let range = revisions.first(where: isRange), request.isStaged || revisions.count > 1 {
      throw UsageError(.unexpectedOperand(range))
    }
    return .revisions(revisions, paths: paths + request.paths)
  }

  /// Compares and tells; what says the same is a success.
  func compare(_ subject: Subject) throws(ProjectError) -> ExitStatus {
    let states = try states(of: subject)
    try deliver(bytes(of: states))
    return states.comparison.isSame ? .success : .findings
  }
}

// What is compared.
extension ComparisonRun {
  private func states(of subject: Subject) throws(ProjectError) -> ComparedStates {
    switch subject {
    case .files(let old, let new): return try fileSystem.compare(old, new, as: request.path)
    case .folders(let old, let new):
      // Git's folders for a difftool are gone when it ends.
      let isBare = context.environment.variable("GIT_DIFFTOOL_DIRDIFF") != nil
      var states = try fileSystem.compareFolders(old, new, isBare: isBare)
      if showsEffects { try states.addSideEffects(from: old, to: new, on: fileSystem) }
      return states
    case .revisions(let revisions, let paths):
      let root = try CatalogueRoot(nearestTo: request.directory ?? ".", on: fileSystem)
      let repository = Repository(holding: root, on: fileSystem)
      let isCovered = try Session(root: root, on: fileSystem)
        .filter(paths, mayBeGone: true)
      do throws(ProjectError) {
        return try repository.compare(
          revisions, staged: request.isStaged, where: isCovered, withSideEffects: showsEffects)
      } catch .unknownRevision(let name) where !request.endsRevisions {
        // It may be a path that was mistyped.
        throw .neitherPathNorRevision(name)
      }
    }
  }

  /// Where a reviewer reads the comparison, the effects are part of it.
  private var showsEffects: Bool {
    request.showsEffects ?? (request.format == .markdown || request.format == .html)
  }

  private func kind(of path: String) -> FileStatus.Kind? {
    if path == nullDevice { return .file }
    guard let real = try? fileSystem.resolve(path) else { return nil }
    return try? fileSystem.status(real)?.kind
  }

  /// Whether an operand is the path of something and names no revision.
  private func isPathAlone(_ operand: String) -> Bool {
    guard kind(of: operand) != nil, let root else { return false }
    return (try? Repository(holding: root, on: fileSystem).snapshots(operand)) == nil
  }

  private func isRange(_ operand: String) -> Bool {
    operand.contains("..") && !operand.contains("../")
  }
}

// How it is told.
extension ComparisonRun {
  private var language: MessageLanguage {
    request.language ?? root?.authorsLanguage(on: fileSystem) ?? context.language
  }

  private func bytes(of states: ComparedStates) -> [UInt8] {
    switch request.format {
    case .text:
      let isToFile = request.output != nil
      let screen = Screen(
        width: isToFile ? nil : context.environment.outputWidth,
        isColoured: isToFile
          ? request.colour == .always : request.colour.isColoured(in: context.environment))
      return ComparisonText(on: screen, in: language).bytes(of: states.comparison)
    case .markdown:
      return ComparisonMarkdown(in: language, linkBase: request.linkBase)
        .bytes(of: states.comparison)
    case .html:
      return ComparisonPage(
        states.comparison, old: states.old[language], new: states.new[language],
        linkBase: request.linkBase, language: language, templates: .builtIn()
      ).html()
    case .json:
      return ComparisonJSON(toolVersion: context.program.version, in: language)
        .bytes(of: states.comparison)
    }
  }

  private func deliver(_ bytes: [UInt8]) throws(ProjectError) {
    guard let file = request.output else {
      return context.environment.write(.output, bytes)
    }
    if let root {
      try Session(root: root, on: fileSystem).deliver(bytes, to: file)
    } else {
      try fileSystem.deliver(bytes, to: file)
    }
  }
}
