import CanevasRender

/// What is to be published, checked: every path can be written, and no two are in each other's
/// way on any file system.
struct SitePlan: Sendable {
  struct File: Sendable {
    let path: SitePath
    let content: OutputFile.Content
  }

  /// In the order of the paths.
  let files: [File]

  init(_ planned: [OutputFile]) throws(ProjectError) {
    var files: [File] = []
    files.reserveCapacity(planned.count)
    for file in planned {
      guard let path = SitePath(file.path) else {
        throw .unusableOutputPath(path: file.path)
      }
      files.append(File(path: path, content: file.content))
    }
    self.files = files.sorted { $0.path < $1.path }
    try refuseClashes()
  }

  var manifest: Manifest {
    Manifest(paths: files.map(\.path))
  }

  /// Some file systems do not tell upper from lower case, or composed from decomposed letters;
  /// `String` compares the latter as equal.
  private func refuseClashes() throws(ProjectError) {
    var fileOfKey: [String: SitePath] = [:]
    for file in files {
      if let other = fileOfKey.updateValue(file.path, forKey: file.path.text.lowercased()) {
        throw .clashingOutputPaths(path: file.path.text, other: other.text)
      }
    }
    var pathOfFolderKey: [String: SitePath] = [:]
    for file in files {
      for folder in file.path.folders {
        let key = folder.text.lowercased()
        if let other = fileOfKey[key] {
          throw .clashingOutputPaths(path: file.path.text, other: other.text)
        }
        guard let known = pathOfFolderKey.updateValue(folder, forKey: key) else { continue }
        if known == folder { break }
        throw .clashingOutputPaths(path: folder.text, other: known.text)
      }
    }
  }
}
