import CanevasProject
import Glibc
import Testing

/// New files, and what is left when the disk or the process gives up at any step.
@Suite struct CreationTests {
  private static let bytes = Array("# Un titre\n".utf8)

  @Test func aNewFileIsWritten() throws {
    let folder = try TestFolder()
    #expect(try FileSystem().create(folder.absolute("a.md"), with: Self.bytes))
    #expect(folder.texts() == ["a.md": "# Un titre\n"])
  }

  @Test func nothingThatHasItsNameIsTouched() throws {
    let folder = try TestFolder()
    try folder.write("a.md", "A\n")
    try folder.link("b.md", to: "absent.md")
    try folder.makeFolder("c.md")
    let before = folder.texts()
    for name in ["a.md", "b.md", "c.md"] {
      #expect(try !FileSystem().create(folder.absolute(name), with: Self.bytes))
    }
    #expect(folder.texts() == before)
  }

  @Test func whoeverLooksFindsNoFileOrTheWhole() throws {
    let count = try operations { fileSystem, folder throws(ProjectError) in
      _ = try fileSystem.create(folder.absolute("a.md"), with: Self.bytes)
    }
    #expect(count > 3)
    for mode in (0..<count).flatMap({ [Faults.Mode.fail(at: $0), .kill(at: $0)] }) {
      let folder = try TestFolder()
      let faults = Faults(mode)
      _ = try? faults.fileSystem.create(folder.absolute("a.md"), with: Self.bytes)
      let text = folder.texts()["a.md"]
      #expect(text == nil || text == "# Un titre\n", "\(mode)")
      // The next attempt does not stumble over what is left.
      if text == nil {
        #expect(try FileSystem().create(folder.absolute("a.md"), with: Self.bytes))
      }
    }
  }

  @Test func whatFailsIsToldOfTheFileAndNotOfItsDraft() throws {
    let folder = try TestFolder()
    let path = folder.absolute("dossier/a.md")
    #expect(throws: ProjectError.system(.create, path: path, SystemReason(code: ENOENT))) {
      try FileSystem().create(path, with: Self.bytes)
    }
  }

  @Test func aCatalogueIsBegunWholeOrNotAtAll() throws {
    let count = try operations { fileSystem, folder throws(ProjectError) in
      _ = try fileSystem.startCatalogue(in: folder.absolute("vivier"))
    }
    for place in 0..<count {
      let folder = try TestFolder()
      let faults = Faults(.fail(at: place))
      let files = try? faults.fileSystem.startCatalogue(in: folder.absolute("vivier"))
      let left = folder.texts().keys.filter { !$0.hasSuffix(".canevas-new") }
      #expect(files?.written.count ?? 0 == left.count, "\(place): \(left)")
    }
  }

  /// How many operations something takes.
  private func operations(
    _ work: (FileSystem, TestFolder) throws(ProjectError) -> Void
  ) throws -> Int {
    let folder = try TestFolder()
    let faults = Faults(.none)
    try work(faults.fileSystem, folder)
    return faults.count
  }
}
