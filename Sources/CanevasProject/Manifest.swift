/// The list of the files that Canevas made in a site's folder.
struct Manifest {
  static let name = ".canevas-manifest"
  private static let header = "canevas site 1"

  /// Relative to the site's folder, sorted.
  let paths: [String]
  private let known: Set<String>

  init(paths: [String]) {
    self.paths = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    known = Set(paths)
  }

  /// The manifest of a folder; `nil` when it has none, or one that Canevas did not write.
  init?(_ fileSystem: FileSystem, _ site: SitePlace) throws(ProjectError) {
    let path = site.path + "/" + Self.name
    guard try fileSystem.status(of: path)?.kind == .file else { return nil }
    let text = String(decoding: try fileSystem.read(path), as: UTF8.self)
    let lines = text.split(separator: "\n")
    guard lines.first.map(String.init) == Self.header else { return nil }
    self.init(paths: lines.dropFirst().map(String.init))
  }

  func contains(_ path: String) -> Bool { known.contains(path) }

  var bytes: [UInt8] {
    Array(([Self.header] + paths).joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
  }
}
