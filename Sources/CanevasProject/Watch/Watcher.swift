/// Tells that something among a catalogue's sources may have changed: a file was written, made,
/// moved or removed. What it was, whoever asks finds out by looking.
///
/// The kernel tells it where it can (inotify). Where it cannot, or as one that asks for `polling`
/// wants it, as on folders that other machines write to, the watcher looks by itself each time that
/// it is asked, which should be every `period`.
package struct Watcher {
  /// How often to ask a watcher without a descriptor, in milliseconds.
  package static let period: Int32 = 400

  private let root: CatalogueRoot
  private let others: [String]
  private let fileSystem: FileSystem
  /// `nil` once the watcher looks by itself.
  private var notifications: Notifications?
  /// What a look at all sources last showed, by path.
  private var seen: [String: FileMark] = [:]

  /// `others` are folders outside of the catalogue whose own files are watched as well.
  package init(
    root: CatalogueRoot, others: [String] = [], on fileSystem: FileSystem, polling: Bool = false
  ) {
    self.root = root
    // With a dot behind it, a link is followed.
    self.others = others.map { join($0, ".") }
    self.fileSystem = fileSystem
    notifications = polling ? nil : Notifications()
    watchAll()
  }

  /// What to wait on, for reading, with `poll(2)`; `nil` if there is nothing to be waited on and
  /// the watcher is to be asked every `period`. To be asked for anew before each wait.
  package var descriptor: Int32? { notifications?.descriptor }

  /// Whether something may have changed since the last call. Never waits.
  package mutating func takeChange() -> Bool {
    guard let notifications else {
      let now = survey()
      defer { seen = now }
      return now != seen
    }
    switch notifications.take(isRoot: CatalogueRoot.folders.contains) {
    case .nothing: return false
    case .files: return true
    case .folders:
      watchAll()
      return true
    }
  }

  /// Watches the folders that there are now; what the kernel refuses is looked at instead.
  private mutating func watchAll() {
    var folders = sourceFolders()
    while let notifications {
      guard notifications.watch(root.path, folders) else {
        self.notifications = nil
        break
      }
      // Of a folder made before the one around it was watched, nobody told.
      let now = sourceFolders()
      if now == folders { return }
      folders = now
    }
    seen = survey()
  }

  /// Every folder that sources are read from, absolute. A link is not followed: it leads to another
  /// of these folders, or is none of the catalogue's.
  private func sourceFolders() -> [String] {
    var folders = others
    var rest = CatalogueRoot.folders.map(root.absolute)
    while let folder = rest.popLast() {
      guard let entries = try? fileSystem.list(folder) else { continue }
      folders.append(folder)
      rest += entries.filter { $0.kind == .folder && !isLeftAlone($0.name) }
        .map { join(folder, $0.name) }
    }
    return folders
  }

  /// What is there now.
  private func survey() -> [String: FileMark] {
    var marks: [String: FileMark] = [:]
    for folder in sourceFolders() {
      for entry in (try? fileSystem.list(folder)) ?? [] where !isLeftAlone(entry.name) {
        let path = join(folder, entry.name)
        marks[path] = fileSystem.mark(path)
      }
    }
    return marks
  }
}
