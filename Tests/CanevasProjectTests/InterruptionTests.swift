import CanevasProject
import CanevasRender
import Dispatch
import Foundation
import Synchronization
import Testing

/// Publishes of which every operation fails in turn, or is the last one before the process dies.
@Suite struct InterruptionTests {
  /// A site and its successor, with all that can happen to a file between the two.
  static let former = [
    "same": "1", "changed": "1", "gone": "1", "leaves/x": "1", "becomes-folder": "1",
    "becomes-file/x": "1", "deep/er/x": "1",
  ]
  static let new = [
    "same": "1", "changed": "2", "comes/x": "2", "becomes-folder/x": "2", "becomes-file": "2",
    "deep/er/x": "22", "deep/er/y": "2",
  ]
  /// What a stranger put into the site.
  static let stranger = ["CNAME": "exemple.be", "leaves/mine": "mine"]

  static func prepared() throws -> Workplace {
    let place = try Workplace()
    try place.publish(former)
    for (path, text) in stranger { try place.folder.write("site/" + path, text) }
    return place
  }

  static let operations: Int = {
    let all = Faults(.none)
    _ = try? prepared().publish(new, on: all.fileSystem)
    return all.count
  }()

  static var faults: [Faults.Mode] {
    (0..<operations).map { .fail(at: $0) } + (0..<operations).map { .kill(at: $0) }
  }

  /// Whether every file of the site is whole: as in the former or as in the new one. A folder
  /// may be empty for a moment.
  static func isWhole(_ site: [String: String]) -> Bool {
    site.allSatisfy { path, text in
      let isFolder = path.hasSuffix("/")
      return isFolder || [former[path], new[path], stranger[path]].contains(text)
    } && stranger.allSatisfy { site[$0] == $1 }
  }

