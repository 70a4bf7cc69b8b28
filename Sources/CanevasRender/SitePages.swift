import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

// Which pages a site has, where each lies, and what it is made from.
extension Site {
  /// Every file of the site, in the order of their making: no two share an address.
  package var pages: [Page] {
    var pages = readersPages + dataFiles.map(Page.dataFile)
    if baseURL != nil {
      pages += (0..<sitemap.partCount).map { .dataFile(.sitemapPart($0 + 1)) }
    }
    for index in catalogue.documents.indices where isPublished(index) {
      pages.append(.documentSource(index))
      // The catalogue's own sheet opens `catalogue.json`.
      if catalogue.documents[index].id.kind != .catalogue { pages.append(.documentData(index)) }
    }
    return pages
  }

  /// The pages, and the files that go with them.
  var readersPages: [Page] {
    var pages: [Page] = [
      .home, .search, .styleSheet, .paperSheet, .colours, .dataIndex, .topics, .rules, .notFound,
    ]
    pages += alphabetPages
    pages += templates.scripts.keys.sorted().map(Page.script)
    for kind in Kind.allCases where kind != .catalogue {
      let documents = published(kind)
      pages += listPages(of: kind)
      pages += documents.map(Page.document)
      pages += redirects(to: documents)
    }
    if hasTerritory { pages.append(.territory) }
    pages += facetPages + overviews
    if overviews.contains(.compare) { pages += published(.canvas).map(Page.comparable) }
    pages += paperPages
    return pages + publishedAssets.sorted().map(Page.asset)
  }

  /// The pages on the whole catalogue at once, as far as there is something to show.
  var overviews: [Page] {
    let canvases = published(.canvas).count
    return (canvases > 0 ? [.pool] : []) + (canvases > 1 ? [.compare] : [])
      + (canvases + published(.theme).count > 0 ? [.coverage] : [])
      + (hasHistory ? [.changes] : [])
  }

  /// The pages that lead from documents' former slugs to where they are now. A slug that another
  /// document has taken over, or had before, stays with the first.
  private func redirects(to documents: [Catalogue.Index]) -> [Page] {
    var taken = Set(documents.map { catalogue.documents[$0].id.slug } + ["index"])
    return documents.flatMap { index in
      let names = catalogue.documents[index].head.metadata.entry(.formerName)?.values ?? []
      return names.map(\.text.plain).filter { isSlug($0) && taken.insert($0).inserted }
        .map { Page.redirect(formerSlug: $0, index) }
    }
  }

  /// The files that published documents link to or show.
  private var publishedAssets: Set<String> {
    var assets: Set<String> = []
    for index in catalogue.documents.indices where isPublished(index) {
      for case .asset(let path) in catalogue.targets[index] { assets.insert(path) }
    }
    return assets
  }

  /// Renders one page.
  package func render(_ page: Page) -> OutputFile {
    let address = address(of: page)
    switch page {
    case .styleSheet: return OutputFile(path: address, .bytes(templates.styleSheet))
    case .paperSheet: return OutputFile(path: address, .bytes(templates.paperSheet))
    case .colours: return OutputFile(path: address, .bytes(Array(colourSheet.utf8)))
    case .script(let name):
      return OutputFile(path: address, .bytes(templates.scripts[name] ?? []))
    case .asset(let path): return OutputFile(path: address, .copy(of: path))
    case .documentData(let index):
      return OutputFile(path: address, .bytes(DocumentData(index, of: self).json(isCompact: false)))
    case .documentSource(let index):
      return OutputFile(path: address, .bytes(PublishedSource(index, of: self).bytes))
    case .dataFile(let file): return OutputFile(path: address, .bytes(bytes(of: file)))
    case .comparable(let index): return OutputFile(path: address, .bytes(comparable(index)))
    case .home, .list, .document, .redirect, .search, .alphabet, .letter, .facet, .pool,
      .territory, .coverage, .changes, .compare, .printVersion, .poster, .booklet, .dataIndex,
      .topics,
      .rules,
      .notFound:
      var content = content(of: page, at: address)
      content.fields += headFields(of: page, at: address, lead: content["lead"])
      var html: [UInt8] = []
      html.reserveCapacity(16 * 1024)
      templates.set.render(content.template, content.values, into: &html)
      return OutputFile(path: address, .bytes(html))
    }
  }

