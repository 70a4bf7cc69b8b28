import CanevasProject
import Foundation
import Synchronization
import Testing

/// A folder of a test's own under the system's temporary directory, gone with the value.
final class TestFolder: Sendable {
  /// Absolute, without links.
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("canevas-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = try FileSystem().resolve(folder.path)
  }

  /// A folder that holds a catalogue with nothing but its sheet.
  static func catalogue() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write("canvases/catalogue.md", "# Catalogue\n")
    return folder
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func absolute(_ relative: String) -> String {
    path + "/" + relative
  }

  func makeFolder(_ relative: String) throws {
    try FileManager.default.createDirectory(
      atPath: absolute(relative), withIntermediateDirectories: true)
  }

  /// Writes a file, making the folders above it.
  func write(_ relative: String, _ text: String) throws {
    try write(relative, Data(text.utf8))
  }

  func write(_ relative: String, _ data: Data) throws {
    let url = URL(fileURLWithPath: absolute(relative))
    try makeFolder(String(relative.split(separator: "/").dropLast().joined(separator: "/")))
    try data.write(to: url)
  }

  func link(_ relative: String, to target: String) throws {
    try makeFolder(String(relative.split(separator: "/").dropLast().joined(separator: "/")))
    try FileManager.default.createSymbolicLink(
      atPath: absolute(relative), withDestinationPath: target)
  }

  /// Runs git in the folder, as somebody whom git lets commit and who has no other settings.
  func git(_ arguments: String..., status: Int32 = 0) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    process.arguments = ["git", "-C", path] + identity + arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    ]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == status, "git \(arguments)")
  }

  func remove(_ relative: String) throws {
    try FileManager.default.removeItem(atPath: absolute(relative))
  }

  /// The texts of all files below a folder, by path; `→ target` stands for a link, and nothing
  /// for an empty folder, whose path ends in `/`.
  func texts(_ relative: String = "") -> [String: String] {
    let base = absolute(relative)
    var texts: [String: String] = [:]
    for path in FileManager.default.enumerator(atPath: base)?.allObjects ?? [] {
      guard let path = path as? String else { continue }
      let full = base + "/" + path
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: full) {
        texts[path] = "→ " + target
      } else if let data = try? Data(contentsOf: URL(fileURLWithPath: full)) {
        texts[path] = String(decoding: data, as: UTF8.self)
      } else if names(relative + "/" + path).isEmpty {
        texts[path + "/"] = ""
      }
    }
    return texts
  }

  /// The names in a folder.
  func names(_ relative: String = "") -> Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: absolute(relative))) ?? [])
  }

  /// What tells whether a file was written anew: its inode and its time of modification.
  func identity(_ relative: String) throws -> [Int] {
    var status = stat()
    guard lstat(absolute(relative), &status) == 0 else { throw POSIXError(.ENOENT) }
    return [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
  }
}

/// Lets the operations of a file system fail, and counts them.
final class Faults: Sendable {
  enum Mode: Hashable, Sendable {
    case none
    /// The operation of this number fails, and no other.
    case fail(at: Int)
    /// From the operation of this number on nothing works: to the disk, the process is dead.
    case kill(at: Int)
  }

  private let mode: Mode
  private let performed = Mutex<[(operation: FileSystem.Operation, path: String)]>([])

  init(_ mode: Mode) {
    self.mode = mode
  }

  var count: Int { performed.withLock { $0.count } }

  /// The path of an operation, by its number.
  func path(_ number: Int) -> String { performed.withLock { $0[number].path } }

  var fileSystem: FileSystem {
    FileSystem { (operation, path) throws(ProjectError) in
      let number = self.performed.withLock { performed in
        performed.append((operation, path))
        return performed.count - 1
      }
      let fails =
        switch self.mode {
        case .none: false
        case .fail(let at): number == at
        case .kill(let at): number >= at
        }
      if fails { throw .system(operation, path: path, SystemReason(code: EIO)) }
    }
  }
}
