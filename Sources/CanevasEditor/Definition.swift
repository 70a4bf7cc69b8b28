import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// Where the thing at an offset is written down: a link's document or heading, an actor, the
  /// customer or partner that a flow names.
  package func definition(at offset: Int) -> [Definition] {
    guard let subject = subject(at: place(offset)) else { return [] }
    switch subject.thing {
    case .link(let number):
      guard case .document(let target, let anchor) = catalogue.targets[index][number] else {
        return []
      }
      return [definition(from: subject.range, to: target, anchor: anchor)]
    case .party(.actor(let actor), _), .mention(let actor, _):
      return [definition(from: subject.range, to: actor)]
    case .party(.service, _): return [definition(from: subject.range, to: index)]
    case .party(.group(let name), _):
      return items(named: name).map {
        Definition(
          origin: subject.range, target: Location(path: file.path, range: $0.range),
          selection: $0.name?.text.range ?? $0.text.range)
      }
    case .title, .topic, .heading, .word, .alias, .party(.unknown, _), .mechanism, .nature,
      .amount, .rule:
      return []
    }
  }

  private func definition(
    from origin: ByteRange, to target: Catalogue.Index, anchor: String? = nil
  ) -> Definition {
    let document = catalogue.documents[target]
    let heading = anchor.flatMap(document.heading)
    let selection = heading?.text.range ?? document.titleRange
    let whole =
      heading.flatMap { document.section(at: $0.range.lowerBound)?.range }
      ?? heading?.range ?? document.titleLine
    return Definition(
      origin: origin,
      target: Location(path: document.file.path, range: whole.union(selection)),
      selection: selection)
  }

  /// The customers and partners of this canvas that are called so.
  func items(named name: String) -> [Item] {
    let key = nameKey(name)
    return catalogue.parties(of: index).map(\.item).filter {
      nameKey($0.name?.plain ?? $0.text.plain) == key
    }
  }
}

extension TypedDocument {
  /// Where the title stands; the first line without one.
  var titleRange: ByteRange { head.title.value?.range ?? file.firstLine }

  /// The heading that is the title; the first line without one.
  var titleLine: ByteRange {
    anchors.first { $0.heading.text.range == head.title.value?.range }?.heading.range
      ?? file.firstLine
  }

  /// The heading of an identifier.
  func heading(_ anchor: String) -> Block? {
    anchors.first { $0.id == anchor }?.heading
  }
}
