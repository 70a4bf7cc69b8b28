import CanevasDraft
import CanevasSource

/// A catalogue that was just begun.
package struct StartedCatalogue: Hashable, Sendable {
  /// Settings that the folder had already.
  package struct Kept: Hashable, Sendable {
    package let path: String
    /// The lines of a new catalogue's settings that these do not have.
    package let missing: [String]
  }

  /// The files' paths.
  package fileprivate(set) var written: [String] = []
  package fileprivate(set) var kept: [Kept] = []
}

extension FileSystem {
  /// Starts a catalogue in a folder, which is made if it is missing. Nothing is written if one of
  /// the documents is there already, or if the folder lies in a catalogue. Settings of git and text
  /// editors that are there already stay as they are.
  package func startCatalogue(in folder: String) throws(ProjectError) -> StartedCatalogue {
    try refuseCatalogue(around: folder)
    let templates = embeddedTemplates()
    func copies(_ files: [(path: String, template: String)]) -> [(path: String, bytes: [UInt8])] {
      files.map { (path: join(folder, $0.path), bytes: templates[$0.template]?.bytes ?? []) }
    }
    var files = copies(NewCatalogue.documents)
    for file in files where try status(file.path) != nil { throw .exists(path: file.path) }
    var catalogue = StartedCatalogue()
    for file in copies(NewCatalogue.settings) {
      if try status(file.path) == nil {
        files.append(file)
      } else {
        let missing = try lines(of: file.bytes, missingIn: file.path)
        catalogue.kept.append(StartedCatalogue.Kept(path: file.path, missing: missing))
      }
    }
    catalogue.written = try writeAll(files)
    return catalogue
  }

  /// The lines of settings, without comments, that a file does not have.
  private func lines(
    of settings: [UInt8], missingIn path: String
  ) throws(ProjectError) -> [String] {
    var existing: [UInt8] = []
    if try status(path)?.kind == .file, case .bytes(let bytes) = try read(path) { existing = bytes }
    func lines(_ bytes: [UInt8]) -> [String] {
      bytes.split { isLineEnd($0) }.map { String(decoding: $0, as: UTF8.self) }
    }
    let present = Set(lines(existing))
    return lines(settings).filter { !$0.hasPrefix("#") && !present.contains($0) }
  }

  /// Writes new files, all or none; gives their paths.
  private func writeAll(
    _ files: [(path: String, bytes: [UInt8])]
  ) throws(ProjectError) -> [String] {
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
