package import CanevasLink
package import CanevasModel
import CanevasRender
import CanevasSource

/// What a list of documents may be narrowed by; the raw value is the option's name.
package enum Filter: String, CaseIterable, Sendable {
  case kind, theme, status, actor, mechanism
}

/// Documents that were asked for.
package struct Selection: Hashable, Sendable {
  /// The kind of them all, where the question says it.
  package let kind: Kind?
  package let documents: [Catalogue.Index]
}

extension Query {
  /// The documents that answer to all of some filters, each with its value as it was typed.
  package func select(
    _ filters: [Filter: String]
  ) throws(FilterError) -> Selection {
    var kind: Kind?
    var facets: [Facet] = []
    for filter in Filter.allCases {
      guard let value = filters[filter] else { continue }
      do throws(NameError) {
        switch filter {
        case .kind: kind = try Kind(named: value)
        case .theme:
          facets.append(.theme(try document(named: value, among: site.published(.theme))))
        case .status: facets.append(.status(try word(value)))
        case .actor:
          facets.append(.actor(try document(named: value, among: site.published(.actor))))
        case .mechanism: facets.append(.revenue(try word(value)))
        }
      } catch {
        throw FilterError(filter: filter, error: error)
      }
    }
    // Only canvases have a status or a mechanism.
    if facets.contains(where: { $0.group == .status || $0.group == .revenue }) {
      kind = kind ?? .canvas
    }
    let documents = documents(of: kind).filter { index in facets.allSatisfy { has(index, $0) } }
    return Selection(kind: kind, documents: documents)
  }

  /// A word of a closed list, as documents write it or in the language of the answers.
  private func word<Word: Vocabulary>(_ value: String) throws(NameError) -> Word {
    let key = folded(value)
    if let word = Word(named: value)
      ?? Word.allCases.first(where: { folded(site.strings[$0]) == key })
    {
      return word
    }
    let words = Word.allCases.map { site.strings[$0] }
    throw NameError(
      name: value, reason: .notAmong(words), nearest: nearest(to: value, among: words, limit: 1))
  }

  /// Whether a document has a property. A document that is no canvas has the themes that its
  /// metadata name, and the actors that it links to.
  private func has(_ index: Catalogue.Index, _ facet: Facet) -> Bool {
    guard catalogue.documents[index].id.kind != .canvas else {
      return site.facets.facets(of: index).contains(facet)
    }
    return switch facet {
    case .theme(let theme): links(index, to: theme) { $0 == .theme }
    case .actor(let actor): links(index, to: actor) { _ in true }
    case .status, .revenue: false
    }
  }

  private func links(
    _ index: Catalogue.Index, to target: Catalogue.Index, as isRole: (LinkRole) -> Bool
  ) -> Bool {
    catalogue.backlinks[target].contains { $0.source == index && isRole($0.role) }
  }
}

extension Kind {
  /// What people call the kinds of documents: all but the catalogue's own sheet.
  package static let words = allCases.filter { $0 != .catalogue }.map(\.word)

  /// The kind of documents that people call so; the catalogue's own sheet is no kind to them.
  package init(named value: String) throws(NameError) {
    if let kind = Kind(word: value), kind != .catalogue {
      self = kind
      return
    }
    throw NameError(
      name: value, reason: .notAmong(Self.words),
      nearest: nearest(to: value, among: Self.words, limit: 1))
  }
}

/// A filter whose value leads to nothing.
package struct FilterError: Error, Hashable, Sendable {
  package let filter: Filter
  package let error: NameError
}
