import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasTestSupport

/// Makes a mess of a document's layout without changing what it says.
struct Mess {
  private var numbers: SplitMix

  init(seed: UInt64) {
    numbers = SplitMix(state: seed)
  }

  /// A document in canonical form with its sections in another order, other bullets and wider
  /// indentation, more blank lines, white space at line ends, and other spellings.
  mutating func made(of document: TypedDocument) -> String {
    let bullet = ["*", "+"].randomElement(using: &numbers)!
    var isCode = false
    var text = Bool.random(using: &numbers) ? "" : "\u{FEFF}\n"
    for line in shuffled(document).split(separator: "\n", omittingEmptySubsequences: false) {
      let isFence = line.drop { " >".contains($0) }.hasPrefix("```")
      if isCode || isFence || line.hasPrefix("    ") {
        text += line
      } else {
        text += messy(String(line), bullet: bullet, isFixed: document.id.kind.hasFixedHeadings)
      }
      if isFence { isCode.toggle() }
      text += "\n"
      if !isCode, line.isEmpty, Bool.random(using: &numbers) { text += " \n\n" }
    }
    return text
  }

  private mutating func shuffled(_ document: TypedDocument) -> String {
    let texts = SectionTexts(document)
    let file = document.file
    guard document.id.kind.hasFixedHeadings, !document.sections.isEmpty,
      document.sections.allSatisfy({ $0.name != nil })
    else { return file.text(file.wholeRange) }
    let parts = document.sections.indices.shuffled(using: &numbers).map { index in
      file.text(ByteRange(texts.range(index).lowerBound, texts.contentEnd(index)))
    }
    return file.text(ByteRange(0, texts.range(0).lowerBound)) + parts.joined(separator: "\n\n")
      + "\n"
  }

  private func messy(_ line: String, bullet: String, isFixed: Bool) -> String {
    var line = line
    if line.hasPrefix("#") {
      line = isFixed && !line.hasPrefix("# ") ? line.lowercased() + " :" : line + "  ##"
    } else if line.hasPrefix("- "), let colon = line.firstIndex(of: ":"), isFixed,
      MetadataKey(rawValue: String(line[..<colon].dropFirst(2).dropLast())) != nil
    {
      line = "- " + line[..<colon].dropFirst(2).dropLast().lowercased() + line[colon...]
    }
    let text = line.drop { $0 == " " }
    let indentation = String(repeating: " ", count: 2 * (line.count - text.count))
    let item = text.hasPrefix("- ") ? bullet + "   " + text.dropFirst(2) : String(text)
    return indentation + item + (line.isEmpty || line.hasSuffix("  ") ? "" : "\t")
  }
}

extension Kind {
  /// Whether documents of the kind have headings that the compiler knows.
  fileprivate var hasFixedHeadings: Bool { sections(in: .circular) != nil }
}
