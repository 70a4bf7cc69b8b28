import CanevasSource
import Testing

/// By what a finding is known again after its document has changed around it.
@Suite struct FingerprintTests {
  static let text = "# Angel Me\n\n## POLICY\n\n- un\n\n## POLICY\n"

  /// A finding on each place of `file` where a word stands.
  private func findings(
    _ word: String, in file: SourceFile, code: String = "section-inconnue",
    message: String = "titre de section inconnu"
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let bytes = Array(word.utf8)
    for start in file.bytes.indices where file.bytes[start...].starts(with: bytes) {
      found.append(
        Diagnostic(
          code: code, severity: .error, message: Bilingual(message, message),
          location: Location(path: file.path, range: ByteRange(start, start + bytes.count))))
    }
    return found
  }

  private func names(
    _ text: String, path: String = "canvases/fiches/angel-me.md", word: String = "POLICY",
    code: String = "section-inconnue", message: String = "titre de section inconnu « POLICY »"
  ) -> [String] {
    let file = SourceFile(path: path, text: text)
    let found = findings(word, in: file, code: code, message: message)
    let fingerprints = Fingerprints(found) { $0 == path ? file : nil }
    return found.map { fingerprints[$0] }
  }

  @Test func equalFindingsHaveNamesOfTheirOwn() {
    let names = names(Self.text)
    #expect(names.count == 2)
    #expect(Set(names).count == 2)
    #expect(names.allSatisfy { $0.utf8.count == 16 })
  }

  @Test(arguments: [
    ("# Angel Me\n\nDeux lignes\nde plus\n\n## POLICY\n\n## POLICY\n", "lines before it"),
    ("# Angel Me\r\n\r\n## POLICY\r\n\r\n## POLICY\r\n", "other line ends"),
  ]) func outlivesMovedLines(_ text: String, _ what: String) {
    #expect(names(text) == names(Self.text), "\(what)")
  }

  @Test func outlivesAnotherWordingButNotAnotherName() {
    let reworded = names(Self.text, message: "section « POLICY » : titre inconnu")
    #expect(reworded == names(Self.text))
    #expect(names(Self.text, message: "titre de section inconnu « POLICE »") != reworded)
  }

  @Test func aNameBelongsToOneFileAndOneRule() {
    let others = [
      names(Self.text, path: "canvases/fiches/autre.md"), names(Self.text, code: "autre"),
      names(Self.text, word: "POLIC"),
    ]
    for other in others { #expect(Set(other).isDisjoint(with: names(Self.text))) }
  }

  @Test func aRenamedFileCanKeepItsNames() {
    let file = SourceFile(path: "canvases/fiches/nouveau.md", text: Self.text)
    let found = findings("POLICY", in: file, message: "titre de section inconnu « POLICY »")
    let fingerprints = Fingerprints(
      found, formerPath: { _ in "canvases/fiches/angel-me.md" }, file: { _ in file })
    #expect(found.map { fingerprints[$0] } == names(Self.text))
  }

  @Test func anEmptyMarkIsKnownByItsLine() {
    func name(_ text: String, at offset: Int) -> String {
      let finding = Diagnostic(
        code: "cle-absente", severity: .warning, message: Bilingual("clé absente", "missing key"),
        location: Location(path: "a.md", range: ByteRange(at: offset)))
      return Fingerprints([finding]) { SourceFile(path: $0, text: text) }[finding]
    }
    #expect(name("# A\n\n- Date : 2014\n", at: 5) == name("# A\n\n\n- Date : 2014\n", at: 6))
    #expect(name("# A\n\n- Date : 2014\n", at: 5) != name("# A\n\n- Date : 2015\n", at: 5))
  }
}
