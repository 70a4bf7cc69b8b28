import Glibc

/// What the kernel tells of folders (inotify(7)).
final class Notifications {
  /// What became of the watched folders.
  enum News {
    case nothing
    /// Files in them changed.
    case files
    /// Folders came or went, or some news were lost: the folders are to be watched anew.
    case folders
  }

  let descriptor: Int32
  /// The kernel's number of each watched folder.
  private var watches: Set<Int32> = []
  private var rootWatch: Int32 = -1

  /// Fails where the kernel cannot tell, or where too much is watched already.
  init?() {
    let flags = Int32(truncatingIfNeeded: IN_NONBLOCK) | Int32(truncatingIfNeeded: IN_CLOEXEC)
    descriptor = inotify_init1(flags)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Watches the root, for what it holds itself, and these folders, and no others any more. Fails
  /// if the root is gone or the kernel watches too much already; any other folder that is gone was
  /// seen to go, or will be.
  func watch(_ root: String, _ folders: [String]) -> Bool {
    rootWatch = inotify_add_watch(descriptor, root, events)
    guard rootWatch >= 0 else { return false }
    var watches: Set<Int32> = [rootWatch]
    for folder in folders {
      let watch = inotify_add_watch(descriptor, folder, events)
      if watch >= 0 {
        watches.insert(watch)
      } else if errno != ENOENT, errno != ENOTDIR, errno != EACCES {
        return false
      }
    }
    for old in self.watches.subtracting(watches) { inotify_rm_watch(descriptor, old) }
    self.watches = watches
    return true
  }

  /// All that was told since the last call. Of the root, only those names count that `isRoot`
  /// knows; elsewhere all that are the catalogue's business.
  func take(isRoot: (String) -> Bool) -> News {
    var news = News.nothing
    withUnsafeTemporaryAllocation(byteCount: 64 * 1024, alignment: 8) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        var offset = 0
        while offset < count {
          let rest = UnsafeRawBufferPointer(rebasing: buffer[offset..<count])
          let event = rest.loadUnaligned(as: inotify_event.self)
          let start = MemoryLayout<inotify_event>.size
          let name = rest[start..<start + Int(event.len)].prefix { $0 != 0 }
          note(event, String(decoding: name, as: UTF8.self), isRoot, in: &news)
          offset += start + Int(event.len)
        }
      }
    }
    return news
  }

  private func note(
    _ event: inotify_event, _ name: String, _ isRoot: (String) -> Bool, in news: inout News
  ) {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      news = .folders
    } else if event.mask & UInt32(IN_IGNORED) != 0 || !watches.contains(event.wd) {
      // The kernel's word that a folder is watched no more; that it went was told before.
    } else if name.isEmpty {
      news = .folders
    } else if event.wd == rootWatch ? isRoot(name) : !isLeftAlone(name) {
      let isFolder = event.mask & UInt32(IN_ISDIR) != 0 || event.wd == rootWatch
      if isFolder { news = .folders } else if case .nothing = news { news = .files }
    }
  }
}

/// What is wanted of a folder. A file counts as written once it is closed, so that nobody reads a
/// half of it.
private let events =
  UInt32(IN_CREATE) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)
  | UInt32(IN_MOVED_TO) | UInt32(IN_ATTRIB) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
  | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW)
