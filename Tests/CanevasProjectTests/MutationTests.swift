import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasProject
import CanevasSource
import CanevasTestSupport
import Testing

/// Slips made by a script in the project's own catalogue, one at a time: each is found where it was
/// made, and no slip brings more than two findings.
@Suite struct MutationTests {
  /// The project's own catalogue, with what is said of it as it is.
  private struct Original: Sendable {
    let files: [SourceFile]
    let read: [ReadFile]
    let assets: Set<String>
    let known: Set<Finding>

    init(_ session: Session) {
      let loaded = Loader(root: session.root, on: FileSystem(), documentLimit: 1 << 20).load()
      files = loaded.files
      assets = loaded.assets
      read = loaded.files.map { ReadFile($0) }
      let findings = check(Catalogue(read, assets: loaded.assets))
      let byPath = Dictionary(uniqueKeysWithValues: loaded.files.map { ($0.path, $0) })
      known = Set(findings.map { Finding($0, in: byPath[$0.location.path]!) })
    }

    /// What is said of the catalogue with a mutant in it and was not said before.
    func brought(by mutant: Mutant) -> [Diagnostic] {
      let file = mutant.file
      let place = files.firstIndex { $0.path == file.path }!
      var read = read
      read[place] = ReadFile(file)
      return check(Catalogue(read, assets: assets)).filter { diagnostic in
        let path = diagnostic.location.path
        let source = path == file.path ? file : files.first { $0.path == path }!
        return !known.contains(Finding(diagnostic, in: source))
      }
    }
  }

  /// What is said of some words of a file.
  private struct Finding: Hashable {
    let code: String
    let path: String
    let words: String

    init(_ diagnostic: Diagnostic, in file: SourceFile) {
      code = diagnostic.code
      path = file.path
      words = file.text(diagnostic.location.range)
    }
  }

  private static let original: Original? = {
    let root = try? CatalogueRoot(nearestTo: projectFolder, on: FileSystem())
    return root.map { Original(Session(root: $0, on: FileSystem())) }
  }()

  /// At most this many mutants of a slip, from all over the catalogue.
  private static let share = 16

  static let mutants: [Mutant] = {
    let pages = (original?.files ?? []).compactMap(Page.init)
    return Slip.all.flatMap { slip in
      let all = pages.flatMap(slip.mutants)
      let step = max(1, all.count / share)
      return stride(from: 0, to: all.count, by: step).prefix(share).map { all[$0] }
    }
  }()

  @Test func areManyAndOfEverySlip() {
    #expect(Self.mutants.count >= 300)
    #expect(Set(Self.mutants.map(\.slip)) == Set(Slip.all.map(\.name)))
  }

  @Test(arguments: mutants) func isFoundWhereItIs(_ mutant: Mutant) throws {
    let brought = try #require(Self.original).brought(by: mutant)
    let lines = LineIndex(mutant.file.bytes)
    let onPlace = brought.filter { finding in
      finding.location.path == mutant.path
        && mutant.area.contains(lines.line(at: finding.location.range.lowerBound))
    }
    let told = brought.map { finding in
      "\(finding.location.path):\(lines.line(at: finding.location.range.lowerBound)) \(finding.code)"
    }
    #expect(!onPlace.isEmpty, "\(told)")
    #expect(brought.count <= 2, "\(told)")
  }
}
