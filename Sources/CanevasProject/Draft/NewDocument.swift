package import CanevasDraft
import CanevasLink
import CanevasModel
import CanevasRender
import CanevasSource
import CanevasTemplate

/// A document that was just begun.
package struct NewDocument: Hashable, Sendable {
  /// Relative to the catalogue's root.
  package let path: String
  /// The path that its title asked for, where another file has or had it.
  package let takenPath: String?
}

extension Session {
  /// Writes a blank into the folder of its kind, under a name that no document there has or had.
  /// `folder` may hold a template of the author's own.
  package func begin(
    _ blank: Blank, in checked: Checked, templates folder: String? = nil
  ) throws(ProjectError) -> NewDocument {
    let templates = PageTemplates(try templateFiles(folder))
    if let mistake = templates.mistakes.first { throw .faultyTemplate(path: mistake.file.path) }
    let place = root.absolute(blank.kind.folder)
    var made: [String] = []
    try fileSystem.makeFolders(place, &made)
    var taken = TakenNames(
      of: blank.kind, in: checked.catalogue,
      others: try fileSystem.list(try fileSystem.resolve(place)).map(\.name))
    while true {
      let (slug, wanted) = taken.free(for: blank.title)
      let path = "\(blank.kind.folder)/\(slug).md"
      if try fileSystem.create(
        root.absolute(path), with: blank.text(for: path, from: templates.set))
      {
        let takenPath = slug == wanted ? nil : "\(blank.kind.folder)/\(wanted).md"
        return NewDocument(path: path, takenPath: takenPath)
      }
      // Somebody else was faster.
      taken.insert(slug)
    }
  }
}
