import CanevasModel
package import CanevasReview
import CanevasSource

extension Merge.Input {
  /// Three versions of a document as files, wherever they lie; links are followed. `path`, where it
  /// is given, is the document's own.
  package init(
    base: String, ours: String, theirs: String, of path: String?, on fileSystem: FileSystem
  ) throws(ProjectError) {
    let base = try fileSystem.readVersion(base)
    let ours = try fileSystem.readVersion(ours)
    let theirs = try fileSystem.readVersion(theirs)
    let known = path.map { [SourceFile(path: $0, bytes: [])] } ?? []
    // Free headings, where nothing tells the kind.
    let id = DocumentID(guessing: known + [ours, theirs, base])
    self.init(base: base, ours: ours, theirs: theirs, id: id)
  }
}

extension FileSystem {
  fileprivate func readVersion(_ path: String) throws(ProjectError) -> SourceFile {
    guard case .bytes(let bytes) = try read(try resolve(path)) else {
      throw .notAFile(path: path)
    }
    return SourceFile(path: path, bytes: bytes)
  }
}
