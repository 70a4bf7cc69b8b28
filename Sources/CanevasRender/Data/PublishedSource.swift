import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

/// A document's Markdown as far as it is published: byte for byte as its author wrote it, but for
/// what no page shows either: comments, text still to be sorted, and where a link to an
/// unpublished document leads, of which only the words stay.
struct PublishedSource {
  private let file: SourceFile
  /// What is left out, in the order of the file.
  private let cuts: [ByteRange]

  init(_ index: Catalogue.Index, of site: Site) {
    let document = site.catalogue.documents[index]
    file = document.file
    var cuts = document.sections.filter { $0.name == .unsorted }.map(\.range)
    for (link, target) in zip(document.links, site.catalogue.targets[index]) {
      guard case .document(let target, _) = target, !site.isPublished(target) else { continue }
      let words = RichText(link.inline.children, clip: link.range).range
      cuts.append(ByteRange(link.range.lowerBound, words.lowerBound))
      cuts.append(ByteRange(words.upperBound, link.range.upperBound))
    }
    if mayHoldComment(file.bytes) {
      for block in document.document.blocks { appendComments(of: block, to: &cuts) }
    }
    self.cuts = cuts.sorted()
  }

  /// The whole file.
  var bytes: [UInt8] { cuts.isEmpty ? file.bytes : bytes(in: file.wholeRange) }

  /// A stretch of the file.
  func bytes(in range: ByteRange) -> [UInt8] {
    var result: [UInt8] = []
    var start = range.lowerBound
    for cut in cuts where cut.lowerBound < range.upperBound && start < cut.upperBound {
      if start < cut.lowerBound { result += file.bytes[start..<cut.lowerBound] }
      start = cut.upperBound
    }
    if start < range.upperBound { result += file.bytes[start..<range.upperBound] }
    return result
  }
}

/// Whether `<!` stands anywhere.
private func mayHoldComment(_ bytes: [UInt8]) -> Bool {
  zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "<") && $1 == UInt8(ascii: "!") }
}

private func appendComments(of block: Block, to cuts: inout [ByteRange]) {
  if block.isComment { cuts.append(block.range) }
  for inline in block.inlines { appendComments(of: inline, to: &cuts) }
  for child in block.children { appendComments(of: child, to: &cuts) }
}

private func appendComments(of inline: Inline, to cuts: inout [ByteRange]) {
  if inline.isComment { cuts.append(inline.range) }
  for child in inline.children { appendComments(of: child, to: &cuts) }
}
