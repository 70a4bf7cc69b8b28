import CanevasSource

/// A walk through the sources' folders that opens no file.
struct Listing {
  struct Document: Sendable {
    /// Relative to the root.
    let path: String
    /// The absolute path to read it from; nil if it cannot be read, which a defect tells.
    let target: String?
  }

  private(set) var documents: [Document] = []
  private(set) var assets: Set<String> = []
  private(set) var defects: [String: [Defect]] = [:]

  private let root: CatalogueRoot
  private let fileSystem: FileSystem

  init(root: CatalogueRoot, fileSystem: FileSystem) {
    self.root = root
    self.fileSystem = fileSystem
  }

  /// A folder as the walk came to it.
  private struct Folder {
    /// Relative to the root, through the links on the way.
    let path: String
    /// Absolute, without links.
    let real: String
    let isLinked: Bool
  }

  /// Lists one of the two folders at the root, if it is there.
  mutating func visitSourceFolder(_ path: String) {
    let real = root.absolute(path)
    do throws(ProjectError) {
      switch try fileSystem.status(real)?.kind {
      case nil: break
      case .folder: visit(Folder(path: path, real: real, isLinked: false))
      case .link: try follow(path, real, from: Folder(path: "", real: root.path, isLinked: false))
      case .file, .other:
        record(.unreadable(reason: Bilingual("ce n'est pas un dossier", "not a folder")), path)
      }
    } catch {
      record(.unreadable(reason: error.reason), path)
    }
  }

  private mutating func visit(_ folder: Folder) {
    do throws(ProjectError) {
      for entry in try fileSystem.list(folder.real) where !isLeftAlone(entry.name) {
        visit(entry, in: folder)
      }
    } catch {
      record(.unreadable(reason: error.reason), folder.path)
    }
  }

  private mutating func visit(_ entry: FolderEntry, in folder: Folder) {
    let path = folder.path + "/" + entry.name
    let real = folder.real + "/" + entry.name
    guard entry.isUTF8 else {
      return record(.unreadable(reason: nameIsNotUTF8), path)
    }
    switch entry.kind {
    case .file:
      if isDocument(path) {
        documents.append(Document(path: path, target: real))
      } else {
        assets.insert(path)
      }
    case .folder where !isDocument(path):
      visit(Folder(path: path, real: real, isLinked: folder.isLinked))
    case .link:
      do throws(ProjectError) {
        try follow(path, real, from: folder)
      } catch {
        record(.strayLink, path)
      }
    case .folder, .other:
      if isDocument(path) { record(.notAFile, path) }
    }
  }

  /// Follows a link that stays in the sources' folders. Fails if it leads nowhere.
  ///
  /// In a folder that was itself come to by a link, links to folders are not followed: a few of
  /// them could otherwise name the same files in millions of ways.
  private mutating func follow(
    _ path: String, _ link: String, from folder: Folder
  ) throws(ProjectError) {
    let real = try fileSystem.resolve(link)
    guard CatalogueRoot.folders.contains(where: { isInside(real, root.absolute($0)) }) else {
      return record(.strayLink, path)
    }
    switch try fileSystem.status(real)?.kind {
    case .file where isDocument(path):
      documents.append(Document(path: path, target: real))
    case .file:
      assets.insert(path)
    case .folder where isDocument(path):
      record(.notAFile, path)
    case .folder where !folder.isLinked && !isInside(folder.real, real):
      visit(Folder(path: path, real: real, isLinked: true))
    case .folder, .link, .other, nil:
      record(.strayLink, path)
    }
  }

  /// Records a defect of a file or folder; a document is listed all the same, so that it is
  /// never skipped in silence.
  private mutating func record(_ kind: Defect.Kind, _ path: String) {
    defects[path, default: []].append(Defect(kind, ByteRange(at: 0)))
    if isDocument(path) { documents.append(Document(path: path, target: nil)) }
  }
}

/// Whether a path is a document's by its name.
func isDocument(_ path: String) -> Bool {
  path.utf8.reversed().starts(with: ".md".utf8.reversed())
}

/// Whether no folder or file on a path is one that the catalogue leaves alone.
func isRead(_ path: String) -> Bool {
  !path.split(separator: "/").contains { isLeftAlone(String($0)) }
}

/// Whether a path from the root is that of a document in the sources' folders, be there a file or
/// not.
func isSource(_ path: String) -> Bool {
  isDocument(path) && CatalogueRoot.folders.contains { path.hasPrefix($0 + "/") } && isRead(path)
    && !path.split(separator: "/", omittingEmptySubsequences: false).contains { $0.isEmpty }
}

/// Whether a file or folder of this name is none of the catalogue's business: hidden, put aside
/// with `_`, a forge's page on the folder, or an editor's backup.
func isLeftAlone(_ name: String) -> Bool {
  if name.hasPrefix(".") || name.hasPrefix("_") || name == "README.md" { return true }
  if name.hasPrefix("#") && name.hasSuffix("#") { return true }
  return ["~", ".bak", ".orig", ".swp", ".tmp"].contains { name.hasSuffix($0) }
}

/// Why a file whose name is no text is not opened.
let nameIsNotUTF8 = Bilingual("son nom n'est pas en UTF-8", "its name is not UTF-8")
