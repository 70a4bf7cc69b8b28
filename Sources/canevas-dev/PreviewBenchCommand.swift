import CanevasCommandLine
import CanevasProject
import CanevasServe
import CanevasSource

private struct PreviewBenchRequest {
  var folder = "."
  var saves = 40
  var seed: UInt64 = 1
}

extension Command {
  /// Measures how soon a saved document is seen.
  static let previewBench = Command(
    "bench-preview",
    summary: Bilingual(
      "mesurer l'aperçu après un enregistrement", "measure the preview after a save"),
    details: Bilingual(
      "Une lettre est ajoutée sur le disque à la fin d'un document tiré au sort, puis retirée : à "
        + "employer sur un catalogue synthétique.",
      "A letter is put on the disk at the end of a random document, and taken back: use it on a "
        + "synthetic catalogue."),
    defaults: PreviewBenchRequest(),
    options: [
      .text(
        "--saves", placeholder: "N",
        help: Bilingual("nombre d'enregistrements (par défaut : 40)", "saves (default: 40)")
      ) { $0.saves = Int($1) ?? $0.saves },
      .text(
        "--seed", placeholder: "S",
        help: Bilingual("graine du tirage (par défaut : 1)", "seed of the draw (default: 1)")
      ) { $0.seed = UInt64($1) ?? $0.seed },
    ],
    operands: Operands(
      "DIR", .atMostOne, kind: .folder, help: Bilingual("le catalogue", "the catalogue")
    ) { $0.folder = $1 },
    run: { request, context in
      do throws(ProjectError) {
        let root = try CatalogueRoot(nearestTo: request.folder, on: FileSystem())
        var bench = PreviewBench(root, seed: request.seed)
        for _ in 0..<request.saves { try bench.save() }
        context.write(bench.report)
        return .success
      } catch {
        context.complain(error.message)
        return .unusable
      }
    })
}

/// One save after the other, each of another canvas.
private struct PreviewBench {
  private let fileSystem = FileSystem()
  private let root: CatalogueRoot
  private var preview: Preview
  private var random: SplitMix64
  private let paths: [String]
  /// From the change on the disk to the catalogue and its site.
  private var site = Samples()
  /// From the change on the disk to the page that shows it.
  private var page = Samples()

  init(_ root: CatalogueRoot, seed: UInt64) {
    self.root = root
    preview = Preview(root: root, on: fileSystem, address: "http://127.0.0.1/")
    random = SplitMix64(state: seed)
    paths = Workspace(root: root, on: fileSystem).paths.filter { $0.contains("/fiches/") }
  }

  mutating func save() throws(ProjectError) {
    guard let path = paths.randomElement(using: &random) else { return }
    let absolute = root.absolute(path)
    guard case .bytes(let bytes) = try fileSystem.read(absolute) else { return }
    let edited = bytes + Array("e\n".utf8)
    let clock = ContinuousClock()
    let start = clock.now
    try fileSystem.replace(absolute, holding: bytes, with: edited)
    preview.update()
    site.add(clock.now - start)
    _ = preview.response(to: "/" + path.dropFirst("canvases/".count).dropLast(3) + ".html")
    page.add(clock.now - start)
    preview.settle()
    try fileSystem.replace(absolute, holding: edited, with: bytes)
    preview.update()
    preview.settle()
  }

  var report: String {
    "\(page.count) saves\n  the site  \(site.summary)\n  the page  \(page.summary)\n"
  }
}
