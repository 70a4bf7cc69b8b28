import CanevasSource
import CanevasSyntax

/// What a document says, without its layout: equal for two documents that are read and rendered
/// alike. Not part of it is how fixed headings and keys are spelt and in which order the sections
/// stand. What formatting has to keep; `TypedDocument.fingerprint` is for what may change between.
package struct Meaning: Equatable, Sendable {
  private var isParsed: Bool
  /// What stands before the first section.
  private var head: [UInt8] = []
  /// The sections, sorted.
  private var sections: [[UInt8]] = []
  /// Comments between blocks, sorted, but for waivers: those speak of the next block.
  private var comments: [[UInt8]] = []
  /// Link reference definitions, sorted: the tree tells only of those that are used.
  private var definitions: [[UInt8]] = []

  /// Reads what a document says.
  package init(_ document: TypedDocument) {
    isParsed = document.isParsed
    let headings = FixedHeadings(document)
    let metadata = document.head.metadata
    var part: [UInt8] = []
    var waivers: [UInt8] = []
    var isHead = true
    func close() {
      if isHead { head = part } else { sections.append(part) }
      part = []
    }
    for block in document.document.blocks {
      if block.isComment {
        if block.isWaiver {
          waivers += trimmed(block.literal)
        } else {
          comments.append(Array(trimmed(block.literal)))
        }
        continue
      }
      if headings.sections.contains(block.range) {
        close()
        isHead = false
      }
      part += waivers
      waivers = []
      if let name = headings.names[block.range] {
        part += "§\(name)\n".utf8
        append(comments: block.inlines, to: &part)
      } else if block.isList, metadata.range?.contains(block.range) == true {
        for item in block.children { append(item, of: metadata, to: &part) }
      } else {
        block.appendContent(to: &part)
      }
    }
    close()
    comments.append(waivers)
    sections.sort { $0.lexicographicallyPrecedes($1) }
    comments.sort { $0.lexicographicallyPrecedes($1) }
    definitions = BlockLines(document.document).definitions(in: document.file.bytes)
      .sorted { $0.lexicographicallyPrecedes($1) }
  }
}

/// An item of the metadata: its key and its values, for which it does not matter whether the list
/// is tight.
private func append(_ item: Block, of metadata: Metadata, to part: inout [UInt8]) {
  // The count tells the item's blocks from those behind the list.
  part += "• \(item.children.count { _ in true })\n".utf8
  let entry = metadata.entries.first { $0.range == item.range }
  for (number, child) in item.children.enumerated() {
    if let entry, number == 0 {
      part += entry.key.rawValue.utf8
      for value in entry.values { append(value, to: &part) }
      append(comments: child.inlines, to: &part)
    } else if child.kind == .paragraph {
      part += "¶".utf8
      HTMLRenderer(rawHTML: .asText).render(child.inlines, into: &part)
      append(comments: child.inlines, to: &part)
    } else {
      child.appendContent(to: &part)
    }
  }
}

private func append(_ value: Metadata.Value, to part: inout [UInt8]) {
  part += "\n=".utf8
  let renderer = HTMLRenderer(rawHTML: .asText)
  if let link = value.link {
    renderer.render(link, into: &part)
  } else {
    renderer.render(value.text, into: &part)
  }
  if let note = value.note {
    part += "~".utf8
    renderer.render(note, into: &part)
  }
}

private func append(comments inlines: InlineSequence, to part: inout [UInt8]) {
  for inline in inlines where inline.isComment { part += inline.literal }
}

/// A literal without the white space around it.
private func trimmed(_ literal: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let end = literal.lastIndex { !isWhiteSpace($0) }.map { $0 + 1 } ?? literal.startIndex
  return literal[..<end].drop(while: isWhiteSpace)
}

extension BlockLines {
  /// The lines that belong to no block and are not blank.
  fileprivate func definitions(in bytes: [UInt8]) -> [[UInt8]] {
    zip(ranges, lines).compactMap { range, line in
      guard line?.block == nil else { return nil }
      let text = bytes[line?.text.indices ?? range.indices].drop {
        isWhiteSpace($0) || $0 == UInt8(ascii: ">")
      }
      return text.isEmpty ? nil : trimmedEnd(text)
    }
  }
}

extension Block {
  /// Whether this is a comment that speaks of the block below it.
  fileprivate var isWaiver: Bool {
    isComment && trimmed(literal).starts(with: "<!-- canevas-".utf8)
  }
}
