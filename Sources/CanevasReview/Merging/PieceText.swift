import CanevasModel
import CanevasSource
import CanevasSyntax

/// What becomes of a piece's own text.
enum PieceText {
  case settled([UInt8])
  /// Each side made something else of it.
  case conflict
}

extension MergePlan {
  /// An item's own text, put together from the versions.
  func text(of index: Int) -> PieceText {
    let nodes = items[index].nodes
    let texts = Version.allCases.map { version in nodes[version].map { trees[version].text($0) } }
    let (base, ours, theirs) = (texts[0], texts[1], texts[2])
    guard let ours else {
      return .settled(withNewBullet(Array(theirs ?? base ?? []), index, .theirs))
    }
    guard let theirs else { return .settled(withNewBullet(Array(ours), index, .ours)) }
    if ours == theirs { return .settled(Array(ours)) }
    guard let base else {
      return saysTheSame(index, .ours, .theirs) ? .settled(Array(ours)) : .conflict
    }
    guard let (text, source) = merged(index, Versions(base: base, ours: ours, theirs: theirs))
    else {
      return .conflict
    }
    let marked = withMergedBullet(text, Versions(base: base, ours: ours, theirs: theirs))
    return .settled(reindented(marked, index, from: source))
  }

  /// The text, and the version whose indentation it has.
  private func merged(
    _ index: Int, _ texts: Versions<ArraySlice<UInt8>>
  ) -> (text: [UInt8], source: Version)? {
    if texts.ours == texts.base { return (Array(texts.theirs), .theirs) }
    if texts.theirs == texts.base || saysTheSame(index, .ours, .theirs) {
      return (Array(texts.ours), .ours)
    }
    if let settled = LineMerge(texts.map { lines($0 + [0x0A]) }).settled {
      return (Array(settled.joined().dropLast()), items[index].place)
    }
    if saysTheSame(index, .ours, .base) { return (Array(texts.theirs), .theirs) }
    if saysTheSame(index, .theirs, .base) { return (Array(texts.ours), .ours) }
    return unitedValues(index, texts).map { ($0, .ours) }
  }

  /// The bullet changes on one side while the other one changes the text.
  private func withMergedBullet(
    _ text: [UInt8], _ texts: Versions<ArraySlice<UInt8>>
  ) -> [UInt8] {
    let bullets = texts.map { bullet(of: $0) }
    guard bullets.all.allSatisfy({ $0 != nil }), let place = bulletPlace(of: text[...]),
      let bullet = bullets.merged ?? bullets.ours
    else { return text }
    var text = text
    text[place] = bullet
    return text
  }

  /// The text of an item that a side added, with the bullet that the other side gave the items
  /// around it.
  private func withNewBullet(_ text: [UInt8], _ index: Int, _ side: Version) -> [UInt8] {
    guard items[index].nodes.base == nil, let node = items[index].nodes[side],
      let place = bulletPlace(of: text[...])
    else { return text }
    let tree = trees[side]
    for sibling in tree.children(of: tree.nodes[node].parent) {
      let nodes = items[item[side][sibling]].nodes
      guard let base = nodes.base, let ours = nodes.ours, let theirs = nodes.theirs else {
        continue
      }
      let bullets = Versions(
        base: bullet(of: trees.base.text(base)), ours: bullet(of: trees.ours.text(ours)),
        theirs: bullet(of: trees.theirs.text(theirs)))
      guard bullets[side] == text[place], let bullet = bullets.merged ?? nil else { continue }
      var text = text
      text[place] = bullet
      return text
    }
    return text
  }

  /// A text that takes the place which the other side gave it, indented as there.
  private func reindented(_ text: [UInt8], _ index: Int, from source: Version) -> [UInt8] {
    let place = items[index].place
    guard place != source, let own = items[index].nodes[source],
      let other = items[index].nodes[place], parent(index, place) != parent(index, source)
    else { return text }
    let change = indentation(trees[place].text(other)) - indentation(trees[source].text(own))
    return change == 0 ? text : indented(text, by: change)
  }
}