  /// The address of a page inside the site.
  package func address(of page: Page) -> String {
    switch page {
    case .home: "index.html"
    case .list(let kind, 1): "\(kind.siteFolder)/index.html"
    case .list(let kind, let page): "\(kind.siteFolder)/page/\(page).html"
    case .facet(let facet, let page): self.address(of: facet, page: page)
    case .pool: "idees.html"
    case .compare: "comparer.html"
    case .comparable(let index):
      "\(Kind.canvas.siteFolder)/comparer/\(catalogue.documents[index].id.slug).js"
    case .coverage: "couverture.html"
    case .changes: "nouveautes.html"
    case .document(let index): catalogue.documents[index].id.address
    case .redirect(let formerSlug, let index):
      DocumentID(catalogue.documents[index].id.kind, formerSlug).address
    case .search: "recherche.html"
    case .alphabet: "index-alphabetique.html"
    case .letter(let letter, let part):
      "index-alphabetique/\(letter)\(part > 1 ? "/\(part)" : "").html"
    case .territory: "territoire.html"
    case .printVersion(let index): paperAddress(of: index, in: "impression")
    case .poster(let index): paperAddress(of: index, in: "affiche")
    case .booklet: "livret.html"
    case .styleSheet: "style.css"
    case .paperSheet: "paper.css"
    case .colours: "couleurs.css"
    case .script(let name): name
    case .asset(let path): "fichiers/" + path
    case .documentData(let index): catalogue.documents[index].id.address(ending: "json")
    case .documentSource(let index): catalogue.documents[index].id.address(ending: "md")
    case .dataFile(let file): self.address(of: file)
    case .dataIndex: "donnees.html"
    case .topics: "rubriques.html"
    case .rules: Self.rulesPageAddress
    case .notFound: "404.html"
    }
  }

  static let rulesPageAddress = "regles.html"

  /// The template that a page is made from, with its values.
  private func content(of page: Page, at address: String) -> PageContent {
    switch page {
    case .home: homePage(at: address)
    case .list(let kind, let number): listPage(of: kind, page: number, at: address)
    case .facet(let facet, let number): facetPage(facet, page: number, at: address)
    case .pool: poolPage(at: address)
    case .compare: comparePage(at: address)
    case .coverage: coveragePage(at: address)
    case .changes: newsPage(at: address)
    case .document(let index): documentPage(index, at: address)
    case .redirect(_, let index):
      self.page("redirect", [("target", link(index, from: address))], at: address)
    case .dataIndex: dataIndexPage(at: address)
    case .topics: topicsPage(at: address)
    case .rules: rulesPage(at: address)
    case .notFound: notFoundPage(at: address)
    case .search: searchPage(at: address)
    case .alphabet: alphabetPage(at: address)
    case .letter(let letter, let part): letterPage(letter, part: part, at: address)
    case .territory: territoryPage(at: address)
    case .printVersion(let index): printPage(of: index, at: address)
    case .poster(let index): posterPage(of: index, at: address)
    case .booklet: bookletPage(at: address)
    case .styleSheet, .paperSheet, .colours, .script, .asset, .documentData, .documentSource,
      .dataFile, .comparable:
      preconditionFailure("a file that is no page has no template")
    }
  }

  private func documentPage(_ index: Catalogue.Index, at address: String) -> PageContent {
    let view = DocumentView(site: self, index: index, address: address)
    return switch catalogue.documents[index].facts {
    case .catalogue: homePage(at: address)
    case .canvas(let facts): view.canvasPage(facts)
    case .theme(let facts): view.themePage(facts)
    case .actor(let facts): view.actorPage(facts)
    case .inspiringCase(let facts): view.casePage(facts)
    case .actionSheet(let facts): view.actionPage(facts)
    case .diagnosis(let facts): view.diagnosisPage(facts)
    case .workshop(let facts): view.workshopPage(facts)
    case .experiment(let facts): view.experimentPage(facts)
    case .guidePage(let facts): view.guidePage(facts)
    case .source(let facts): view.sourcePage(facts)
    }
  }
}

/// What a page is made from.
struct PageContent {
  let template: String
  /// Of two fields with the same name, the first counts.
  var fields: [(String, TemplateValue)]

  var values: TemplateValue { TemplateValue(record: withPresence(fields)) }

  subscript(name: String) -> TemplateValue? { fields.first { $0.0 == name }?.1 }
}
