import CanevasLink
package import CanevasSource

/// What is on the disk of a catalogue: its documents as bytes, and what is wrong with them as
/// files. Nothing is decoded.
package struct LoadedFiles: Hashable, Sendable {
  /// Every document, in the order of the paths' bytes. One that cannot be read is there too,
  /// without bytes, and a defect says why.
  package let files: [SourceFile]
  /// What is wrong, by the path of the file or folder relative to the root.
  package let defects: [String: [Defect]]
  /// The other regular files in the sources' folders, relative to the root.
  package let assets: Set<String>

  /// The documents, and the folders that cannot be listed: they are told of like a file that is
  /// no document.
  var sources: [SourceFile] {
    let listed = Set(files.map(\.path))
    let folders = defects.keys.filter { !listed.contains($0) }
    return files + folders.map { SourceFile(path: $0, bytes: []) }
  }

  /// A source's bytes and what is wrong with it as a file.
  struct State: Hashable {
    let file: SourceFile
    let defects: [Defect]
  }

  /// The sources by path.
  var states: [String: State] {
    Dictionary(
      sources.map { ($0.path, State(file: $0, defects: defects[$0.path] ?? [])) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A source parsed and lowered on its own.
  func reading(of file: SourceFile) -> ReadFile {
    ReadFile(file, defects: defects[file.path] ?? [])
  }
}

/// Reads a catalogue's sources.
package struct Loader: Sendable {
  private let root: CatalogueRoot
  private let fileSystem: FileSystem
  private let documentLimit: Int

  /// `documentLimit` is the size, in bytes, above which a document is not read.
  package init(root: CatalogueRoot, on fileSystem: FileSystem, documentLimit: Int) {
    self.root = root
    self.fileSystem = fileSystem
    self.documentLimit = documentLimit
  }

  /// Lists both folders, then reads the documents on all cores. Never fails: what cannot be
  /// listed or read is a defect of that folder or file.
  package func load() -> LoadedFiles {
    var listing = Listing(root: root, fileSystem: fileSystem)
    for folder in CatalogueRoot.folders { listing.visitSourceFolder(folder) }

    let documents = listing.documents.sorted { $0.path.precedes($1.path) }
    let readings = mapInParallel(documents, read)
    var defects = listing.defects
    for (document, reading) in zip(documents, readings) {
      guard let kind = reading.defect else { continue }
      defects[document.path, default: []].append(Defect(kind, ByteRange(at: 0)))
    }
    return LoadedFiles(files: readings.map(\.file), defects: defects, assets: listing.assets)
  }

  private func read(_ document: Listing.Document) -> (file: SourceFile, defect: Defect.Kind?) {
    guard let target = document.target else {
      return (SourceFile(path: document.path, bytes: []), nil)
    }
    var bytes: [UInt8] = []
    var defect: Defect.Kind?
    do throws(ProjectError) {
      switch try fileSystem.read(target, limit: documentLimit) {
      case .bytes(let read): bytes = read
      case .tooLarge: defect = .tooLarge(limit: documentLimit)
      case .notAFile: defect = .notAFile
      }
    } catch {
      defect = .unreadable(reason: error.reason)
    }
    return (SourceFile(path: document.path, bytes: bytes), defect)
  }
}

extension ProjectError {
  /// Why a source could not be read, for its defect.
  var reason: Bilingual {
    guard case .system(_, _, let reason) = self else { return message }
    return reason.words
  }
}
