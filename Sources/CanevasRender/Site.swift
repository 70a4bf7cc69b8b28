package import CanevasLink
package import CanevasModel
package import CanevasReview
import CanevasSource
import CanevasSyntax
import CanevasTemplate

/// What a site is asked for besides its catalogue and templates.
package struct SiteOptions: Sendable {
  /// The site's address, with which canonical addresses are made; `nil`: none are.
  package var baseURL: String?
  /// Whether the whole catalogue is also made as one document to print.
  package var booklet: Bool
  /// The language of the interface; `nil` for the catalogue's own.
  package var language: SiteLanguage?
  /// Whether drafts are part of the site like all other documents.
  package var includesDrafts: Bool

  package init(
    baseURL: String? = nil, booklet: Bool = false, language: SiteLanguage? = nil,
    includesDrafts: Bool = false
  ) {
    self.baseURL = baseURL
    self.booklet = booklet
    self.language = language
    self.includesDrafts = includesDrafts
  }
}

/// A catalogue about to be rendered. Pages are rendered one by one, in any order, on any thread;
/// a page depends on nothing but what is here.
package struct Site: Sendable {
  package let catalogue: Catalogue
  let templates: PageTemplates
  package let strings: InterfaceStrings
  let options: SiteOptions
  /// What was new day by day; empty where the sources' history is not known.
  package let history: History
  /// The published documents of each kind, by title; themes in the catalogue's own order.
  private let listed: [Kind: [Catalogue.Index]]
  /// Which documents are part of the site.
  private let isListed: [Bool]
  /// Each document's rank among all titles.
  private let rank: [Int]
  /// The published canvases of each theme, by title.
  private let members: [Catalogue.Index: [Catalogue.Index]]
  /// Every published document by its first letter.
  let alphabet: Alphabet
  /// The published canvases by theme, status, revenue and actor.
  package let facets: FacetIndex
  /// The interface's words, as templates are given them.
  let words: TemplateValue
  /// The published documents that say their date, the newest first.
  private(set) var news: [Catalogue.Index] = []

  /// `leftOut` are the paths of documents that get no page: those with an error, when a build
  /// keeps going.
  package init(
    _ catalogue: Catalogue, templates: PageTemplates, options: SiteOptions,
    leavingOut leftOut: Set<String> = [], history: History = History()
  ) {
    self.catalogue = catalogue
    self.templates = templates
    self.options = options
    self.history = history
    var language = SiteLanguage.french
    if case .catalogue(let facts) = catalogue.sheet?.facts { language = facts.language }
    strings = templates.strings(in: options.language ?? language)
    words = strings.values
    let documents = catalogue.documents
    isListed = documents.map {
      !leftOut.contains($0.file.path) && (options.includesDrafts || !$0.isDraft)
    }
    let keys = documents.map { sortKey($0.title) }
    var rank = Array(repeating: 0, count: documents.count)
    let order = documents.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    for (place, index) in order.enumerated() { rank[index] = place }
    self.rank = rank
    var listed: [Kind: [Catalogue.Index]] = [:]
    for index in order where isListed[index] {
      listed[documents[index].id.kind, default: []].append(index)
    }
    listed[.theme] = catalogue.themes.filter { [isListed] in isListed[$0] }
    self.listed = listed
    var members: [Catalogue.Index: [Catalogue.Index]] = [:]
    for theme in catalogue.themes {
      members[theme] = catalogue.linking(to: theme, as: .theme, kind: .canvas)
        .filter { [isListed] in isListed[$0] }.sorted { rank[$0] < rank[$1] }
    }
    self.members = members
    alphabet = Alphabet(documents, order.filter { [isListed] in isListed[$0] })
    facets = FacetIndex(
      catalogue, canvases: listed[.canvas] ?? [], themes: listed[.theme] ?? [],
      actors: listed[.actor] ?? [])
    news = newestFirst(Array(documents.indices))
  }

  /// Whether a document is part of the site: a draft is only checked.
  package func isPublished(_ index: Catalogue.Index) -> Bool { isListed[index] }

  /// Whether a canvas is an idea that nobody carries yet; what is archived looks for nobody.
  func seeksCarrier(_ index: Catalogue.Index) -> Bool {
    guard case .canvas(let facts) = catalogue.documents[index].facts else { return false }
    return facts.carriers.isEmpty && facts.status.value.map { $0 != .archived } ?? false
  }

  /// The published documents of a kind, by title.
  package func published(_ kind: Kind) -> [Catalogue.Index] { listed[kind] ?? [] }

  /// The published canvases of a theme, by title.
  package func canvases(of theme: Catalogue.Index) -> [Catalogue.Index] { members[theme] ?? [] }

  /// Where a document stands in a list that is sorted by title.
  func place(of index: Catalogue.Index, in list: [Catalogue.Index]) -> Int? {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if rank[list[middle]] < rank[index] { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low] == index ? low : nil
  }

  package func byTitle(_ indices: [Catalogue.Index]) -> [Catalogue.Index] {
    indices.sorted { rank[$0] < rank[$1] }
  }
}

extension Site {
  /// The same site with drafts among its documents.
  package func includingDrafts() -> Site {
    var options = options
    options.includesDrafts = true
    return Site(catalogue, templates: templates, options: options, history: history)
  }
}
