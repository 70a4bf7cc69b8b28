import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

/// A stretch of a document's text as search reads it.
struct Passage {
  /// How much a word says of the document that it stands in, rising.
  enum Level: Int {
    case prose, item, tagline, alias, title
  }

  let level: Level
  let text: String
}

extension TypedDocument {
  /// What the document's page says in its author's words, in the page's order. Code is left out,
  /// and so are the headings of named sections, which every document of the kind has.
  var passages: [Passage] {
    var passages = [Passage(level: .title, text: title)]
    if case .actor(let facts) = facts, !facts.aliases.isEmpty {
      passages.append(Passage(level: .alias, text: facts.aliases.joined(separator: ", ")))
    }
    if let tagline = head.tagline {
      passages.append(Passage(level: .tagline, text: tagline.plain))
    }
    for entry in head.metadata.entries where entry.key.isSearched {
      let values = entry.values.map { $0.link?.plain ?? $0.text.plain }
      passages.append(
        Passage(
          level: .item, text: entry.key.rawValue + " : " + values.joined(separator: ", ")))
    }
    let read = [head.title.value?.range, head.tagline?.range, head.metadata.range].compactMap(
      \.self)
    for block in document.blocks where !read.contains(where: { block.range.contains($0) }) {
      let section = section(at: block.range.lowerBound)
      guard section?.name != .unsorted else { continue }
      append(block, level: .prose, isForm: section?.name != nil, to: &passages)
    }
    return passages
  }

  private func append(
    _ block: Block, level: Passage.Level, isForm: Bool, to passages: inout [Passage]
  ) {
    switch block.kind {
    case .heading where isForm: break
    case .heading: passages.append(Passage(level: .item, text: block.text.plain))
    case .paragraph: passages.append(Passage(level: level, text: block.text.plain))
    case .blockQuote:
      for child in block.children { append(child, level: level, isForm: isForm, to: &passages) }
    case .bulletList, .orderedList, .item:
      for child in block.children { append(child, level: .item, isForm: isForm, to: &passages) }
    case .codeBlock, .htmlBlock, .thematicBreak: break
    }
  }
}

extension MetadataKey {
  /// Whether the key's values are looked for by readers: who, where and what, not how the document
  /// is kept.
  fileprivate var isSearched: Bool {
    switch self {
    case .theme, .territory, .carrier, .inspiration, .type, .place, .project, .topic, .lines,
      .funders, .contacts, .canvas, .tool, .publisher:
      true
    case .status, .source, .date, .model, .reviewed, .colour, .diagnosis, .aliases, .site,
      .duration, .start, .end, .approach, .phase, .year, .language, .file, .address, .programme,
      .contact, .licence, .rules, .formerName, .draft:
      false
    }
  }
}

/// The text in pieces that can be shown each as the context of a word: cut between words, after
/// the end of a sentence where there is one.
func contexts(of text: String, upTo limit: Int = 240) -> [String] {
  var words = text.utf8.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) })[...]
  var pieces: [String] = []
  while !words.isEmpty {
    var count = 0
    var length = 0
    var sentence: Int?
    while count < words.count, length + words[words.startIndex + count].count <= limit || count == 0
    {
      let word = words[words.startIndex + count]
      length += word.count + 1
      count += 1
      if let last = word.last, ".?!".utf8.contains(last), length > limit / 3 { sentence = count }
    }
    let isCut = count < words.count && sentence == nil
    if count < words.count, let sentence { count = sentence }
    let piece = words.prefix(count).map { String(Substring($0)) }.joined(separator: " ")
    pieces.append(isCut ? piece + " …" : piece)
    words = words.dropFirst(count)
  }
  return pieces
}
