import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let rawHTML = Rule(
    RuleDocumentation(
      "html-brut", .warning,
      summary: Bilingual("du HTML dans le texte", "HTML in the text"),
      reason: Bilingual(
        "Un document ne contient que du texte : le HTML est montré tel qu'il est tapé, il n'agit "
          + "pas.",
        "A document holds nothing but text: HTML is shown as it is typed, it has no effect."),
      remedy: Bilingual(
        "Écrire en Markdown (« **gras** », « [lien](adresse) ») ; un chevron seul s'écrit « \\< ».",
        "Write Markdown (“**bold**”, “[link](address)”); a lone angle bracket is written “\\<”."),
      examples: [
        .init(
          bad: canvas("## CIBLES CLIENTS\n\n- ⟦<b>⟧Familles</b>"),
          good: canvas("## CIBLES CLIENTS\n\n- **Familles**"), others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .rawHTML else { return nil }
      let line = context.file.text(defect.range).prefix { !$0.isNewline }
      return Wording(
        message: Bilingual("HTML brut", "raw HTML", naming: String(line)),
        label: Bilingual("ceci est montré comme du texte", "this is shown as text"),
        help: Bilingual(
          "écrivez en Markdown ; un chevron seul s'écrit « \\< »",
          "write Markdown; a lone angle bracket is written “\\<”"),
        fixes: context.markdown(for: defect.range))
    })
}

extension RuleContext {
  /// What the tag at `range` may become: the Markdown that says the same, and the tag as a text.
  fileprivate func markdown(for range: ByteRange) -> [Fix] {
    let tag = file.bytes[range.indices]
    guard tag.first == UInt8(ascii: "<"), !tag.contains(where: { $0 == 0x0A || $0 == 0x0D }),
      let name = tagName(tag), let paragraph = textBlock(around: range)
    else { return [] }
    let plain = Fix(
      Bilingual("montrer ces signes tels quels", "show these characters as they are"), .review,
      [TextEdit(ByteRange(at: range.lowerBound), "\\")])
    if name == "br" {
      return [lineBreak(at: range, in: paragraph)].compactMap { $0 } + [plain]
    }
    guard let mark = ["b": "**", "strong": "**", "i": "*", "em": "*"][name],
      let close = closingTag(name, in: ByteRange(range.upperBound, paragraph.range.upperBound))
    else { return [plain] }
    let title = Bilingual("écrire", "write", naming: mark + "…" + mark)
    return [Fix(title, .review, [TextEdit(range, mark), TextEdit(close, mark)]), plain]
  }

  /// A hard line break in place of `<br>`, the rest indented as the paragraph is; a space in a
  /// heading, which is one line.
  private func lineBreak(at range: ByteRange, in block: Block) -> Fix? {
    guard block.kind == .paragraph else {
      return Fix(
        Bilingual("mettre un espace", "put a space"), .review, [TextEdit(range, " ")])
    }
    let start = file.lineStart(block.range.lowerBound)
    let opening = file.bytes[start..<block.range.lowerBound]
    // Inside a quote, every line needs its own marks.
    guard !opening.contains(UInt8(ascii: ">")) else { return nil }
    let indent = String(repeating: " ", count: opening.count { !isContinuation($0) })
    var end = range.upperBound
    while end < block.range.upperBound, file.bytes[end] == UInt8(ascii: " ") { end += 1 }
    guard end < block.range.upperBound else { return nil }
    let isAtLineEnd = file.lineContentEnd(end) == end
    return Fix(
      Bilingual("passer à la ligne", "break the line"), .review,
      [TextEdit(ByteRange(range.lowerBound, end), isAtLineEnd ? "\\" : "\\\n" + indent)])
  }

  /// The paragraph or heading that holds a range.
  private func textBlock(around range: ByteRange) -> Block? {
    func search(_ blocks: some Sequence<Block>) -> Block? {
      for block in blocks where block.range.contains(range) {
        return block.inlines.isEmpty ? search(block.children) : block
      }
      return nil
    }
    return document.flatMap { search($0.document.blocks) }
  }

  /// The first closing tag of a name; none where it is so far that it may well be another's.
  private func closingTag(_ name: String, in range: ByteRange) -> ByteRange? {
    let tag = Array("</\(name)>".utf8)
    let text = file.bytes[range.indices].prefix(2000)
    let place = text.indices.first { start in
      text[start] == tag[0]
        && text[start...].prefix(tag.count).elementsEqual(tag, by: { $0 | 0x20 == $1 | 0x20 })
    }
    return place.map { ByteRange($0, $0 + tag.count) }
  }
}

/// The name of an opening tag, in lower case.
private func tagName(_ tag: ArraySlice<UInt8>) -> String? {
  let name = tag.dropFirst().prefix { (0x61...0x7A).contains($0 | 0x20) }
  return name.isEmpty ? nil : folded(String(decoding: name, as: UTF8.self))
}
