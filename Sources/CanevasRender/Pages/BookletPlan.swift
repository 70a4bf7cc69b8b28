import CanevasLink
import CanevasModel
import CanevasSource

/// Which page of the booklet everything stands on. Every part starts on a right-hand page, so that
/// a sheet's two sides share a leaf when both sides of the paper are printed.
struct BookletPlan {
  /// A theme with its canvases, or the canvases without a theme.
  struct Part {
    let theme: Catalogue.Index?
    let title: String
    var page = 0
    let pages: Int
    var sheets: [Sheet]
  }

  struct Sheet {
    let canvas: Catalogue.Index
    let setting: SheetSetting
    var page = 0

    var pages: Int { setting.rectoPages + setting.versoPages }
    var verso: Int { page + setting.rectoPages }
  }

  /// Lines that share a page, by their places in the list of all.
  private(set) var contents: [Range<Int>] = []
  private(set) var parts: [Part]
  private(set) var index: [Range<Int>] = []
  /// The pages of the canvases that name each actor, in the order of the index.
  private(set) var actors: [(actor: Catalogue.Index, pages: [Int])] = []
  let insidePages: Int
  /// The first page of the contents and of the index.
  private(set) var contentsPage = 0
  private(set) var indexPage = 0
  private(set) var pageOf: [Catalogue.Index: Int] = [:]

  init(_ site: Site, at address: String) {
    parts = bookletParts(site, at: address)
    insidePages = pageCount(BookletGeometry.insideHeight(site.catalogue.sheet))
    let room = BookletGeometry.pageRoom
    let lines = parts.flatMap { part in
      [BookletGeometry.height(ofLine: part.title, isPart: true)]
        + part.sheets.map {
          BookletGeometry.height(ofLine: site.catalogue.documents[$0.canvas].title)
        }
    }
    let named = site.published(.actor).map { actor in
      (actor, site.catalogue.linking(to: actor, kind: .canvas).filter(site.isPublished))
    }.filter { !$0.1.isEmpty }
    // The index has a line of its own at the end.
    contents = paged(lines + (named.isEmpty ? [] : [BookletGeometry.partHeight]), room)
    contentsPage = odd(2 + insidePages)
    var page = odd(contentsPage + contents.count)
    for part in parts.indices {
      parts[part].page = page
      page = odd(page + parts[part].pages)
      for sheet in parts[part].sheets.indices {
        parts[part].sheets[sheet].page = page
        pageOf[parts[part].sheets[sheet].canvas] = page
        page = odd(page + parts[part].sheets[sheet].pages)
      }
    }
    indexPage = page
    let pageOf = pageOf
    actors = named.map { ($0, $1.compactMap { pageOf[$0] }.sorted()) }
    let entries = actors.map {
      BookletGeometry.height(
        ofEntry: site.catalogue.documents[$0.actor].title, numbers: numbers($0.pages))
    }
    // Two columns; the tallest entry may keep one of them from being filled.
    index = paged(entries, 2 * room - 2 * (entries.max() ?? 0))
  }

}

func numbers(_ pages: [Int]) -> String {
  pages.map(String.init).joined(separator: ", ")
}

/// The first right-hand page from a page on.
private func odd(_ page: Int) -> Int { page | 1 }

/// Heights in their order, shared out over pages of a height.
private func paged(_ heights: [Millipoints], _ room: Millipoints) -> [Range<Int>] {
  var pages: [Range<Int>] = []
  var start = 0
  var filled = 0
  for (place, height) in heights.enumerated() {
    if filled + height > room, place > start {
      pages.append(start..<place)
      start = place
      filled = 0
    }
    filled += height
  }
  return start < heights.count ? pages + [start..<heights.count] : pages
}

/// The themes with their canvases, each canvas under its first theme.
private func bookletParts(_ site: Site, at address: String) -> [BookletPlan.Part] {
  var rest = Set(site.published(.canvas))
  func part(_ theme: Catalogue.Index?, _ canvases: [Catalogue.Index]) -> BookletPlan.Part {
    let document = theme.map { site.catalogue.documents[$0] }
    let titles = canvases.map { site.catalogue.documents[$0].title }
    let sheets = canvases.map { canvas in
      let view = DocumentView(site: site, index: canvas, address: address)
      return BookletPlan.Sheet(canvas: canvas, setting: view.sheetSetting)
    }
    return BookletPlan.Part(
      theme: theme, title: document?.title ?? site.strings["otherCanvases"],
      pages: pageCount(BookletGeometry.dividerHeight(document, canvases: titles)),
      sheets: sheets)
  }
  var parts = site.published(.theme).map { theme in
    part(theme, site.canvases(of: theme).filter { rest.remove($0) != nil })
  }
  if !rest.isEmpty { parts.append(part(nil, site.byTitle(Array(rest)))) }
  return parts
}
