@testable import CanevasProject
import CanevasRender
import CanevasTestSupport
import Foundation
import Synchronization
import Testing

/// What the publisher promises: a site is seen whole or not at all, and nothing that others made
/// is touched.
@Suite struct PublisherTests {
  private let folder = TemporaryFolder()
  private var site: String { folder.path + "/_site" }

  private func publish(
    _ pages: [String: String], interposing: FileSystem.Interposer? = nil
  ) throws -> PublishReport {
    let files = pages.sorted { $0.key < $1.key }.map {
      OutputFile(path: $0, .bytes(Array($1.utf8)))
    }
    return try Publisher(FileSystem(interposing: interposing), root: folder.path)
      .publish(files, to: site)
  }

  /// The site's files without the manifest.
  private var pages: [String: String] {
    folder.files(in: "_site").filter { $0.key != ".canevas-manifest" }
  }

  private static let first = ["index.html": "un", "fiches/a.html": "a", "fiches/b.html": "b"]
  private static let second = ["index.html": "deux", "fiches/a.html": "a", "themes/c.html": "c"]

  @Test func aFirstPublicationWritesEverything() throws {
    #expect(try publish(Self.first) == PublishReport(written: 3))
    #expect(pages == Self.first)
    #expect(Set(folder.files().keys.map { $0.split(separator: "/")[0] }) == ["_site"])
  }

  @Test func aSecondOneWritesWhatChangedAndRemovesWhatIsGone() throws {
    _ = try publish(Self.first)
    let before = try modified("fiches/a.html")
    let report = try publish(Self.second)
    #expect(report == PublishReport(written: 2, unchanged: 1, removed: 1))
    #expect(pages == Self.second)
    #expect(try modified("fiches/a.html") == before)
  }

  @Test func foldersThatEmptyAreRemoved() throws {
    _ = try publish(["index.html": "un", "cas/a.html": "a"])
    _ = try publish(["index.html": "un"])
    #expect(!FileManager.default.fileExists(atPath: site + "/cas"))
  }

  @Test func filesOfOthersStay() throws {
    _ = try publish(Self.first)
    try folder.write("à moi", to: "_site/fiches/note.txt")
    try folder.write("à moi", to: "_site/CNAME")
    _ = try publish(["index.html": "un"])
    #expect(pages == ["index.html": "un", "fiches/note.txt": "à moi", "CNAME": "à moi"])
  }

  @Test func aFolderOfOthersIsRefused() throws {
    try folder.write("à moi", to: "_site/photo.txt")
    #expect(throws: ProjectError(.foreignFolder, path: site)) { try publish(Self.first) }
    #expect(pages == ["photo.txt": "à moi"])
  }

  @Test func aFileOfOthersInAPagesPlaceIsRefusedBeforeAnythingChanges() throws {
    _ = try publish(Self.first)
    try folder.write("à moi", to: "_site/themes/c.html")
    let before = pages
    #expect(throws: ProjectError(.foreignFile, path: site + "/themes/c.html")) {
      try publish(Self.second)
    }
    #expect(pages == before)
  }

  @Test func aLinkPutIntoTheSiteIsNotWrittenThrough() throws {
    _ = try publish(["index.html": "un"])
    try folder.write("à moi", to: "ailleurs/c.html")
    try FileManager.default.createSymbolicLink(
      atPath: site + "/themes", withDestinationPath: folder.path + "/ailleurs")
    #expect(throws: ProjectError.self) { try publish(Self.second) }
    #expect(folder.files(in: "ailleurs") == ["c.html": "à moi"])
  }

  @Test(arguments: ["", "/canvases", "/canvases/sous", "/seeds", "/.."])
  func anOutputAmongTheSourcesIsRefused(output: String) throws {
    try folder.write("# Titre", to: "canvases/catalogue.md")
    let publisher = Publisher(FileSystem(), root: folder.path)
    let page = [OutputFile(path: "index.html", .bytes([]))]
    #expect(throws: ProjectError.self) { try publisher.publish(page, to: folder.path + output) }
    #expect(folder.files(in: "canvases") == ["catalogue.md": "# Titre"])
  }

  /// Each operation of a publication is made to fail in turn: the former site stays or, once the
  /// journal is down, the next publication finishes the move.
  @Test func everyFailureLeavesASiteThatIsWhole() throws {
    var failing = 0
    while true {
      let place = TemporaryFolder()
      let published = try attempt(in: place, failingAt: failing, previous: Self.first)
      if published { break }
      failing += 1
    }
    #expect(failing > 20)
  }

  /// The same for a first publication: there is no site, or all of it.
  @Test func everyFailureOfAFirstPublicationLeavesNothingHalfMade() throws {
    var failing = 0
    while try !attempt(in: TemporaryFolder(), failingAt: failing, previous: nil) { failing += 1 }
    #expect(failing > 10)
  }

  /// Publishes over a former site while the operation of a number fails, then once more without
  /// failing; says whether the number was beyond the last operation.
  private func attempt(
    in place: TemporaryFolder, failingAt failing: Int, previous: [String: String]?
  ) throws -> Bool {
    let site = place.path + "/_site"
    func files(_ pages: [String: String]) -> [OutputFile] {
      pages.sorted { $0.key < $1.key }.map { OutputFile(path: $0, .bytes(Array($1.utf8))) }
    }
    func content() -> [String: String] {
      place.files(in: "_site").filter { $0.key != ".canevas-manifest" }
    }
    if let previous {
      _ = try Publisher(FileSystem(), root: place.path).publish(files(previous), to: site)
    }
    let count = Mutex(0)
    let fileSystem = FileSystem { operation, path throws(ProjectError) in
      let number = count.withLock { count in
        count += 1
        return count - 1
      }
      // From the failing operation on nothing works any more, as after a kill.
      guard number < failing else {
        throw ProjectError(.refused(operation, reason: "essai"), path: path)
      }
    }
    var isDone = false
    do {
      _ = try Publisher(fileSystem, root: place.path).publish(files(Self.second), to: site)
      isDone = true
    } catch {
      #expect(!error.path.isEmpty)
    }
    let journal = place.path + "/._site.canevas-staging/journal"
    if !isDone, !FileManager.default.fileExists(atPath: journal) {
      let seen = content()
      #expect(seen == previous ?? [:] || seen == Self.second)
    }
    _ = try Publisher(FileSystem(), root: place.path).publish(files(Self.second), to: site)
    #expect(content() == Self.second)
    #expect(place.files().keys.allSatisfy { $0.hasPrefix("_site/") })
    return isDone
  }

  private func modified(_ page: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: site + "/" + page)[.modificationDate] as? Date
  }
}
