import CanevasCheck
import CanevasProject
import CanevasSource
import Foundation
import Synchronization
import Testing

/// Mending files on a real disk.
@Suite struct FixTests {
  private static let slips =
    "\u{FEFF}# CPAS\n\n- Type : réseau\n\n## Présentation :\n\nUn acteur.\n"
  private static let good = "# CPAS\n\n- Type : réseau\n\n## PRÉSENTATION\n\nUn acteur.\n"
  private static let path = "canvases/acteurs/cpas.md"

  private let folder: TestFolder

  init() throws {
    folder = try TestFolder.catalogue()
    try folder.write(Self.path, Self.slips)
  }

  private func session(_ fileSystem: FileSystem = FileSystem()) throws -> Session {
    Session(root: try CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: fileSystem)
  }

  private func text(_ path: String = path) -> String? { folder.texts()[path] }

  private var drafts: [String] { folder.texts().keys.filter { $0.contains("canevas-draft") } }

  @Test func writesWhatIsMended() throws {
    let fixed = try session().fix(Session.Selection())
    #expect(fixed.made.map(\.finding.code) == ["marque-d-ordre", "titre-variante"])
    #expect(fixed.fileCount == 1)
    #expect(fixed.refused == [] && fixed.unsettled == [])
    #expect(text() == Self.good)
    #expect(drafts == [])
    #expect(try session().check().diagnostics.allSatisfy { $0.severity == .info })
  }

  @Test func aSecondRunWritesNothing() throws {
    _ = try session().fix(Session.Selection())
    let identity = try folder.identity(Self.path)
    let fixed = try session().fix(Session.Selection())
    #expect(fixed.made == [])
    #expect(try folder.identity(Self.path) == identity)
  }

  @Test func keepsToThePaths() throws {
    try folder.write("canvases/acteurs/autre.md", Self.slips.replacing("CPAS", with: "Autre"))
    var selection = Session.Selection()
    selection.paths = [folder.absolute("canvases/acteurs/autre.md")]
    _ = try session().fix(selection)
    #expect(text() == Self.slips)
    #expect(text("canvases/acteurs/autre.md") == Self.good.replacing("CPAS", with: "Autre"))
  }

  @Test func keepsLineEnds() throws {
    try folder.write(Self.path, Self.slips.replacing("\n", with: "\r\n"))
    _ = try session().fix(Session.Selection())
    #expect(text() == Self.good.replacing("\n", with: "\r\n"))
  }

  @Test(arguments: [0o600, 0o644, 0o755]) func keepsTheMode(mode: Int) throws {
    let file = folder.absolute(Self.path)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    _ = try session().fix(Session.Selection())
    #expect(text() == Self.good)
    let kept = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(kept == mode)
  }

  @Test func followsLinksAsTheLoaderDoes() throws {
    try folder.write("canvases/_textes/cpas.txt", Self.slips)
    try folder.remove(Self.path)
    try folder.link(Self.path, to: "../_textes/cpas.txt")
    let fixed = try session().fix(Session.Selection())
    #expect(fixed.refused == [])
    #expect(text() == "→ ../_textes/cpas.txt")
    #expect(text("canvases/_textes/cpas.txt") == Self.good)
  }

  @Test func twoNamesOfOneFileAreMendedTogether() throws {
    try folder.link("canvases/acteurs/encore.md", to: "cpas.md")
    let fixed = try session().fix(Session.Selection())
    #expect(fixed.refused == [])
    #expect(text() == Self.good)
    #expect(text("canvases/acteurs/encore.md") == "→ cpas.md")
  }

  @Test func leavesWhatWasSavedMeanwhile() throws {
    let saved = "# CPAS, par un éditeur\n"
    let meddling = FileSystem { (operation, path) throws(ProjectError) in
      if operation == .lock { try? self.folder.write(Self.path, saved) }
    }
    let fixed = try session(meddling).fix(Session.Selection())
    #expect(fixed.made == [])
    #expect(fixed.refused == [.sourceChanged(path: folder.absolute(Self.path))])
    #expect(text() == saved)
    #expect(drafts == [])
  }

  @Test func leavesWhatAnotherRunIsWriting() throws {
    let draft = folder.absolute("canvases/acteurs/.cpas.md.canevas-draft")
    let lock = try FileSystem().lock(draft)
    let fixed = try session().fix(Session.Selection())
    #expect(fixed.refused == [.sourceChanged(path: folder.absolute(Self.path))])
    #expect(text() == Self.slips)
    _ = consume lock
  }

