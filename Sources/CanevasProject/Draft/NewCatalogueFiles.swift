import CanevasDraft
import CanevasSource

extension FileSystem {
  /// Starts a catalogue in a folder, which is made if it is missing. Nothing is written if one of
  /// the files is there already, or if the folder lies in a catalogue. Gives the files' paths.
  package func startCatalogue(in folder: String) throws(ProjectError) -> [String] {
    try refuseCatalogue(around: folder)
    let templates = embeddedTemplates()
    let files = NewCatalogue.files.map { file in
      (path: join(folder, file.path), bytes: templates[file.template]?.bytes ?? [])
    }
    for file in files where try status(file.path) != nil { throw .exists(path: file.path) }
    var made: [String] = []
    var written: [String] = []
    do throws(ProjectError) {
      for file in files {
        try makeFolders(split(file.path).folder, &made)
        guard try create(file.path, with: file.bytes) else { throw .exists(path: file.path) }
        written.append(file.path)
      }
    } catch {
      // Half a catalogue would keep the next attempt from making a whole one.
      do throws(ProjectError) {
        for path in written { try removeFile(path) }
        for path in made.reversed() { _ = try removeFolder(path) }
      } catch {}
      throw error
    }
    return written
  }

  private func refuseCatalogue(around folder: String) throws(ProjectError) {
    var nearest = folder
    while try status(nearest) == nil {
      let above = split(nearest).folder
      nearest = above.isEmpty ? "." : above
    }
    let root: CatalogueRoot
    do throws(ProjectError) {
      root = try CatalogueRoot(nearestTo: nearest, on: self)
    } catch {
      if case .noCatalogue = error { return }
      throw error
    }
    throw .insideCatalogue(root: root.path)
  }
}