  @Test(arguments: faults) func leavesAWholeSite(_ mode: Faults.Mode) throws {
    let place = try Self.prepared()
    let before = place.folder.texts("site")
    let faults = Faults(mode)
    var error: ProjectError?
    do {
      try place.publish(Self.new, on: faults.fileSystem)
    } catch let failure as ProjectError {
      error = failure
    }

    let mended = Self.new.merging(Self.stranger) { $1 }
    let site = place.site()
    #expect(Self.isWhole(site))
    let isCommitted = place.folder.names(".site.canevas-staging").contains("journal")
    if let error {
      // Only moves that have begun are left to be completed.
      if !isCommitted { #expect(place.folder.texts("site") == before) }
      guard case .fail(let number) = mode else { return try mend(place, to: mended) }
      #expect(error.path == faults.path(number))
      #expect(isCommitted || place.leftovers.isEmpty || error.path.contains("staging"))
    } else {
      // All was done but for the tidying up.
      #expect(site == mended)
    }
    try mend(place, to: mended)
  }

  /// Publishes again, without faults.
  func mend(_ place: Workplace, to mended: [String: String]) throws {
    try place.publish(Self.new)
    #expect(place.site() == mended)
    #expect(place.leftovers.isEmpty)
    try place.publish([String: String]())
    #expect(place.site() == Self.stranger)
  }

  @Test(arguments: 0..<operations) func aDifferentSiteMayFollow(death: Int) throws {
    let place = try Self.prepared()
    _ = try? place.publish(Self.new, on: Faults(.kill(at: death)).fileSystem)
    try place.publish(Self.former)
    #expect(place.site() == Self.former.merging(Self.stranger) { $1 })
    #expect(place.leftovers.isEmpty)
  }

  @Test func nobodyEverSeesHalfAFile() throws {
    let place = try Self.prepared()
    let looks = Mutex(0)
    let watching = FileSystem { (_, _) throws(ProjectError) in
      #expect(Self.isWhole(place.site()))
      looks.withLock { $0 += 1 }
    }
    try place.publish(Self.new, on: watching)
    #expect(looks.withLock { $0 } == Self.operations)
  }

  @Test func aFirstSiteIsThereWholeOrNotAtAll() throws {
    let all = Faults(.none)
    try Workplace().publish(Self.new, on: all.fileSystem)
    for number in 0..<all.count {
      for mode in [Faults.Mode.fail(at: number), .kill(at: number)] {
        let place = try Workplace()
        _ = try? place.publish(Self.new, on: Faults(mode).fileSystem)
        #expect(place.site().isEmpty || place.site() == Self.new)
        try place.publish(Self.new)
        #expect(place.site() == Self.new)
        #expect(place.leftovers.isEmpty)
      }
    }
  }

  @Test func aRecoveryThatIsKilledIsRecovered() throws {
    let middle = try #require(try firstCommitted())
    let mended = Self.new.merging(Self.stranger) { $1 }
    for number in 0..<Self.operations {
      let place = try Self.prepared()
      _ = try? place.publish(Self.new, on: Faults(.kill(at: middle)).fileSystem)
      _ = try? place.publish(Self.new, on: Faults(.kill(at: number)).fileSystem)
      #expect(Self.isWhole(place.site()))
      try place.publish(Self.new)
      #expect(place.site() == mended && place.leftovers.isEmpty)
    }
  }

  /// The first operation whose death leaves a journal.
  func firstCommitted() throws -> Int? {
    try (0..<Self.operations).first { number in
      let place = try Self.prepared()
      _ = try? place.publish(Self.new, on: Faults(.kill(at: number)).fileSystem)
      return place.folder.names(".site.canevas-staging").contains("journal")
    }
  }

  @Test func aFilePutInBetweenIsNotWrittenOver() throws {
    let middle = try #require(try firstCommitted())
    let place = try Self.prepared()
    _ = try? place.publish(Self.new, on: Faults(.kill(at: middle)).fileSystem)
    try place.folder.write("site/comes/x", "mine")
    let path = place.folder.absolute("site/comes/x")
    #expect(throws: ProjectError.foreignFile(path: path)) { try place.publish(Self.new) }
    #expect(place.site()["comes/x"] == "mine")
    try place.folder.remove("site/comes")
    try mend(place, to: Self.new.merging(Self.stranger) { $1 })
  }

  @Test func aSiteThatWasDeletedMeanwhileIsMadeAnew() throws {
    let middle = try #require(try firstCommitted())
    let place = try Self.prepared()
    _ = try? place.publish(Self.new, on: Faults(.kill(at: middle)).fileSystem)
    try place.folder.remove("site")
    try place.publish(Self.new)
    #expect(place.site() == Self.new)
    #expect(place.leftovers.isEmpty)
  }

  @Test func aSecondBuildSaysThatTheFirstIsAtWork() throws {
    let place = try Self.prepared()
    let lock = place.folder.absolute(".site.canevas-staging/lock")
    let before = place.folder.texts("site")
    let refusals = Mutex(0)
    let slow = FileSystem { (operation, path) throws(ProjectError) in
      guard operation == .create, path.hasSuffix("journal.draft") else { return }
      #expect(throws: ProjectError.busy(path: lock)) { try place.publish(["other": "1"]) }
      #expect(place.folder.texts("site") == before)
      refusals.withLock { $0 += 1 }
    }
    try place.publish(Self.new, on: slow)
    #expect(refusals.withLock { $0 } == 1)
    #expect(place.site() == Self.new.merging(Self.stranger) { $1 })
  }

  @Test func buildsAtOnceNeverMixTheirFiles() throws {
    let place = try Workplace()
    let sites = (0..<4).map { number in
      Dictionary(uniqueKeysWithValues: (0..<40).map { ("p\($0 * (number + 1))", "\(number)") })
    }
    DispatchQueue.concurrentPerform(iterations: 40) { turn in
      do {
        try place.publish(sites[turn % 4])
      } catch let error as ProjectError {
        #expect(error == .busy(path: place.folder.absolute(".site.canevas-staging/lock")))
      } catch {
        Issue.record(error)
      }
    }
    #expect(sites.contains(place.site()))
    #expect(place.leftovers.isEmpty)
  }
}
