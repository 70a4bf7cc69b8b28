import CanevasCheck
import CanevasEditor
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasTestSupport
import Testing

/// What editors are told, on a small catalogue: questions and answers in `Fixtures/editor/cases`.
@Suite struct EditorAnswerTests {
  @Test(arguments: [
    "completion-headings", "completion-metadata", "completion-links", "completion-items",
    "completion-flows",
  ])
  func completions(_ name: String) throws {
    try expectAnswers(in: name) { asked in
      let found = asked.query.completions(at: asked.cursor)
      var lines = found.prefix(8).map { completion in
        let old = asked.file.text(completion.edit.range)
        let mark = completion.isPreselected ? "* " : "  "
        return "\(mark)\(completion.kind.rawValue) \(completion.label) — \(completion.detail)\n"
          + "      « \(old) » → « \(completion.edit.replacement) »"
      }
      if found.count > 8 { lines.append("  … \(found.count - 8)") }
      return lines.joined(separator: "\n")
    }
  }

  @Test func hover() throws {
    try expectAnswers(in: "hover") { asked in
      guard let hover = asked.query.hover(at: asked.cursor) else { return "—" }
      return asked.file.shown(hover.range) + "\n" + hover.markdown
    }
  }

  @Test func definition() throws {
    try expectAnswers(in: "definition") { asked in
      let found = asked.query.definition(at: asked.cursor)
      return found.map { definition in
        let selection = Location(path: definition.target.path, range: definition.selection)
        return asked.file.shown(definition.origin) + " ⇒ " + asked.catalogue.shown(selection)
      }.joined(separator: "\n")
    }
  }

  @Test func references() throws {
    try expectAnswers(in: "references") { asked in
      asked.query.references(at: asked.cursor, includingDeclaration: asked.argument == "toutes")
        .map(asked.catalogue.shown).joined(separator: "\n")
    }
  }

  @Test func rename() throws {
    try expectAnswers(in: "rename") { asked in
      guard let target = asked.query.prepareRename(at: asked.cursor) else { return "—" }
      let head = asked.file.shown(target.range) + " (\(target.placeholder))\n"
      switch asked.query.rename(at: asked.cursor, to: asked.argument) {
      case .success(let edit): return head + asked.catalogue.shown(edit)
      case .failure(let refusal): return head + refusal.reason.french
      }
    }
  }

  @Test func move() throws {
    try expectAnswers(in: "move") { asked in
      switch asked.query.move(to: asked.argument) {
      case .success(let edit): asked.catalogue.shown(edit)
      case .failure(let refusal): refusal.reason.french
      }
    }
  }

  @Test func symbols() throws {
    func lines(_ symbol: Symbol, _ file: SourceFile, _ indent: String) -> [String] {
      let detail = symbol.detail.isEmpty ? "" : " — " + symbol.detail
      let own =
        "\(indent)\(symbol.kind.rawValue) \(symbol.name)\(detail) (\(file.lines(symbol.range)))"
      return [own] + symbol.children.flatMap { lines($0, file, indent + "  ") }
    }
    try expectAnswers(in: "symbols") { asked in
      asked.query.symbols.flatMap { lines($0, asked.file, "") }.joined(separator: "\n")
    }
  }

  @Test func folds() throws {
    try expectAnswers(in: "folds") { asked in
      asked.query.folds.map { "\($0.kind.rawValue) \(asked.file.lines($0.range))" }
        .joined(separator: "\n")
    }
  }

  @Test func documentLinks() throws {
    try expectAnswers(in: "links") { asked in
      asked.query.documentLinks.map { link in
        "\(asked.file.shown(link.range)) ⇒ \(link.target) (\(link.tooltip))"
      }.joined(separator: "\n")
    }
  }

  @Test func lenses() throws {
    try expectAnswers(in: "lenses") { asked in
      asked.query.lenses.map { lens in
        "\(asked.file.shown(lens.range)) \(lens.title)\n"
          + lens.targets.map { "  " + asked.catalogue.shown($0) }.joined(separator: "\n")
      }.joined(separator: "\n")
    }
  }

  @Test func tokens() throws {
    try expectAnswers(in: "tokens") { asked in
      asked.query.tokens.map { "\($0.kind.rawValue) \(asked.file.shown($0.range))" }
        .joined(separator: "\n")
    }
  }

  @Test func quickFixes() throws {
    try expectAnswers(in: "fixes") { asked in
      let findings = check(asked.catalogue)
      let range = asked.cursor > 0 ? ByteRange(at: asked.cursor) : asked.file.wholeRange
      return asked.query.quickFixes(for: findings, in: range).map { fix in
        let head =
          "\(fix.title) (\(fix.safety?.rawValue ?? "–"), \(fix.finding?.code ?? "–"))"
          + (fix.isPreferred ? " *" : "")
        guard case .edit(let edit) = fix.action else { return head }
        return head + "\n" + asked.catalogue.shown(edit)
      }.joined(separator: "\n")
    }
  }

  @Test func explanation() throws {
    try expectAnswers(in: "explanation") { asked in
      EditorQuery.explanation(of: asked.argument, in: .french) ?? "—"
    }
    #expect(EditorQuery.explanation(of: "nulle-part", in: .french) == nil)
  }

  /// All safe fixes at once are what one round after the other makes.
  @Test func fixAll() throws {
    let text = """
      # Essai\r
      \r
      - Statut : idée\r
      \r
      ##Cibles clients\r
      \r
      • Habitants\r
      \r
      ## enjeux / solution\r
      \r
      Quoi ?\n
      """
    let file = SourceFile(path: "canvases/fiches/essai.md", bytes: Array(text.utf8))
    func findings(_ file: SourceFile) -> [Diagnostic] { check(catalogue(editorFiles, with: file)) }
    let edits = EditorQuery.fixAll(file, findings: findings(file), check: findings)
    let fixed = SourceFile(path: file.path, bytes: edits.applied(to: file.bytes))
    let left = findings(fixed).filter { $0.location.path == file.path }
    #expect(!left.flatMap(\.fixes).contains { $0.safety == .safe })
    #expect(EditorQuery.fixAll(fixed, findings: findings(fixed), check: findings).isEmpty)
    #expect(
      String(decoding: fixed.bytes, as: UTF8.self).hasPrefix(
        "# Essai\r\n\r\n- Statut : idée\r\n\r\n## ENJEUX / SOLUTION\r\n\r\nQuoi ?\r\n"))
  }

  @Test func search() throws {
    try expectAnswers(in: "search") { asked in
      EditorQuery.documents(matching: asked.argument, in: asked.catalogue, language: .french)
        .map { "\($0.name) — \($0.detail) ⇒ \(asked.catalogue.shown($0.location))" }
        .joined(separator: "\n")
    }
  }
}
