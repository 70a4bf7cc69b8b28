import CanevasSource
import Glibc

extension Session {
  /// Whether the `canevas` that a bare command runs is this one, or one of the same version.
  func remarksOnProgram(_ surroundings: Surroundings) -> [Examination.Remark] {
    guard let own = try? fileSystem.resolve("/proc/self/exe"),
      let found = firstOnPath("canevas", surroundings.variable("PATH")), found != own,
      let process = try? Subprocess([found, "--version"])
    else { return [] }
    let version =
      String(decoding: process.output, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).last.map(String.init) ?? "?"
    guard version != surroundings.version else { return [] }
    return [
      Examination.Remark(
        .warning,
        Bilingual(
          "la commande « canevas » lance « \(found) », de version \(version)",
          "the command “canevas” runs “\(found)”, of version \(version)"),
        remedy: Bilingual(
          "installez une seule version, ou mettez « \(split(own).folder) » en tête de PATH",
          "install one version alone, or put “\(split(own).folder)” first in PATH"))
    ]
  }

  /// The program that a bare command runs, without links.
  func firstOnPath(_ name: String, _ searchPath: String?) -> String? {
    let folders = (searchPath ?? "").split(separator: ":").map(String.init)
    return folders.map { join($0, name) }.first { access($0, X_OK) == 0 }
      .flatMap { try? fileSystem.resolve($0) }
  }

  /// Whether the site can be published where it goes.
  func remarksOnOutput(_ path: String) -> [Examination.Remark] {
    do throws(ProjectError) {
      let folder = try OutputFolder(path, root: root, on: fileSystem)
      _ = try folder.state()
      // The nearest folder that exists has to take new ones.
      var above = split(folder.path).folder
      while try fileSystem.status(above) == nil { above = split(above).folder }
      guard access(above, W_OK) == 0 else {
        throw .system(.create, path: folder.path, SystemReason(code: errno))
      }
      return []
    } catch {
      return [
        Examination.Remark(
          .error, error.message,
          remedy: Bilingual("canevas build --out DOSSIER", "canevas build --out FOLDER"))
      ]
    }
  }
}
