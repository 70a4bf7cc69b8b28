import Glibc

/// What tells a file from a former one of the same name without its being read.
package struct FileMark: Hashable, Sendable {
  private let inode: UInt
  private let mode: UInt32
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  fileprivate init(_ system: stat) {
    inode = UInt(system.st_ino)
    mode = UInt32(system.st_mode)
    // A folder's time tells of files in it that may be nobody's business.
    let isFolder = system.st_mode & S_IFMT == S_IFDIR
    size = isFolder ? 0 : Int(system.st_size)
    seconds = isFolder ? 0 : Int(system.st_mtim.tv_sec)
    nanoseconds = isFolder ? 0 : Int(system.st_mtim.tv_nsec)
  }

  /// The mark as text.
  package var text: String { "\(inode) \(mode) \(size) \(seconds) \(nanoseconds)" }
}

extension FileSystem {
  /// The mark of what has this name; `nil` if nothing has.
  package func mark(_ path: String) -> FileMark? {
    var system = stat()
    return lstat(path, &system) == 0 ? FileMark(system) : nil
  }
}
