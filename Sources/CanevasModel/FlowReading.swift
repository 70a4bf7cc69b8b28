import CanevasSource
import CanevasSyntax

extension Flow {
  /// Reads `A → B : what (nature)` from an item's inlines: the first arrow outside links parts
  /// the ends, the first colon after it the label; the last parentheses are the nature if they
  /// hold one.
  init(_ item: Item, into defects: inout [Defect]) {
    self.item = item
    isOptional = item.isOptional
    let text = item.name == nil ? item.text : item.block.firstParagraphText ?? item.text
    guard let arrow = firstArrow(in: text) else {
      defects.append(Defect(.malformedFlow, text.range))
      route = .reported
      return
    }
    let from = text.clipped(to: ByteRange(text.range.lowerBound, arrow.lowerBound))
    let after = text.clipped(to: ByteRange(arrow.upperBound, text.range.upperBound))
    let (target, said) = keyAfterLink(after)
    guard !from.isEmpty, !target.isEmpty else {
      defects.append(Defect(.malformedFlow, text.range))
      route = .reported
      return
    }
    let (label, nature) = Flow.nature(said)
    route = .value(
      Route(from: End(from), to: End(target), label: label, nature: nature))
  }

  private static func nature(_ text: RichText) -> (label: RichText, nature: FlowNature?) {
    guard text.plainBytes.last == UInt8(ascii: ")"),
      let open = text.inlines.lastParenthesis(in: text)
    else { return (text, nil) }
    let inside = text.clipped(to: ByteRange(open + 1, text.range.upperBound - 1))
    guard let nature = FlowNature(named: inside.plain) else { return (text, nil) }
    return (text.clipped(to: ByteRange(text.range.lowerBound, open)), nature)
  }
}

extension Flow.End {
  init(_ text: RichText) {
    self.text = text
    var link: Inline?
    for inline in text.parts {
      switch inline.kind {
      case .link: link = link ?? inline
      case .strong, .emphasis: link = link ?? inline.children.first { $0.kind == .link }
      default: break
      }
    }
    self.link = link
  }
}

extension Block {
  /// The text of an item's first paragraph, or of the paragraph itself.
  var firstParagraphText: RichText? {
    kind == .paragraph ? text : children.first { $0.kind == .paragraph }?.text
  }
}

/// The first arrow in a text outside links: `→`, `->` or `-->`.
private func firstArrow(in text: RichText) -> ByteRange? {
  for inline in text.parts where inline.kind == .text {
    // A decoded text, `-&gt;`, is an arrow as well when it is nothing else.
    guard inline.isVerbatim else { continue }
    let literal = text.literal(of: inline)
    let start = max(text.range.lowerBound, inline.range.lowerBound)
    for index in literal.indices {
      for arrow in ["→", "-->", "->"] where literal[index...].starts(with: arrow.utf8) {
        let offset = start + index - literal.startIndex
        return ByteRange(offset, offset + arrow.utf8.count)
      }
    }
  }
  return nil
}

/// Cuts a text at its first colon outside links; without one, all of it is the first part.
private func keyAfterLink(_ text: RichText) -> (head: RichText, rest: RichText) {
  for inline in text.parts where inline.isVerbatim {
    let literal = text.literal(of: inline)
    guard let colon = literal.firstIndex(of: UInt8(ascii: ":")) else { continue }
    let offset =
      max(text.range.lowerBound, inline.range.lowerBound) + colon - literal.startIndex
    return (
      text.clipped(to: ByteRange(text.range.lowerBound, offset)),
      text.clipped(to: ByteRange(offset + 1, text.range.upperBound))
    )
  }
  return (text, text.clipped(to: ByteRange(at: text.range.upperBound)))
}
