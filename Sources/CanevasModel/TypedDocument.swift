package import CanevasSource
package import CanevasSyntax

/// One document of the catalogue, read and typed on its own: no other document was looked at.
package struct TypedDocument: Sendable {
  package let id: DocumentID
  package let document: Document
  /// Whether the file could be parsed. When not, all parts are empty and a defect says why.
  package let isParsed: Bool
  package let head: Head
  package let facts: Facts
  /// The level-2 sections, in the author's order.
  package let sections: [Section]
  /// Every link and image, in document order.
  package let links: [Link]
  package let anchors: [Anchor]
  /// A canvas's key figures: the amounts of its sections, in document order.
  package let amounts: [Amount]
  /// What its authors let pass, in order of place.
  package let waivers: [Waiver]
  /// What is wrong with the file, in order of place.
  package let defects: [Defect]

  package var file: SourceFile { document.file }

  /// The title as a reader sees it; the slug where the title is missing.
  package var title: String { head.title.value?.plain ?? id.slug }

  /// Whether the document says of itself that it is not to be published.
  package var isDraft: Bool {
    let word = head.metadata.entry(.draft)?.values.first?.text.plain
    return word.flatMap { YesNo(named: $0) } == .yes
  }

  package func section(_ name: SectionName) -> Section? {
    sections.first { $0.name == name }
  }

  /// The place in `links` of a link or image.
  package func link(for inline: Inline) -> Int? {
    let place = links.place { $0.inline.ordinal < inline.ordinal }
    return place < links.count && links[place].inline.ordinal == inline.ordinal ? place : nil
  }

  /// The link or image of a range.
  package func link(at range: ByteRange) -> Link? {
    let place = links.place { $0.range.lowerBound < range.lowerBound }
    return links[place...].prefix { $0.range.lowerBound == range.lowerBound }
      .first { $0.range == range }
  }

  /// The section that an offset of the file lies in.
  package func section(at offset: Int) -> Section? {
    let place = sections.place { $0.range.lowerBound <= offset }
    guard place > 0, offset <= sections[place - 1].range.upperBound else { return nil }
    return sections[place - 1]
  }

  /// The identifier of a heading on the document's page.
  package func anchor(of heading: Block) -> String? {
    let place = anchors.place { $0.heading.range < heading.range }
    return place < anchors.count && anchors[place].heading.range == heading.range
      ? anchors[place].id : nil
  }
}

extension TypedDocument {
  /// Lowers a parsed file to its typed model.
  package init(_ parsed: ParsedFile, id: DocumentID) {
    var defects = parsed.defects
    if !isSlug(id.slug) || id.slug == "index" {
      // A kind's list is its folder's `index.html`.
      let better = id.slug == "index" ? "index-1" : slug(id.slug)
      defects.append(Defect(.fileNameNotSlug(slug: better), ByteRange(at: 0)))
    }
    let file = parsed.document.file
    let frontMatter = frontMatterRange(of: file.bytes)
    if parsed.isParsed, let frontMatter { defects.append(Defect(.frontMatter, frontMatter)) }
    let blocks = parsed.document.blocks.filter { block in
      frontMatter.map { block.range.lowerBound >= $0.upperBound } ?? true
    }
    // What an unparsed file seems to lack is not its author's fault.
    var found: [Defect] = []
    let model = canvasModel(of: blocks, kind: id.kind)
    var outline = Outline(
      blocks, sections: id.kind.sections(in: model), path: file.path, into: &found)
    let head = Head(outline, kind: id.kind, file: file, into: &found)
    let facts = Facts(head.metadata, kind: id.kind, into: &found)
    let sections = outline.sections.map { Section($0, into: &found) }
    var walk = TextWalk(kind: id.kind)
    walk.visit(head: head, sections: sections, outline: outline)
    outline.account(for: walk.typedHeadings)
    reportMissing(outline, facts, head, kind: id.kind, model: model, into: &found)
    if frontMatter != nil { found.removeAll { $0.kind.isExplainedByFrontMatter } }
    found.removeAll { isLeftBlank($0, walk.defects) }
    if parsed.isParsed { defects += (found + walk.defects).outside(ofConflictsIn: parsed) }

    self.id = id
    document = parsed.document
    isParsed = parsed.isParsed
    self.head = head
    self.facts = facts
    self.sections = sections
    links = walk.links
    anchors = makeAnchors(walk.headings)
    amounts = walk.amounts
    waivers = Waiver.all(in: parsed.document)
    self.defects = defects.sorted { $0.range < $1.range }
  }
}

/// Whether a defect is a typed value's that nobody has written yet: the blank's mark that was left
/// there tells it.
private func isLeftBlank(_ defect: Defect, _ others: [Defect]) -> Bool {
  defect.kind.isUnreadableValue
    && others.contains { $0.kind == .placeholder && defect.range.contains($0.range) }
}

extension [Defect] {
  /// These without what the markers of conflicts are to blame for: what stands between them is
  /// there twice, and the head falls apart.
  fileprivate func outside(ofConflictsIn file: ParsedFile) -> [Defect] {
    let conflicts = file.defects.filter { $0.kind == .conflictMarker }.map(\.range)
    guard !conflicts.isEmpty else { return self }
    return filter { defect in
      !defect.kind.isExplainedByFrontMatter && defect.kind != .textBeforeSections
        && !conflicts.contains { $0.contains(defect.range) }
    }
  }
}

