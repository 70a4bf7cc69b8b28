import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let missingMetadata = Rule(
    RuleDocumentation(
      "metadonnees-absentes", .warning,
      summary: Bilingual(
        "un document sans liste de métadonnées", "a document without a metadata list"),
      reason: Bilingual(
        "La liste sous le titre range le document : son thème, son statut, son type. C'est une "
          + "erreur là où une clé est exigée.",
        "The list under the title files the document: its theme, its status, its type. It is an "
          + "error where a key is required."),
      remedy: Bilingual(
        "Écrire sous le titre une liste « - Clé : valeur ».",
        "Write a list “- Key : value” under the title."),
      examples: [
        .init(
          path: "canvases/acteurs/exemple.md",
          bad: actorText("CPAS").replacing("# CPAS\n\n- Type : pouvoir public", with: "⟦# CPAS⟧"),
          good: actorText("CPAS"))
      ]),
    wording: { defect, context in
      guard defect.kind == .noMetadata else { return nil }
      guard let document = context.document else { return nil }
      let kind = document.id.kind
      let keys = kind.requiredKeys.isEmpty ? Array(kind.keys.prefix(1)) : kind.requiredKeys
      let list = keys.map(\.placeholderLine).joined(separator: "\n")
      var wording = Wording(
        message: Bilingual("métadonnées absentes", "missing metadata"),
        label: Bilingual(
          "aucune liste de clés ne suit le titre", "no list of keys follows the title"),
        help: Bilingual(
          "écrivez sous le titre la liste des métadonnées :",
          "write the metadata list under the title:",
          listing: keys.map { "- \($0.rawValue) : …" }),
        severity: kind == .canvas || kind.requiredKeys.isEmpty ? .warning : .error)
      if let above = document.head.tagline?.range ?? document.head.title.value?.range {
        wording.fixes = [
          Fix(
            Bilingual("ajouter la liste", "add the list"), .placeholder,
            [TextEdit(ByteRange(at: above.upperBound), "\n\n" + list)])
        ]
      }
      return wording
    })
}
