import CanevasCheck
import CanevasModel
import CanevasReview
import CanevasSource
import CanevasTestSupport

/// Authors who edit canvases at random, as people do: they add, change, move and remove items,
/// sections and values, write titles anew, wrap lines otherwise, and have their editor format.
struct Author {
  private var numbers: SplitMix
  private var lines: [String] = []
  private var serial = 0
  /// What sets this author's words apart.
  private let name: String

  init(_ name: String, seed: UInt64) {
    self.name = name
    numbers = SplitMix(state: seed)
  }

  private static let sections = CanvasModel.circular.sections.map(\.heading)
  private static let words = [
    "atelier", "partage", "énergie", "compost", "voisins", "prêt", "réparation", "légumes", "vélo",
    "pain", "jardin", "livraison",
  ]

  /// A small canvas of its own.
  mutating func canvas() -> String {
    var text = "# \(phrase(2))\n\n"
    if chance(3) { text += phrase(3) + "\n\n" }
    text += "- Thème : [Quartier](../themes/quartier.md)\n- Statut : idée\n"
    if chance(2) { text += "- Territoire : \(word()) ; \(word())\n" }
    if chance(4) { text += "\n> \(phrase(3))\n>\n> — \(phrase(2))\n" }
    let count = Int.random(in: 1...3, using: &numbers)
    for place in Self.sections.indices.shuffled(using: &numbers).prefix(count).sorted() {
      text += "\n" + section(Self.sections[place])
    }
    return text
  }

  private mutating func section(_ heading: String) -> String {
    var text = "## \(heading)\n\n"
    if chance(4) { text += "\(phrase(4))\n\(phrase(3)).\n\n" }
    if chance(6) { text += "### \(phrase(1))\n\n" }
    for _ in 0..<Int.random(in: 1...3, using: &numbers) { text += item() + "\n" }
    return text
  }

  private mutating func item() -> String {
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0: "- **\(word())** : \(phrase(2))"
    case 1: "- [\(word())](../acteurs/\(slug(word())).md) : \(phrase(1))"
    case 2: "- \(phrase(2))\n  - \(phrase(1))\n  - \(phrase(1))"
    case 3: "- le service → \(word()) : \(phrase(1)) (matériel)"
    default: "- \(phrase(3))"
    }
  }

  private mutating func word() -> String {
    serial += 1
    return chance(3) ? "\(name)\(serial)" : Self.words.randomElement(using: &numbers)!
  }

  private mutating func phrase(_ count: Int) -> String {
    (0..<count).map { _ in word() }.joined(separator: " ")
  }

  private mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &numbers) == 0
  }
}

