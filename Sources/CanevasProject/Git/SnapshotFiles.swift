import CanevasSource
import CanevasSyntax

extension Repository {
  /// All the catalogue's sources in a snapshot. Symbolic links are left out of commits and of the
  /// index; on the disk they are followed, as everywhere else.
  package func files(at snapshot: Snapshot) throws(ProjectError) -> LoadedFiles {
    switch snapshot {
    case .workingTree:
      Loader(root: root, on: fileSystem, documentLimit: Limits.documentBytes).load()
    case .commit(let name):
      // <mode> SP <type> SP <object> TAB <path>
      try files(["ls-tree", "-r", "-z", name], objectAt: 2)
    case .index:
      // <mode> SP <object> SP <stage> TAB <path>
      try files(["ls-files", "--stage", "-z"], objectAt: 1)
    }
  }

  /// The sources that git lists, each in an entry of a few words before its path.
  private func files(
    _ arguments: [String], objectAt place: Int
  ) throws(ProjectError) -> LoadedFiles {
    let reader = try startReader()
    var documents: [(path: String, object: String)] = []
    var assets: Set<String> = []
    for entry in try output(arguments + ["--"] + CatalogueRoot.folders).split(separator: 0) {
      guard let tab = entry.firstIndex(of: 0x09) else { continue }
      let words = entry[..<tab].split(separator: 0x20)
      let path = String(decoding: entry[(tab + 1)...], as: UTF8.self)
      guard words.count == 3, words[0].starts(with: "100".utf8), isRead(path) else { continue }
      if isDocument(path) {
        if place == 1, words[2].first != UInt8(ascii: "0") { throw .unmerged(path: path) }
        documents.append((path, String(decoding: words[place], as: UTF8.self)))
      } else {
        assets.insert(path)
      }
    }
    documents.sort { $0.path.precedes($1.path) }
    let contents = try contents(of: documents.map(\.object), from: reader)
    return LoadedFiles(
      files: zip(documents, contents).map { SourceFile(path: $0.path, bytes: $1) },
      defects: [:], assets: assets)
  }

  /// Starts what reads objects once their names are known.
  func startReader() throws(ProjectError) -> RunningProcess {
    try start(["cat-file", "--batch"])
  }

  /// The bytes of objects, in their order.
  func contents(
    of objects: [String], from reader: RunningProcess
  ) throws(ProjectError) -> [[UInt8]] {
    guard !objects.isEmpty else { return [] }
    let names = Array(objects.map { $0 + "\n" }.joined().utf8)
    var rest = try output(of: reader, input: names)[...]
    var contents: [[UInt8]] = []
    while let end = rest.firstIndex(of: 0x0A) {
      // <object> SP <type> SP <size> LF <contents> LF
      let words = rest[..<end].split(separator: 0x20)
      guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)),
        end + 1 + size < rest.endIndex
      else { throw .git(String(decoding: rest[..<end], as: UTF8.self)) }
      contents.append(Array(rest[(end + 1)..<(end + 1 + size)]))
      rest = rest[(end + 2 + size)...]
    }
    guard contents.count == objects.count else { throw .git("cat-file") }
    return contents
  }
}
