import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let streamWithoutMechanism = Rule(
    RuleDocumentation(
      "flux-sans-mecanisme", .info,
      summary: Bilingual(
        "un flux de revenus dont le mécanisme n'est pas dit",
        "a revenue stream whose mechanism is not said"),
      reason: Bilingual(
        "Le mécanisme (abonnement, vente, commission…) permet de comparer les fiches et de "
          + "vérifier que l'argent circule.",
        "The mechanism (subscription, sale, commission…) lets canvases be compared and the flow "
          + "of money be checked."),
      remedy: Bilingual(
        "Ouvrir la ligne par le mécanisme en gras : « **Abonnement** : … ».",
        "Open the line with the mechanism in bold: “**Abonnement** : …”."),
      examples: [
        .init(
          bad: canvas("## FLUX DE REVENUS\n\n⟦- Les clients paient chaque mois⟧"),
          good: canvas("## FLUX DE REVENUS\n\n- **Abonnement** : chaque mois"), others: theme)
      ]),
    finding: { context in
      let streams = context.document?.revenueStreams ?? []
      return streams.filter { $0.mechanism == nil && $0.foreignName == nil }.map { stream in
        Finding(stream.item.range, context.wording(stream))
      }
    })
}

extension RuleContext {
  /// Offers to open the line with the mechanism that one of its words names; a word that opens
  /// the line becomes the name itself.
  fileprivate func wording(_ stream: RevenueStream) -> Wording {
    var wording = Wording(
      message: Bilingual("flux de revenus sans mécanisme", "revenue stream without a mechanism"),
      label: Bilingual("aucun mécanisme n'ouvre cette ligne", "no mechanism opens this line"),
      help: Bilingual(
        "ouvrez la ligne par l'un des mécanismes en gras :",
        "open the line with one of the mechanisms in bold:", listing: Mechanism.words))
    let text = stream.item.text
    guard stream.item.name == nil, stream.beneficiary == nil, !text.isEmpty,
      let mechanism = mechanism(in: text.plain)
    else { return wording }
    let name = "**\(mechanism.rawValue)** :"
    let opening = opening(of: text.range, mechanism)
    if !opening.isEmpty {
      wording.label = Bilingual("le mécanisme n'y est pas en gras", "the mechanism is not in bold")
    }
    wording.help = Bilingual("ouvrez la ligne par", "open the line with", typing: "- \(name) …")
    wording.fixes = [
      Fix(
        Bilingual("ouvrir la ligne par", "open the line with", naming: name), .review,
        [TextEdit(opening, name + " ")])
    ]
    return wording
  }

  /// The mechanism's words at a line's start, with the colon and the spaces that follow them;
  /// nothing where the line opens otherwise.
  private func opening(of range: ByteRange, _ mechanism: Mechanism) -> ByteRange {
    let bytes = file.bytes[range.indices]
    let words = bytes.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ":") }
    guard nameKey(String(decoding: words, as: UTF8.self)) == nameKey(mechanism.rawValue) else {
      return ByteRange(at: range.lowerBound)
    }
    let rest = bytes[words.endIndex...]
    let isSeparator: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") }
    return ByteRange(range.lowerBound, words.endIndex + rest.prefix(while: isSeparator).count)
  }

  /// The one mechanism whose words stand in a text, singular or plural.
  private func mechanism(in text: String) -> Mechanism? {
    let marks = MechanismWords.words(of: text)
    let found = Mechanism.allCases.filter { mechanism in
      let wanted = MechanismWords.words(of: mechanism.rawValue)
      return marks.indices.contains { marks[$0...].starts(with: wanted) }
    }
    return found.count == 1 ? found[0] : nil
  }
}

/// Text as words to be compared.
private enum MechanismWords {
  static func words(of text: String) -> [String] {
    folded(text).split { !($0.isLetter || $0.isNumber) }.map { nameKey(String($0)) }
  }
}

extension TypedDocument {
  /// The revenue streams of the canvas, in whichever model it is written.
  var revenueStreams: [RevenueStream] {
    sections.flatMap { section -> [RevenueStream] in
      guard case .revenue(let list) = section.content else { return [] }
      return list.values
    }
  }
}

extension RevenueStream {
  /// The name in bold of a stream without a mechanism, unless it says for whom the stream is.
  var foreignName: ItemName? {
    guard mechanism == nil, let name = item.name, name.link == nil,
      !folded(name.plain).hasPrefix("pour ")
    else { return nil }
    return name
  }
}
