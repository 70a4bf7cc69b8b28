import CanevasModel
package import CanevasReview
package import CanevasSource
import CanevasSyntax

/// Two states of documents compared, and what the states are called.
package struct ComparedStates: Sendable {
  package let old: Bilingual
  package let new: Bilingual
  package internal(set) var comparison: CatalogueComparison
}

extension FileSystem {
  /// Compares two files, whichever folder they are in. The null device, `/dev/null`, is a document
  /// that is not there.
  ///
  /// What kind of document they are is told by `path`, or by the end of their own path:
  /// `…/canvases/fiches/angel-me.md`; else they are taken for what they have most headings and keys
  /// of. Both have the path of the new one, so that they are two versions of one document.
  package func compare(
    _ old: String, _ new: String, as path: String? = nil
  ) throws(ProjectError) -> ComparedStates {
    let isThere = (old: old != nullDevice, new: new != nullDevice)
    let shown = path ?? (isThere.new ? new : old)
    let files = (
      old: isThere.old ? SourceFile(path: shown, bytes: try contents(of: old)) : nil,
      new: isThere.new ? SourceFile(path: shown, bytes: try contents(of: new)) : nil
    )
    let known = SourceFile(path: old, bytes: [])
    let id = DocumentID(guessing: [files.new, files.old].compactMap(\.self) + [known])
    guard files.old != nil || files.new != nil else {
      return ComparedStates(
        old: Bilingual(old, old), new: Bilingual(new, new), comparison: CatalogueComparison([]))
    }
    let comparison = DocumentComparison(
      old: files.old.map { TypedDocument(ParsedFile($0), id: id) },
      new: files.new.map { TypedDocument(ParsedFile($0), id: id) })
    let differs = files.old?.bytes != files.new?.bytes
    return ComparedStates(
      old: Bilingual(old, old), new: Bilingual(new, new),
      comparison: CatalogueComparison(differs ? [comparison] : []))
  }

  /// Compares the documents of two folders, by their paths in them. Documents that have another
  /// path are followed: those of the same name, those that say that they had it, those that have
  /// most of their text in common. `isBare` leaves the new folder out of the paths.
  package func compareFolders(
    _ old: String, _ new: String, isBare: Bool
  ) throws(ProjectError) -> ComparedStates {
    let olds = try documents(in: old, shownIn: isBare ? nil : old)
    let news = try documents(in: new, shownIn: isBare ? nil : new)
    var changes: [ChangedFile] = []
    for (path, file) in olds where news[path] == nil {
      changes.append(ChangedFile(old: file, new: nil))
    }
    for (path, file) in news where olds[path]?.bytes != file.bytes {
      // Two versions of one path are one document under the new one's.
      let former = olds[path].map { SourceFile(path: file.path, bytes: $0.bytes) }
      changes.append(ChangedFile(old: former, new: file))
    }
    changes.sort { $0.path.precedes($1.path) }
    return ComparedStates(
      old: Bilingual(old, old), new: Bilingual(new, new),
      comparison: comparison(of: followingRenames(followingNames(changes))))
  }

  /// The bytes of a file that an operand names; links are followed.
  private func contents(of path: String) throws(ProjectError) -> [UInt8] {
    guard case .bytes(let bytes) = try read(try resolve(path)) else {
      throw .notAFile(path: path)
    }
    return bytes
  }

  /// The documents below a folder by their paths in it.
  private func documents(
    in folder: String, shownIn shown: String?
  ) throws(ProjectError) -> [String: SourceFile] {
    var found: [String: SourceFile] = [:]
    var open = [""]
    while let inside = open.popLast() {
      let real = inside.isEmpty ? folder : join(folder, inside)
      for entry in try list(try resolve(real)) where entry.isUTF8 && !isLeftAlone(entry.name) {
        let path = inside.isEmpty ? entry.name : join(inside, entry.name)
        if entry.kind == .folder { open.append(path) }
        guard isDocument(path), entry.kind == .file || entry.kind == .link,
          case .bytes(let bytes)? = try? read(try resolve(join(folder, path)))
        else { continue }
        found[path] = SourceFile(path: shown.map { join($0, path) } ?? path, bytes: bytes)
      }
    }
    return found
  }
}

/// What stands for a file that is not there.
package let nullDevice = "/dev/null"

/// Compares documents, each read by what its path says that it is.
func comparison(of changes: [ChangedFile]) -> CatalogueComparison {
  CatalogueComparison(
    mapInParallel(changes.sorted { $0.path.precedes($1.path) }, chunk: 1) { change in
      DocumentComparison(old: change.old.map(document), new: change.new.map(document))
    })
}

private func document(_ file: SourceFile) -> TypedDocument {
  TypedDocument(ParsedFile(file), id: DocumentID(guessing: [file]))
}

/// The name of a file as a document's.
private func slugOfName(_ path: String) -> String {
  let name = split(path).name
  return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
}

/// The same changes, with a document that went and one that came as one where they have one name
/// and kind, or where the new one says that it had the old one's name.
private func followingNames(_ changes: [ChangedFile]) -> [ChangedFile] {
  var gone = changes.filter { $0.new == nil }.compactMap(\.old)
  var followed: [ChangedFile] = []
  for change in changes where change.old == nil {
    guard let new = change.new else { continue }
    let names = [slugOfName(new.path)] + formerNames(in: new)
    guard let place = gone.firstIndex(where: { names.contains(slugOfName($0.path)) }) else {
      continue
    }
    followed.append(ChangedFile(old: gone.remove(at: place), new: new))
  }
  let olds = Set(followed.compactMap(\.old))
  let news = Set(followed.compactMap(\.new))
  return followed
    + changes.filter { change in
      if change.new == nil { return change.old.map { !olds.contains($0) } ?? false }
      if change.old == nil { return change.new.map { !news.contains($0) } ?? false }
      return true
    }
}

/// The file names that a document says it had.
private func formerNames(in file: SourceFile) -> [String] {
  let values = document(file).head.metadata.entry(.formerName)?.values ?? []
  return values.map { slugOfName($0.text.plain) }
}
