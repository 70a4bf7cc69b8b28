/// The list of the files that Canevas made in an output folder: what alone it may replace or
/// remove there. It lies in the folder itself, so that it goes where the site goes.
///
/// The file is a line that says its format, then a path a line, in the order of their bytes.
struct Manifest: Hashable, Sendable {
  /// The manifest's name at the top of the site.
  static let name = ".canevas-manifest"
  private static let header = "canevas-manifest 1"

  /// In the order of their bytes.
  let paths: [SitePath]

  init(paths: [SitePath]) {
    self.paths = paths
  }

  /// Reads a manifest; `path` is its own, for errors. Its lines say what will be removed, so that
  /// none that leads out of the site is let in.
  init(_ bytes: [UInt8], path: String) throws(ProjectError) {
    guard let text = String(validating: bytes, as: UTF8.self), text.utf8.last == newline else {
      throw .malformedManifest(path: path, line: 1)
    }
    let lines = text.utf8.dropLast().split(separator: newline, omittingEmptySubsequences: false)
    guard let first = lines.first, first.elementsEqual(Self.header.utf8) else {
      throw .malformedManifest(path: path, line: 1)
    }
    var paths: [SitePath] = []
    for (index, line) in lines.enumerated().dropFirst() {
      guard let sitePath = SitePath(String(Substring(line))) else {
        throw .malformedManifest(path: path, line: index + 1)
      }
      paths.append(sitePath)
    }
    self.paths = paths
  }

  /// The manifest as it is written.
  var bytes: [UInt8] {
    var bytes = Array(Self.header.utf8)
    bytes.append(newline)
    for path in paths {
      bytes += path.text.utf8
      bytes.append(newline)
    }
    return bytes
  }
}

private let newline = UInt8(ascii: "\n")