// Editing.
extension Author {
  /// A text after some edits.
  mutating func edited(_ text: String, path: String = "canvases/fiches/page.md") -> String {
    let isOfWindows = text.contains("\r\n")
    lines = text.replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 0...3, using: &numbers) { edit() }
    var text = lines.joined(separator: "\n")
    if chance(14) { text = formatted(text, path) }
    if chance(20) { text = "\u{FEFF}" + text.drop { $0 == "\u{FEFF}" } }
    if chance(20), text.hasSuffix("\n") { text.removeLast() }
    return isOfWindows != chance(16) ? text.replacing("\n", with: "\r\n") : text
  }

  private mutating func formatted(_ text: String, _ path: String) -> String {
    let file = SourceFile(path: path, text: text)
    let formatted = file.applying(formattingEdits(of: TypedDocument(file)))
    return formatted.text(formatted.wholeRange)
  }

  private mutating func edit() {
    switch Int.random(in: 0..<22, using: &numbers) {
    case 0...3: add(item(), behind: pick(.item))
    case 4, 5: remove(pick(.item))
    case 6...9: change(pick(.item, .text))
    case 10, 11: add(remove(pick(.item)), behind: pick(.item))
    case 12: addSection()
    case 13: removeSection(pick(.heading))
    case 14: moveSection()
    case 15: addValue(pick(.entry))
    case 16: add("- \(key()) : \(word())", behind: pick(.entry))
    case 17: change(pick(.entry))
    case 18: change(lines.firstIndex { $0.hasPrefix("# ") })
    case 19: reflow(pick(.text))
    case 20: space(pick(.blank))
    default: add("[note\(name)]: /\(slug(word()))\n", behind: pick(.blank))
    }
  }

  private mutating func key() -> String {
    ["Date", "Porteur", "Territoire", "Source", "Inspiration"].randomElement(using: &numbers)!
  }

  /// What a line is to an author.
  private enum Line {
    case heading, entry, item, text, blank
  }

  private mutating func pick(_ kinds: Line...) -> Int? {
    lines.indices.filter { place in kinds.contains { isLine(place, $0) } }
      .randomElement(using: &numbers)
  }

  private func isLine(_ place: Int, _ kind: Line) -> Bool {
    let line = lines[place]
    switch kind {
    case .heading: return isHeading(line)
    case .entry: return line.hasPrefix("- ") && place < firstHeading
    case .item: return line.hasPrefix("- ") && place >= firstHeading
    case .text: return line.first?.isLetter == true
    case .blank: return line.isEmpty
    }
  }

  private func isHeading(_ line: String) -> Bool { line.hasPrefix("## ") }

  private var firstHeading: Int { lines.firstIndex(where: isHeading) ?? lines.count }

  /// The end of a block of lines that are indented or stand close.
  private func itemEnd(_ start: Int) -> Int {
    lines[(start + 1)...].firstIndex { !$0.hasPrefix("  ") } ?? lines.count
  }

  private func sectionEnd(_ start: Int) -> Int {
    lines[(start + 1)...].firstIndex(where: isHeading) ?? lines.count
  }

  private mutating func add(_ text: String?, behind place: Int?) {
    guard let text, let place else { return }
    lines.insert(contentsOf: text.split(separator: "\n").map(String.init), at: itemEnd(place))
  }

  @discardableResult
  private mutating func remove(_ place: Int?) -> String? {
    guard let place else { return nil }
    let removed = lines[place..<itemEnd(place)]
    lines.removeSubrange(place..<itemEnd(place))
    return removed.joined(separator: "\n")
  }

  private mutating func change(_ place: Int?) {
    guard let place else { return }
    var parts = lines[place].split(separator: " ", omittingEmptySubsequences: false).map(
      String.init)
    let change = parts.indices.filter { parts[$0].first?.isLetter == true }
    guard let part = change.randomElement(using: &numbers) else { return }
    switch Int.random(in: 0..<3, using: &numbers) {
    case 0: parts[part] = word()
    case 1: parts.insert(word(), at: part + 1)
    default: if parts.count > 3 { parts.remove(at: part) }
    }
    lines[place] = parts.joined(separator: " ")
  }

  private mutating func addSection() {
    let missing = Self.sections.filter { !lines.contains("## " + $0) }
    guard let heading = missing.randomElement(using: &numbers) else { return }
    let text = section(heading).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    if let place = pick(.heading) {
      lines.insert(contentsOf: text, at: place)
    } else {
      lines += text
    }
  }

  private mutating func removeSection(_ place: Int?) {
    guard let place else { return }
    lines.removeSubrange(place..<sectionEnd(place))
  }

  private mutating func moveSection() {
    guard let place = pick(.heading) else { return }
    let text = Array(lines[place..<sectionEnd(place)])
    lines.removeSubrange(place..<sectionEnd(place))
    lines.insert(contentsOf: text, at: pick(.heading) ?? lines.count)
  }

  private mutating func addValue(_ place: Int?) {
    guard let place else { return }
    lines[place] +=
      lines[place].contains("](") ? " ; [\(word())](../themes/\(slug(word())).md)" : " ; \(word())"
  }

  private mutating func reflow(_ place: Int?) {
    guard let place, let space = lines[place].dropFirst(8).firstIndex(of: " ") else { return }
    let rest = String(lines[place][lines[place].index(after: space)...])
    lines[place] = String(lines[place][..<space])
    lines.insert(rest, at: place + 1)
  }

  private mutating func space(_ place: Int?) {
    guard let place else { return }
    lines.insert("", at: place)
  }
}
