import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// The most documents that are offered at once.
  private static let mostDocuments = 100

  /// A document that may be linked to, by one of its names.
  private struct Candidate {
    let index: Catalogue.Index
    let name: String
    let rank: Int
  }

  /// The documents of some kinds, or of all, that match: whole names first.
  private func candidates(
    _ kinds: [Kind]?, without others: Set<Catalogue.Index> = [],
    by rank: (TypedDocument) -> (name: String, rank: Int)?
  ) -> [Candidate] {
    let kinds = kinds ?? Kind.allCases.filter { $0 != .catalogue }
    let found = kinds.flatMap { catalogue.documents(of: $0) }.compactMap { other -> Candidate? in
      guard other != index, !others.contains(other), let best = rank(catalogue.documents[other])
      else { return nil }
      return Candidate(index: other, name: best.name, rank: best.rank)
    }
    let sorted = found.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    return sorted.prefix(Self.mostDocuments).map(\.element)
  }

  /// Whole links to documents, found by any of their names.
  func linkCompletions(
    _ line: CursorLine, to kinds: [Kind]?, from start: Int, typedFrom: Int, prefix: String = "",
    without others: Set<Catalogue.Index> = []
  ) -> [Completion] {
    let pattern = Pattern(line.typed(from: typedFrom))
    let end = start < typedFrom ? line.linkEnd : line.cursor
    return candidates(kinds, without: others) { pattern.best(of: $0.nameList) }.map { candidate in
      let document = catalogue.documents[candidate.index]
      return completion(
        candidate.name, document.id.kind == .actor ? .actor : .document,
        detail: detail(of: document, as: candidate.name),
        documentation: card(of: candidate.index), line, from: start, to: end,
        text: prefix + link(to: document, as: candidate.name))
    }
  }

  /// What a document is, and its title where it was found by another name.
  private func detail(of document: TypedDocument, as name: String) -> String {
    let kind = document.id.kind.nouns.one[language]
    return name == document.title ? kind : "\(kind) · \(document.title)"
  }

  /// A link from this document to another, as it is written.
  func link(to other: TypedDocument, as name: String) -> String {
    let text = name.replacing("\\", with: "\\\\").replacing("[", with: "\\[")
      .replacing("]", with: "\\]")
    return "[\(text)](\(path(to: other)))"
  }

  private func path(to other: TypedDocument) -> String {
    percentEncoded(relativePath(to: other.file.path, from: file.path), isPath: true)
  }

  /// Paths of documents, or identifiers of headings behind `#`.
  func destinationCompletions(_ line: CursorLine, from start: Int) -> [Completion] {
    let typed = line.typed(from: start)
    let isPointed = start > 0 && file.bytes[start - 1] == UInt8(ascii: "<")
    let close = isPointed ? UInt8(ascii: ">") : UInt8(ascii: ")")
    let written = line.after.prefix { !isWhiteSpace($0) && $0 != close }
    let isClosed = file.bytes[written.endIndex..<line.range.upperBound].first == close
    let isDefinition = !line.before[..<start].contains(UInt8(ascii: "("))
    let closer = isClosed || isDefinition ? "" : isPointed ? ">)" : ")"
    let end = isClosed ? written.endIndex : line.cursor
    if let mark = typed.firstIndex(of: "#") {
      let anchorStart = start + typed[...mark].utf8.count
      return anchorCompletions(
        line, of: String(typed[..<mark]), from: anchorStart, to: end, closer: closer)
    }
    let anchor = written.firstIndex(of: UInt8(ascii: "#"))
    return candidates(kinds(forLinkOn: line, textEnd: start)) { rank($0, of: typed) }
      .map { candidate in
        let document = catalogue.documents[candidate.index]
        return completion(
          document.title, .document, detail: document.file.path,
          documentation: card(of: candidate.index), line, from: start,
          to: isClosed ? anchor ?? end : end, text: path(to: document) + closer)
      }
  }

  /// How well a document matches a path that is being typed: by the path itself, or by the title
  /// or slug behind the last slash.
  private func rank(_ other: TypedDocument, of typed: String) -> (name: String, rank: Int)? {
    if typed.isEmpty { return (other.title, 0) }
    let path = path(to: other)
    if path.hasPrefix(typed) { return (other.title, 0) }
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { typed[...$0] } ?? ""
    guard path.hasPrefix(folder) else { return nil }
    let last = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
    return Pattern(last).best(of: other.callNames).map { ($0.name, $0.rank + 1) }
  }

  /// The kinds that a link on a line should lead to, by the place that it stands in.
  private func kinds(forLinkOn line: CursorLine, textEnd: Int) -> [Kind]? {
    guard let item = line.item else { return nil }
    if isInMetadata(line) {
      let text = file.bytes[item.text..<line.cursor]
      let name = text.prefix { $0 != UInt8(ascii: ":") }
      return MetadataKey(named: String(decoding: name, as: UTF8.self), of: document.id.kind)?
        .role.kinds
    }
    guard let role = section(above: line)?.name?.role else { return nil }
    let text = file.bytes[item.text..<textEnd]
    let opensItem = [UInt8(ascii: "["), UInt8(ascii: "*")].contains(text.first ?? 0)
    let isEnd = role == .flowEnd && !text.dropLast(2).contains(UInt8(ascii: ":"))
    return opensItem && text.count { $0 == UInt8(ascii: "[") } == 1 || isEnd ? role.kinds : nil
  }

  /// The headings of a document that a path leads to.
  private func anchorCompletions(
    _ line: CursorLine, of path: String, from start: Int, to end: Int, closer: String
  ) -> [Completion] {
    let full = path.isEmpty ? file.path : resolvedPath(percentDecoded(path), from: file.path)
    guard let full, let id = DocumentID(path: full), let other = catalogue.index(of: id),
      catalogue.documents[other].file.path == full
    else { return [] }
    let found = catalogue.documents[other]
    let anchors = found.anchors.filter { $0.heading.level > 1 }
    return matching(anchors, line.typed(from: start)) { [$0.id, $0.heading.text.plain] }
      .map { anchor in
        completion(
          anchor.heading.text.plain, .anchor, detail: found.title, line, from: start, to: end,
          text: anchor.id + closer)
      }
  }

  /// Actors by the words that end where the cursor stands, as far as they open one of their names.
  func proseCompletions(_ line: CursorLine, from start: Int) -> [Completion] {
    if let open = line.openBracket(from: start) {
      return linkCompletions(line, to: nil, from: open, typedFrom: open + 1)
    }
    let typed = file.bytes[start..<line.cursor]
    let starts = typed.indices.filter { place in
      isLetter(typed[place]) && !isContinuation(typed[place])
        && (place == typed.startIndex || !isLetter(typed[place - 1]))
    }
    for place in starts.suffix(5) where line.cursor - place >= 3 {
      let key = folded(typed[place...])
      let found = candidates([.actor]) { actor in
        actor.nameList.first { folded($0.utf8).starts(with: key) }.map { ($0, 0) }
      }
      guard found.isEmpty else {
        return linkCompletions(line, to: [.actor], from: place, typedFrom: place)
      }
    }
    return []
  }
}
