import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

/// How the two sides of a sheet are set, and how many pages each takes.
struct SheetSetting {
  let recto: RectoSetting
  let verso: VersoSetting
  let rectoPages: Int
  let versoPages: Int

  var fields: [(String, TemplateValue)] {
    [
      ("rectoSize", .text(String(recto.size.name))), ("versoSize", .text(String(verso.size.name))),
      ("isWhole", .bool(recto.isWhole)), ("mapHeight", .text(String(verso.map))),
      ("diagramHeight", verso.diagram.map { .text(String($0)) } ?? .absent),
      ("rectoPages", .text(String(rectoPages))), ("versoPages", .text(String(versoPages))),
    ]
  }
}

extension DocumentView {
  /// The largest type at which each side fits its page; where none does, the smallest.
  var sheetSetting: SheetSetting {
    let fit = SheetFit(document)
    let foot = footParts
    let recto = fit.rectoSetting ?? .smallest
    let verso = fit.versoSetting(foot: foot) ?? .smallest
    return SheetSetting(
      recto: recto, verso: verso, rectoPages: pageCount(fit.rectoHeight(recto)),
      versoPages: pageCount(fit.versoHeight(verso, foot: foot)))
  }

  /// What the catalogue adds to the verso, as far as its height goes.
  private var footParts: [SidePart] {
    guard case .canvas(let facts) = document.facts else { return [] }
    let carriers = facts.carriers.map { Paragraph($0.text) }
    let parts: [(String, [Paragraph])] = [
      ("carrier", carriers.isEmpty ? [Paragraph(site.strings["seeksCarrier"])] : carriers),
      ("inspirations", inspirations.map(linkLine)),
      ("experiments", linking(.experiment).map(linkLine)),
      (
        "companions",
        companions.map { canvas, actors in
          let names = actors.map { catalogue.documents[$0].title }
          return Paragraph(
            catalogue.documents[canvas].title + " " + names.joined(separator: " "))
        }
      ),
      ("sources", facts.sources.map { Paragraph($0.text) }),
    ]
    return parts.filter { !$0.1.isEmpty }.map { heading, lines in
      SidePart(site.strings[heading], lines.map { PaperBlock($0, gap: .none) })
    }
  }

  private func linkLine(_ index: Catalogue.Index) -> Paragraph {
    let note = site.note(on: catalogue.documents[index]).map { " " + $0 } ?? ""
    return Paragraph(catalogue.documents[index].title + note)
  }
}

/// The pages that a height takes; past the first one, a nearly full page counts the next one in.
func pageCount(_ height: Millipoints) -> Int {
  height <= SheetGeometry.height ? 1 : 1 + height * 103 / 100 / SheetGeometry.height
}
