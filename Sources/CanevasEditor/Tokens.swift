import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// What is coloured by its meaning: the metadata's keys and words, the ends, arrows and natures
  /// of flows, mechanisms, names of items, amounts; by place.
  package var tokens: [Token] {
    var found = metadataTokens
    for section in document.sections {
      if case .flows(let list) = section.content {
        found += list.values.flatMap(tokens(of:))
      } else {
        found += section.tokensOfNames
      }
    }
    found += document.amounts.map { Token(range: $0.range, kind: .amount) }
    return found.flatMap(onLines).apart
  }

  private var metadataTokens: [Token] {
    document.head.metadata.entries.flatMap { entry -> [Token] in
      let key = Token(range: entry.keyRange, kind: .key)
      guard case .words = entry.key.shape(in: document.id.kind) else { return [key] }
      return [key] + entry.values.map { Token(range: $0.text.range, kind: .word) }
    }
  }

  private func tokens(of flow: Flow) -> [Token] {
    guard let route = flow.route.value else { return [] }
    let ends = [route.from, route.to].map {
      Token(range: $0.link?.textRange ?? $0.text.range, kind: .party)
    }
    let others = [(flow.arrowRange, Token.Kind.arrow), (flow.natureRange, .nature)]
    return ends + others.compactMap { range, kind in range.map { Token(range: $0, kind: kind) } }
  }

  /// A token as one on each of its lines.
  private func onLines(_ token: Token) -> [Token] {
    var tokens: [Token] = []
    var start = token.range.lowerBound
    while start < token.range.upperBound {
      let end = min(file.lineContentEnd(start), token.range.upperBound)
      if start < end { tokens.append(Token(range: ByteRange(start, end), kind: token.kind)) }
      start = max(file.nextLineStart(start), start + 1)
    }
    return tokens
  }
}

extension Section {
  fileprivate var tokensOfNames: [Token] {
    var mechanisms: Set<ByteRange> = []
    if case .revenue(let list) = content {
      for name in list.values.compactMap(\.item.name) where Mechanism(opening: name.plain) != nil {
        mechanisms.insert(name.text.range)
      }
    }
    return items.compactMap { item in
      guard let name = item.name, !name.text.isEmpty else { return nil }
      let range = name.link?.textRange ?? name.text.range
      return Token(
        range: range, kind: mechanisms.contains(name.text.range) ? .mechanism : .name)
    }
  }
}

extension Inline {
  /// What stands between a link's brackets.
  var textRange: ByteRange? {
    var range: ByteRange?
    for child in children { range = range?.union(child.range) ?? child.range }
    return range
  }
}

extension [Token] {
  /// The tokens by place; of two that overlap, the first.
  fileprivate var apart: [Token] {
    var kept: [Token] = []
    for token in sorted(by: { $0.range < $1.range })
    where kept.last.map({ $0.range.upperBound <= token.range.lowerBound }) ?? true {
      kept.append(token)
    }
    return kept
  }
}
