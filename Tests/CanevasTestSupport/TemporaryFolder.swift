package import Foundation

/// A folder of a test's own, removed with all that is in it when the test lets go of it.
package final class TemporaryFolder: Sendable {
  /// Absolute, without symbolic links.
  package let path: String

  package init() {
    let name = "canevas-\(UUID().uuidString)"
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: name)
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path(percentEncoded: false)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, its folders made.
  package func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  package func write(_ data: Data, to name: String) throws {
    let file = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// The files below a folder, hidden ones too: their paths in it and their texts.
  package func files(in folder: String = "") -> [String: String] {
    let root = folder.isEmpty ? path : path + "/" + folder
    var files: [String: String] = [:]
    for name in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? [] {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder)
      guard !isFolder.boolValue else { continue }
      let data = FileManager.default.contents(atPath: root + "/" + name) ?? Data()
      files[name] = String(decoding: data, as: UTF8.self)
    }
    return files
  }
}