extension Defect.Kind {
  fileprivate var isUnreadableValue: Bool {
    switch self {
    case .valueNotInVocabulary, .unreadableDate, .unreadableDuration: true
    default: false
    }
  }

  /// Whether a part is missing that a front matter is likely to hold.
  fileprivate var isExplainedByFrontMatter: Bool {
    switch self {
    case .noTitle, .noMetadata, .missingKey: true
    default: false
    }
  }
}

extension Section {
  fileprivate init(_ section: Outline.Section, into defects: inout [Defect]) {
    name = section.name
    heading = section.heading
    range =
      section.blocks.last.map { section.heading.range.union($0.range) }
      ?? section.heading.range
    if let name = section.name {
      content = SectionContent(section, name: name, into: &defects)
      if name == .unsorted, !section.blocks.isEmpty {
        defects.append(Defect(.unsortedText, section.heading.range))
      }
    } else {
      content = .prose(section.blocks)
    }
  }

  /// Whether nothing but comments stands under the heading.
  package var isEmpty: Bool {
    switch content {
    case .challenge(let challenge): challenge.opening.isEmpty && challenge.solution.isEmpty
    case .prose(let blocks): blocks.allSatisfy(\.isComment)
    case .items(let list): list.isEmpty
    case .propositions(let list): list.isEmpty
    case .revenue(let list): list.isEmpty
    case .indicators(let list): list.isEmpty
    case .flows(let list): list.isEmpty
    case .offering(let offering):
      offering.core == nil && offering.mainValue == nil && offering.identity == nil
        && offering.further.isEmpty
    case .forces(let parts): parts.isEmpty
    case .evaluation(let parts): parts.isEmpty
    case .steps(let list): list.isEmpty
    case .votes(let list): list.isEmpty
    }
  }
}

/// The canvas model that the metadata name: the headings cannot be told before it.
private func canvasModel(of blocks: [Block], kind: Kind) -> CanvasModel {
  guard kind == .canvas else { return .circular }
  let opening = blocks.prefix { block in
    if case .heading(let level) = block.kind, level >= 2 { return false }
    return true
  }
  for list in opening where list.isList {
    for item in list.children {
      guard let paragraph = item.children.first(where: { $0.kind == .paragraph }),
        let (key, value) = keyAndValue(paragraph.text),
        MetadataKey(named: key.plain, of: kind) == .model
      else { continue }
      return CanvasModel(named: value.plain) ?? .circular
    }
  }
  return .circular
}

/// Records the keys and sections that the document needs and lacks.
private func reportMissing(
  _ outline: Outline, _ facts: Facts, _ head: Head, kind: Kind, model: CanvasModel,
  into defects: inout [Defect]
) {
  var severity = Severity.error
  var needed = kind.requiredSections
  if case .canvas(let canvas) = facts {
    let isIdea = canvas.status.value?.isIdea ?? true
    severity = isIdea ? .warning : .error
    needed = isIdea ? model.neededByIdea : model.neededOnceChosen
  }
  let end = ByteRange(at: outline.title?.range.upperBound ?? 0)
  if head.metadata.range != nil {
    for key in kind.requiredKeys where !head.metadata.seen.contains(key) {
      let place = head.metadata.range.map { ByteRange(at: $0.lowerBound) } ?? end
      defects.append(Defect(.missingKey(name: key.rawValue, severity: severity), place))
    }
  }
  for name in needed {
    if !outline.accounted.contains(name) {
      defects.append(
        Defect(
          .missingSection(name: name.heading, severity: severity),
          outline.title?.text.range ?? ByteRange(at: 0)))
    } else if let section = outline.sections.first(where: { $0.name == name }),
      section.blocks.allSatisfy(\.isComment)
    {
      defects.append(
        Defect(.emptySection(name: name.heading, severity: severity), section.heading.text.range))
    }
  }
}

/// The range of a YAML front matter at the very start of a file, or behind a byte-order mark:
/// `---`, then lines among which one is `key: value`, then `---` or `...`.
func frontMatterRange(of bytes: [UInt8]) -> ByteRange? {
  let mark = Array("\u{FEFF}".utf8)
  let text = bytes.prefix(8192).dropFirst(bytes.starts(with: mark) ? mark.count : 0)
  // The line feed of CR LF opens a line that is empty, and no line of it.
  let lines = text.split(maxSplits: 200, omittingEmptySubsequences: false) {
    $0 == 0x0A || $0 == 0x0D
  }
  func isLine(_ line: ArraySlice<UInt8>, _ text: String) -> Bool {
    var line = line
    while line.last == 0x20 { line.removeLast() }
    return line.elementsEqual(text.utf8)
  }
  guard let first = lines.first, isLine(first, "---") else { return nil }
  guard
    let close = lines.dropFirst().firstIndex(where: { isLine($0, "---") || isLine($0, "...") }),
    lines[1..<close].contains(where: { $0.contains(UInt8(ascii: ":")) })
  else { return nil }
  return ByteRange(text.startIndex, lines[close].endIndex)
}

/// Gives every heading an identifier that is its own on the page.
private func makeAnchors(_ headings: [Block]) -> [Anchor] {
  var used: Set<String> = []
  var next: [String: Int] = [:]
  return headings.map { heading in
    let slug = slug(heading.text.plain)
    let base = slug.isEmpty ? "section" : slug
    var id = base
    while !used.insert(id).inserted {
      let number = next[base] ?? 2
      next[base] = number + 1
      id = "\(base)-\(number)"
    }
    return Anchor(id: id, heading: heading)
  }
}