  @Test func aFileThatCannotBeWrittenIsToldAndTheRestGoesOn() throws {
    try folder.write("canvases/acteurs/autre.md", Self.slips.replacing("CPAS", with: "Autre"))
    let refusing = FileSystem { (operation, path) throws(ProjectError) in
      guard operation == .write, path.hasSuffix("/autre.md") else { return }
      throw .system(operation, path: path, SystemReason(code: EACCES))
    }
    let fixed = try session(refusing).fix(Session.Selection())
    #expect(fixed.refused.map(\.path) == [folder.absolute("canvases/acteurs/autre.md")])
    #expect(fixed.fileCount == 1)
    #expect(text() == Self.good)
    #expect(text("canvases/acteurs/autre.md") == Self.slips.replacing("CPAS", with: "Autre"))
    #expect(drafts == [])
  }

  /// A read-only file is not moved aside by a writable folder. Root may write everything.
  @Test(.enabled(if: geteuid() != 0)) func aReadOnlyFileIsLeftAlone() throws {
    let file = folder.absolute(Self.path)
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
    let fixed = try session().fix(Session.Selection())
    #expect(fixed.refused.count == 1)
    #expect(text() == Self.slips)
  }

  @Test func whateverFailsTheFileIsWhole() throws {
    let all = Faults(.none)
    _ = try session(all.fileSystem).fix(Session.Selection())
    #expect(text() == Self.good)
    for number in 0..<all.count {
      for mode in [Faults.Mode.fail(at: number), .kill(at: number)] {
        try folder.write(Self.path, Self.slips)
        _ = try? session(Faults(mode).fileSystem).fix(Session.Selection())
        #expect([Self.slips, Self.good].contains(text()), "\(mode)")
        if case .fail = mode { #expect(drafts == [], "\(mode)") }
        // What a killed run left does not hinder the next one.
        _ = try session().fix(Session.Selection())
        #expect(text() == Self.good, "\(mode)")
        #expect(drafts == [], "\(mode)")
      }
    }
  }

  @Test func nobodyEverSeesHalfAFile() throws {
    let looks = Mutex(0)
    let watching = FileSystem { (_, _) throws(ProjectError) in
      #expect([Self.slips, Self.good].contains(self.text()))
      looks.withLock { $0 += 1 }
    }
    _ = try session(watching).fix(Session.Selection())
    #expect(looks.withLock { $0 } > 5)
  }

  private static let doubtful = """
    # CPAS

    - Type : reseaux
    - Sit : https://cpas.be
    - Nom : CPAS

    ## PRÉSENTATION

    Un <b>acteur</b>.

    """

  @Test func makesWhatTheReviewWants() throws {
    try folder.write(Self.path, Self.doubtful)
    var asked: [String] = []
    let fixed = try session().review(Session.Selection()) { question, file in
      asked.append(question.finding.code)
      #expect(file.bytes == Array((text() ?? "").utf8))
      return question.finding.code == "cle-inconnue" ? .skip : .apply(0)
    }
    #expect(asked == ["valeur-inconnue", "cle-inconnue", "html-brut"])
    #expect(fixed.made.map(\.finding.code) == ["valeur-inconnue", "html-brut"])
    #expect(
      text()
        == Self.doubtful.replacing("reseaux", with: "réseau")
        .replacing("<b>acteur</b>", with: "**acteur**"))
  }

  @Test func stopsWhenAsked() throws {
    try folder.write(Self.path, Self.doubtful)
    var count = 0
    let fixed = try session().review(Session.Selection()) { _, _ in
      count += 1
      return count == 1 ? .apply(0) : .stop
    }
    #expect(count == 2)
    #expect(fixed.made.count == 1)
    #expect(text() == Self.doubtful.replacing("reseaux", with: "réseau"))
  }

  @Test func asksNoMoreOfAFileThatWasSavedMeanwhile() throws {
    try folder.write(Self.path, Self.doubtful)
    let fixed = try session().review(Session.Selection()) { _, _ in
      try? folder.write(Self.path, "# Autre\n")
      return .apply(0)
    }
    #expect(fixed.made == [])
    #expect(fixed.refused == [.sourceChanged(path: folder.absolute(Self.path))])
    #expect(text() == "# Autre\n")
  }
}
