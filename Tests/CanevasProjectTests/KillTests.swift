import Foundation
import Testing

/// The real program, killed at any moment. Of a build, the site is the former one or, after the
/// next build, the new one; it never stays in between. Of a fix, every file is whole.
@Suite struct KillTests {
  /// The program, which stands beside the tests' own bundle.
  private static let program: URL? = {
    let folders =
      Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent().path }
      + [URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path]
    return folders.map { URL(filePath: $0).appending(path: "canevas") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }()

  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  private func write(actors: Int, text: String) throws {
    try folder.write("canvases/catalogue.md", "# Catalogue\n\n- Langue : fr\n")
    for number in 0..<actors {
      try folder.write(
        "canvases/acteurs/acteur-\(number).md",
        "# Acteur \(number)\n\n- Type : réseau\n\n## PRÉSENTATION\n\n\(text)\n")
    }
  }

  /// Runs a build; kills it after so many microseconds unless that is `nil`.
  private var program: URL? { Self.program }

  private func build(killedAfter delay: UInt32?) throws -> Int32 {
    try run(["build"], killedAfter: delay)
  }

  private func run(_ arguments: [String], killedAfter delay: UInt32?) throws -> Int32 {
    let program: URL = try #require(Self.program)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments + ["-C", folder.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let delay {
      usleep(delay)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    return process.terminationStatus
  }

  private var site: [String: String] {
    folder.texts("_site").filter { $0.key != ".canevas-manifest" }
  }

  @Test func aKilledBuildLeavesASiteThatIsWhole() throws {
    // The words keep their first letters, and so the site its files.
    try write(actors: 60, text: "Deux.")
    #expect(try build(killedAfter: nil) == 0)
    let former = site
    for round in 0..<15 {
      try write(actors: 60, text: "Deux, \(round).")
      _ = try build(killedAfter: UInt32(4_000 + round * 9_000))
      let seen = site
      #expect(seen.count == former.count)
      #expect(seen.values.allSatisfy { $0.hasSuffix("</html>\n") || !$0.hasPrefix("<!DOCTYPE") })
      #expect(try build(killedAfter: nil) == 0)
      #expect(site["acteurs/acteur-7.html"]?.contains("Deux, \(round).") == true)
      #expect(site.count == former.count)
    }
    let besides = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(besides) == ["canvases", "_site"])
  }

  @Test func aKilledFixLeavesEveryFileWhole() throws {
    let filler = String(repeating: "Un acteur du quartier, parmi d'autres. ", count: 200)
    try write(actors: 80, text: filler)
    let good = folder.texts("canvases")
    let slips = good.mapValues { $0.replacing("## PRÉSENTATION", with: "## Présentation :") }
    for round in 0..<15 {
      for (path, text) in slips { try folder.write("canvases/" + path, text) }
      _ = try run(["check", "--fix"], killedAfter: UInt32(4_000 + round * 6_000))
      for (path, text) in folder.texts("canvases") where !path.contains("canevas-draft") {
        #expect([good[path], slips[path]].contains(text), "\(path) in round \(round)")
      }
      #expect(try run(["check", "--fix"], killedAfter: nil) == 0)
      #expect(folder.texts("canvases") == good)
    }
  }
}
