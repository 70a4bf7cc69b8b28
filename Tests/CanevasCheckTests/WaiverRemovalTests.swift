import CanevasCheck
import CanevasSource
import Testing

/// A waiver that answers to nothing goes, and only it: what stands around it is read as before,
/// and no blank line is left over.
@Suite struct WaiverRemovalTests {
  private static let waiver = "<!-- canevas-ignore html-brut : voulu -->"

  /// A page with a text in which `⌀` stands for an idle waiver, once all safe fixes are made.
  private func mended(_ text: String) -> String {
    let opening = "# Page\n\n- Phase : 1\n\n## Partie\n\n"
    let file = SourceFile(
      path: "canvases/guide/page.md", text: opening + text.replacing("⌀", with: Self.waiver))
    let after = Mending(file, among: [:]).after
    return after.text(after.wholeRange).replacing(opening, with: "")
      .replacing(Self.waiver, with: "⌀")
  }

  @Test(arguments: [
    // Alone on its lines.
    ("Un.\n\n⌀\n\nDeux.\n", "Un.\n\nDeux.\n"),
    ("Un.\n\n⌀\nDeux.\n", "Un.\n\nDeux.\n"),
    ("Un.\n⌀\n\nDeux.\n", "Un.\n\nDeux.\n"),
    ("- un\n⌀\n- deux\n", "- un\n- deux\n"),
    ("- un\n  ⌀\n  - sous\n- deux\n", "- un\n  - sous\n- deux\n"),
    ("⌀\n⌀\n\nUn.\n", "Un.\n"),
    ("Un.\n\n⌀\n## Deux\n\nTrois.\n", "Un.\n\n## Deux\n\nTrois.\n"),
    // What a comment kept apart stays apart.
    ("Un\n⌀\ndeux\n", "Un\n\ndeux\n"),
    ("Un\n⌀\n---\n", "Un\n\n---\n"),
    ("- un\n⌀\ndeux\n", "- un\n\ndeux\n"),
    // At the end of the file.
    ("Un.\n\n⌀\n", "Un.\n"),
    ("Un.\n\n⌀\n\n", "Un.\n"),
    ("Un.\n\n⌀", "Un."),
    // In a quote.
    ("> Un.\n>\n> ⌀\n>\n> Deux.\n", "> Un.\n>\n> Deux.\n"),
    ("> Un\n> ⌀\n> deux\n", "> Un\n>\n> deux\n"),
    ("> ⌀\n\nUn.\n", "Un.\n"),
    // Behind other text, and before it.
    ("- un ⌀\n- deux\n", "- un\n- deux\n"),
    ("Un  ⌀\ndeux\n", "Un\ndeux\n"),
    ("Un ⌀ deux\n", "Un deux\n"),
    ("Un ⌀deux\n", "Un deux\n"),
    ("## Deux ⌀\n\nTrois.\n", "## Deux\n\nTrois.\n"),
    ("⌀ ⌀\n\nUn.\n", "Un.\n"),
  ]) func takesNothingElse(_ text: String, _ expected: String) {
    #expect(mended(text) == expected)
    let carriageReturns = text.replacing("\n", with: "\r\n")
    #expect(mended(carriageReturns).replacing("\r\n", with: "\n") == expected)
  }

  @Test(arguments: [
    // What stands below would become part of what stands above, or an item would be empty.
    "- un\n⌀\n  - sous\n", "Un\n=== ⌀\n", "- un\n\n⌀\n\n  suite\n", "- un\n- ⌀\n- deux\n",
  ]) func leavesAloneWhatIsNotPlain(_ text: String) {
    #expect(mended(text) == text)
  }

  /// A section that is not read yet has no findings, so its waivers seem idle.
  @Test(arguments: [
    ("## Indicateurs de rentabilité du busines", true),
    ("##INDICATEURS DE RENTABILITÉ DU BUSINESS", true),
    ("## MARCHÉ", false),
  ]) func waitsUntilItsSectionIsRead(_ heading: String, _ isMended: Bool) {
    let waiver = "<!-- canevas-ignore indicateur-sans-unite : suivi en atelier -->"
    let good = "## INDICATEURS DE RENTABILITÉ DU BUSINESS"
    let text = CascadeTests.canvas.replacing(good, with: heading)
      .replacing("\n- Nombre de prestations", with: "\n\(waiver)\n- Bonheur")
    #expect(text.contains(waiver))
    let file = SourceFile(path: "canvases/fiches/angel-me.md", text: text)
    let mended = Mending(file, among: CascadeTests.others).after
    let after = mended.text(mended.wholeRange)
    #expect(after.contains(waiver))
    #expect(after.contains(good) == isMended)
  }
}