private func indentation(_ text: ArraySlice<UInt8>) -> Int { text.prefix { $0 == 0x20 }.count }

/// Lines with more or less white space before each.
private func indented(_ text: [UInt8], by change: Int) -> [UInt8] {
  lines(text[...]).flatMap { line -> [UInt8] in
    guard line.contains(where: { !isWhiteSpace($0) }) else { return Array(line) }
    let margin = max(0, change)
    let surplus = min(max(0, -change), indentation(line))
    return Array(repeating: 0x20, count: margin) + line.dropFirst(surplus)
  }
}

/// Where the bullet of an item stands that opens a text.
private func bulletPlace(of text: ArraySlice<UInt8>) -> Int? {
  guard let place = text.firstIndex(where: { $0 != 0x20 }), "-*+".utf8.contains(text[place]),
    place + 1 == text.endIndex || isWhiteSpace(text[place + 1])
  else { return nil }
  return place
}

private func bullet(of text: ArraySlice<UInt8>) -> UInt8? { bulletPlace(of: text).map { text[$0] } }

// Values of the metadata.
extension MergePlan {
  /// An entry with the values that either side added to those of the base; `nil` if one of them
  /// took a value out, or the key has but one.
  private func unitedValues(
    _ index: Int, _ texts: Versions<ArraySlice<UInt8>>
  ) -> [UInt8]? {
    guard case .piece(.entry(let key?)) = kind(index),
      case .free = key.shape(in: trees.base.pieces.document.id.kind)
    else { return nil }
    let base = values(index, .base)
    let ours = values(index, .ours)
    let theirs = values(index, .theirs)
    let old = base.map(\.content)
    guard !old.isEmpty, ours.map(\.content).filter({ old.contains($0) }) == old,
      theirs.map(\.content).filter({ old.contains($0) }) == old, let last = ours.last
    else { return nil }
    let known = ours.map(\.content)
    var text = Array(trees.ours.bytes[texts.ours.startIndex..<last.range.upperBound])
    for (previous, value) in zip(theirs, theirs.dropFirst()) where !known.contains(value.content) {
      text += trees.theirs.bytes[previous.range.upperBound..<value.range.upperBound]
    }
    text += trees.ours.bytes[last.range.upperBound..<texts.ours.endIndex]
    let added = theirs.map(\.content).filter { !known.contains($0) }
    return readBack(text, key) == known + added ? text : nil
  }

  private func values(_ index: Int, _ version: Version) -> [EntryValue] {
    let document = trees[version].pieces.document
    guard let node = node(index, version), let piece = node.piece,
      let block = trees[version].pieces.pieces[piece].block
    else { return [] }
    let entry = document.head.metadata.entries.first { $0.range == block.range }
    return (entry?.values ?? []).map(EntryValue.init).filter { node.text.contains($0.range) }
  }

  /// The values of a key in a text that stands alone.
  private func readBack(_ text: [UInt8], _ key: MetadataKey) -> [[UInt8]] {
    let id = trees.base.pieces.document.id
    let file = SourceFile(path: "", bytes: Array("# A\n\n".utf8) + text)
    let document = TypedDocument(ParsedFile(file), id: id)
    return (document.head.metadata.entry(key)?.values ?? []).map { EntryValue($0).content }
  }
}

/// One value of an entry.
private struct EntryValue {
  /// What it says.
  let content: [UInt8]
  let range: ByteRange

  init(_ value: Metadata.Value) {
    var content = value.text.plainBytes
    var range = value.text.range
    if let link = value.link {
      content += [0] + link.destination
      range = range.union(link.range)
    }
    if let note = value.note {
      content += [1] + note.plainBytes
      range = range.union(ByteRange(note.range.lowerBound, note.range.upperBound + 1))
    }
    self.content = content
    self.range = range
  }
}
