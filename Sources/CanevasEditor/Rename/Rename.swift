import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

/// What a rename at some place is about.
private enum Renaming {
  /// The slug of a document, in the path of a link.
  case slug(Catalogue.Index)
  /// The title of a document, or another name of an actor.
  case name(Catalogue.Index, String)
  /// A customer or partner of this canvas, by the name that flows call it by.
  case party(String)
  /// A heading that is none of the fixed ones.
  case heading(Catalogue.Index, Block)
}

extension EditorQuery {
  /// The name at an offset that can be changed: on a link's path the document's slug, on a title,
  /// a name or a link that is one the name, on a free heading its text.
  package func prepareRename(at offset: Int) -> RenameTarget? {
    guard let (renaming, range) = renaming(at: place(offset)) else { return nil }
    let placeholder =
      switch renaming {
      case .slug(let target): catalogue.documents[target].id.slug
      case .name(_, let name), .party(let name): name
      case .heading(_, let heading): heading.text.plain
      }
    return RenameTarget(range: range, placeholder: placeholder)
  }

  /// The changes that give the thing at an offset another name, wherever it is called by it.
  ///
  /// A slug changes in all links, and the old one is kept as a redirect. A name changes where it
  /// is a name: in the title or among the actor's other names, as the whole text of a link, as an
  /// end of a flow or the item that flows name. Prose stays as it is written: where it has the old
  /// name of an actor, the actor keeps that among its other names.
  package func rename(at offset: Int, to name: String) -> Result<CatalogueEdit, RenameRefusal> {
    let name = name.trimmedName
    guard let (renaming, _) = renaming(at: place(offset)) else {
      return .failure(.nothingToRename)
    }
    return Result { () throws(RenameRefusal) in try edit(renaming, to: name) }
  }

  private func edit(
    _ renaming: Renaming, to name: String
  ) throws(RenameRefusal) -> CatalogueEdit {
    switch renaming {
    case .slug(let target): try query(target).rename(toSlug: name).get()
    case .name(let target, let old):
      try NameChange(of: target, from: old, to: name, in: catalogue).edit()
        .keepingReviews(in: catalogue)
    case .party(let old): try rename(party: old, to: name)
    case .heading(let target, let heading):
      try query(target).rename(heading, to: name).keepingReviews(in: catalogue)
    }
  }

  private func query(_ target: Catalogue.Index) -> EditorQuery {
    EditorQuery(target, of: catalogue, language: language)
  }

  private func renaming(at place: Int) -> (Renaming, ByteRange)? {
    guard let subject = subject(at: place) else { return nil }
    switch subject.thing {
    case .link(let number): return renaming(link: number, at: place)
    case .title:
      guard subject.range == document.head.title.value?.range else { return nil }
      return (.name(index, document.title), subject.range)
    case .alias(let name): return (.name(index, name), subject.range)
    case .party(.actor(let actor), let name), .mention(let actor, let name):
      let names = catalogue.documents[actor].nameList
      let known = names.first { $0 == name } ?? names.first { nameKey($0) == nameKey(name) }
      return known.map { (.name(actor, $0), subject.range) }
    case .party(.group(let name), _):
      return items(named: name).isEmpty ? nil : (.party(name), subject.range)
    case .heading(let heading):
      guard subject.range == heading.text.range else { return nil }
      return (.heading(index, heading), subject.range)
    case .topic, .word, .party(.service, _), .party(.unknown, _), .mechanism, .nature, .amount,
      .rule:
      return nil
    }
  }

  /// What a link is renamed as: by its text where that is a name, else by its path or anchor.
  private func renaming(link number: Int, at place: Int) -> (Renaming, ByteRange)? {
    let link = document.links[number]
    var destinations = Destinations(document)
    guard case .document(let target, let anchor) = catalogue.targets[index][number],
      let destination = destinations.destination(of: link.inline)
    else { return nil }
    let other = catalogue.documents[target]
    if let text = link.inline.textRange, text.touches(place),
      other.head.title.value != nil || other.id.kind == .actor,
      other.nameList.contains(link.inline.plain)
    {
      return (.name(target, link.inline.plain), text)
    }
    guard !destination.isShared, destination.range.touches(place) else {
      return other.id.kind == .catalogue ? nil : (.slug(target), link.range)
    }
    let written = file.bytes[destination.range.indices]
    let hash = written.firstIndex(of: UInt8(ascii: "#"))
    if let hash, hash < place {
      guard let heading = anchor.flatMap(other.heading), heading.level > 1,
        query(target).topic(of: heading) == nil
      else { return nil }
      return (.heading(target, heading), ByteRange(hash + 1, written.endIndex))
    }
    guard other.id.kind != .catalogue else { return nil }
    return (.slug(target), slugRange(in: written[..<(hash ?? written.endIndex)], touching: place))
  }

  /// The slug in a path, if a cursor is on it; else the whole path.
  private func slugRange(in path: ArraySlice<UInt8>, touching place: Int) -> ByteRange {
    let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex
    let name = path[start...]
    let end = name.lastIndex(of: UInt8(ascii: ".")) ?? path.endIndex
    let slug = ByteRange(start, end)
    return slug.touches(place) ? slug : ByteRange(path.startIndex, path.endIndex)
  }
}

extension RenameRefusal {
  static let nothingToRename = RenameRefusal(
    "rien ici ne se renomme", "nothing here can be renamed")

  static let noName = RenameRefusal("un nom ne peut pas être vide", "a name cannot be empty")

  static func taken(_ name: String, by other: String) -> RenameRefusal {
    RenameRefusal(
      "« \(name) » est déjà le nom de « \(other) »", "“\(name)” is already the name of “\(other)”")
  }

  static func unfit(_ name: String) -> RenameRefusal {
    RenameRefusal(
      "« \(name) » ne peut pas servir de nom : sans retour à la ligne, « : », « ; » ni flèche",
      "“\(name)” cannot serve as a name: no line break, “:”, “;” nor arrow")
  }
}

extension String {
  /// The name without white space around it.
  fileprivate var trimmedName: String {
    let bytes = Array(utf8)
    let range = ByteRange(0, bytes.count).trimmed(in: bytes)
    return String(decoding: bytes[range.indices], as: UTF8.self)
  }
}

extension Result where Failure == RenameRefusal {
  fileprivate init(_ body: () throws(RenameRefusal) -> Success) {
    do { self = .success(try body()) } catch { self = .failure(error) }
  }
}
