package import CanevasModel
import CanevasSource
import CanevasSyntax

/// What a fix writes where an author has to write: the mark that blank documents have too.
package let placeholder = "À PRÉCISER"

extension SectionName {
  /// What stands under the heading until an author replaces it: the mark, and what to ask the
  /// group.
  package var placeholderText: String {
    let text = "\(placeholder) : \(guidance.question.french)"
    return switch shape {
    case .prose, .challenge, .forces, .evaluation: text
    case .items, .propositions, .revenue, .indicators, .flows, .offering, .steps, .votes:
      "- " + text
    }
  }
}

extension SourceFile {
  /// The lines that `range` touches, with the line end of the last.
  func wholeLines(_ range: ByteRange) -> ByteRange {
    ByteRange(lineStart(range.lowerBound), nextLineStart(range.upperBound))
  }

  /// Where the destination of an inline link stands; `nil` when it does not stand in the link as
  /// it is read: behind a reference, or with escapes.
  func destinationRange(of link: Inline) -> ByteRange? {
    let text = bytes[link.range.indices]
    let destination = link.destination
    guard !destination.isEmpty else { return nil }
    for bracket in text.indices.reversed() where text[bracket...].starts(with: "](".utf8) {
      var start = bracket + 2
      while let space = spaceAtStart(text[start...]) { start += space }
      if start < text.endIndex, text[start] == UInt8(ascii: "<") { start += 1 }
      if text[start...].starts(with: destination) {
        return ByteRange(start, start + destination.count)
      }
    }
    return nil
  }
}

extension RuleContext {
  /// The link that stands at `range`.
  func link(at range: ByteRange) -> Link? {
    document?.link(at: range)
  }

  /// Fixes that put one of `paths` in place of the path of the link at `range`; its anchor stays.
  func redirections(ofLinkAt range: ByteRange, to paths: [String]) -> [Fix] {
    guard let link = link(at: range), let place = file.destinationRange(of: link.inline)
    else { return [] }
    let path = file.bytes[place.indices].prefix {
      $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?")
    }
    let target = ByteRange(path.startIndex, path.endIndex)
    return paths.map { Fix(.replace(by: $0), .review, [TextEdit(target, $0)]) }
  }
}
