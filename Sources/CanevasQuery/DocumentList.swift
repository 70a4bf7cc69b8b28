import CanevasLink
import CanevasModel
import CanevasRender
package import CanevasReport
import CanevasSource

/// A selection in the forms in which a list is given.
extension Query {
  /// A line a document, for people.
  package func table(of selection: Selection, on screen: Screen) -> [UInt8] {
    let strings = site.strings
    let columns = [
      Table.Column(strings["column.title"]), .init(strings["column.kind"]),
      .init(strings["column.status"]), .init(strings["theme"]),
      .init(strings["column.detail"]), .init(strings["carrier"]),
      .init(strings["fact.file"], .whole),
    ]
    let rows = selection.documents.map { index in
      let document = catalogue.documents[index]
      let entry = site.listEntry(of: index)
      return [
        document.title, selection.kind == nil ? entry.kind : "", entry.status,
        entry.themes.joined(separator: ", "), entry.detail,
        entry.carriers.joined(separator: ", "), document.file.path,
      ]
    }
    var text = TerminalText(isColoured: screen.isColoured)
    if !rows.isEmpty { Table(columns, rows: rows).write(to: &text, width: screen.width) }
    return text.bytes
  }

  /// A table for a spreadsheet, with the columns that the kind has on the site.
  package func spreadsheet(of selection: Selection) -> [UInt8] {
    switch selection.kind {
    case .canvas: site.canvasTable(of: selection.documents)
    case .actor: site.actorTable(of: selection.documents)
    default: site.documentTable(of: selection.documents)
    }
  }

  /// The documents as the site's `catalogue.json` has them.
  package func data(of selection: Selection) -> [UInt8] {
    site.data(of: selection.documents)
  }
}
