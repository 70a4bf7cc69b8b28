import CanevasCommandLine
import Foundation
import Testing
import canevas

/// `canevas review` as people run it.
@Suite final class ReviewTests {
  private static let theme = "# Quartier\n\n- Couleur : vert\n"

  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "canevas-\(UUID().uuidString)")

  init() throws {
    try write("canvases/catalogue.md", "# Catalogue\n\n- Langue : fr\n")
    try write("canvases/themes/quartier.md", Self.theme)
    for name in ["cantine", "atelier"] {
      try write(
        "canvases/fiches/\(name).md",
        "# \(name.capitalized)\n\n- Thème : [Q](../themes/quartier.md)\n- Statut : idée\n")
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func write(_ path: String, _ text: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func text(_ path: String) -> String {
    (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
  }

  private func run(_ options: String) -> Recording {
    Program.canevas.record(
      words("review -C \(folder.path) " + options), ["LANG": "fr_BE", "NO_COLOR": "1"])
  }

  @Test func acceptsWhatIsNamedAndListsWhatChanged() throws {
    #expect(
      run("").output == "fiches à relire : 0 ; à jour : 0 ; jamais relues : 2\n")
    let first = run("cantine --date 2026-03-12")
    #expect(first.status == .success)
    #expect(
      first.output.hasPrefix(
        "canvases/fiches/cantine.md : revue le 2026-03-12\n  Quartier : nouveau, "))
    #expect(text("canvases/fiches/cantine.md").contains("- Revu : 2026-03-12\n  - [Quartier]("))

    try write("canvases/themes/quartier.md", Self.theme.replacing("vert", with: "bleu"))
    #expect(
      run("").output == """
        Fiche    Ce qui a changé  Sorte  Revue le    Fichier
        Cantine  Quartier         thème  2026-03-12  canvases/fiches/cantine.md

        fiches à relire : 1 ; à jour : 0 ; jamais relues : 1

        """)
    let all = run("--all --date 2026-03-13")
    #expect(all.output.contains(" → "))
    #expect(!text("canvases/fiches/atelier.md").contains("Revu"))
    #expect(run("").output == "fiches à relire : 0 ; à jour : 1 ; jamais relues : 1\n")
    #expect(
      run("canvases/fiches/cantine.md --date 2026-03-13").output
        == "canvases/fiches/cantine.md : à jour\n")
  }

  @Test(arguments: [
    "quartier", "cantinne", "--date 2026-03-12", "--all cantine", "cantine --date 2026-13-01",
    "cantine --date 2026",
  ])
  func refusesWhatItDoesNotUnderstand(_ options: String) {
    let recording = run(options)
    #expect(recording.status == .unusable)
    #expect(recording.output == "" && recording.error.hasPrefix("canevas: "))
    #expect(!text("canvases/fiches/cantine.md").contains("Revu"))
  }

  @Test func refusesMetadataInDoubt() throws {
    let faulty = text("canvases/fiches/cantine.md").replacing("idée", with: "peut-être")
    try write("canvases/fiches/cantine.md", faulty)
    let recording = run("cantine atelier --date 2026-03-12")
    #expect(recording.status == .findings)
    #expect(recording.output.hasPrefix("canvases/fiches/atelier.md : revue le 2026-03-12\n"))
    #expect(
      recording.error
        == "canevas: canvases/fiches/cantine.md:4: valeur inconnue pour « Statut » : « peut-être » ; "
        + "corrigez, puis acceptez [valeur-inconnue]\n")
    #expect(text("canvases/fiches/cantine.md") == faulty)
  }
}
