import CanevasSource
import Glibc

/// What a path that is to be written to stands for.
enum Destination: Hashable, Sendable {
  /// A file by its absolute path without links; it may not exist yet.
  case file(String)
  /// A pipe or a device, or something that cannot be written to.
  case stream(String)
}

extension FileSystem {
  /// Where what is written to a path will go. Links are followed.
  func destination(_ path: String) throws(ProjectError) -> Destination {
    guard try status(path) != nil else {
      let (folder, name) = split(path)
      return .file(join(try resolve(folder.isEmpty ? "." : folder), name))
    }
    var system = stat()
    _ = try perform(.status, path) { Int(stat(path, &system)) }
    guard FileStatus(system).kind == .file else { return .stream(path) }
    return .file(try resolve(path))
  }

  /// Writes to a destination: a file appears or changes whole or not at all, whoever reads it
  /// meanwhile.
  func deliver(_ bytes: [UInt8], to destination: Destination) throws(ProjectError) {
    switch destination {
    case .file(let path): try replace(path, with: bytes)
    case .stream(let path): try stream(bytes, to: path)
    }
  }

  /// Puts bytes into a file, whole or not at all, or into a pipe or a device.
  package func deliver(_ bytes: [UInt8], to path: String) throws(ProjectError) {
    try deliver(bytes, to: try destination(path))
  }

  private func stream(_ bytes: [UInt8], to path: String) throws(ProjectError) {
    try announce(.open, path)
    let flags = O_WRONLY | O_NOCTTY | O_CLOEXEC
    let descriptor = Int32(try perform(.open, path) { Int(open(path, flags)) })
    defer { close(descriptor) }
    try announce(.write, path)
    try writeAll(bytes, to: descriptor, path)
  }
}
