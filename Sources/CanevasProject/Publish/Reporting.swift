import CanevasLink
import CanevasModel
package import CanevasSource
import CanevasSyntax

extension Session {
  /// Puts a report into a file, whole or not at all, or into a pipe or a device. A source is never
  /// written over.
  package func deliver(_ report: [UInt8], to path: String) throws(ProjectError) {
    let destination = try fileSystem.destination(path)
    if case .file(let file) = destination,
      CatalogueRoot.folders.contains(where: { isInside(file, root.absolute($0)) })
    {
      throw .reportAmongSources(path: path)
    }
    try fileSystem.deliver(report, to: destination)
  }

  /// Where the catalogue lies in its repository, which is how services name its files.
  package func folderInRepository() throws(ProjectError) -> String {
    try root.folderInRepository(on: fileSystem)
  }
}

extension Session.Checked {
  /// The heading that a place stands under, as its author wrote it.
  package func section(at location: Location) -> String? {
    guard let id = DocumentID(path: location.path), let index = catalogue.index(of: id),
      // Of two files of one name, one is no document.
      catalogue.documents[index].file.path == location.path
    else { return nil }
    return catalogue.documents[index].section(at: location.range.lowerBound)
      .map { $0.heading.text.plain }
  }
}
