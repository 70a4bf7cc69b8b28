package import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

// Tables for people who work with a spreadsheet: columns and words are in the interface's language
// as on the pages. Programs find stable keys in `catalogue.json`.
extension Site {
  /// The canvases by title.
  var canvasTable: [UInt8] { canvasTable(of: published(.canvas)) }

  /// Some canvases.
  package func canvasTable(of canvases: [Catalogue.Index]) -> [UInt8] {
    var table = CSVWriter(
      header: [
        "column.title", "column.tagline", "theme", "column.status", "fact.territory", "carrier",
        "fact.date", "column.question", "column.flows", "column.page",
      ].map { strings[$0] })
    for index in canvases {
      let document = catalogue.documents[index]
      guard case .canvas(let facts) = document.facts else { continue }
      var question: String?
      if case .challenge(let challenge) = document.section(.challenge)?.content {
        question = challenge.questions.first?.plain
      }
      table.row([
        document.title, document.head.tagline?.plain ?? "", cell(facts.themes.map(\.text.plain)),
        facts.status.value.map { strings[$0] } ?? "", facts.territory ?? "",
        cell(facts.carriers.map(\.text.plain)), facts.date?.iso ?? "", question ?? "",
        String(catalogue.flows(of: index).count), pageCell(document.id),
      ])
    }
    return table.bytes
  }

  /// The actors by name.
  var actorTable: [UInt8] { actorTable(of: published(.actor)) }

  /// Some actors, with the number of canvases that name each as what.
  package func actorTable(of actors: [Catalogue.Index]) -> [UInt8] {
    let roles: [LinkRole] = [.carrier, .customer, .partner, .channel, .policyMaker]
    var table = CSVWriter(
      header: ["column.name", "fact.type", "fact.aliases", "fact.territory", "column.canvases"]
        .map { strings[$0] } + roles.map { strings["role." + $0.rawValue] }
        + ["column.flows", "column.page"].map { strings[$0] })
    for index in actors {
      let document = catalogue.documents[index]
      guard case .actor(let facts) = document.facts else { continue }
      func count(_ role: LinkRole?) -> String {
        String(catalogue.linking(to: index, as: role, kind: .canvas).count(where: isPublished))
      }
      let flows = catalogue.flows(with: index).count { isPublished($0.canvas) }
      table.row(
        [
          document.title, facts.type.value.map { strings[$0] } ?? "", cell(facts.aliases),
          facts.territory ?? "", count(nil),
        ] + roles.map(count) + [String(flows), pageCell(document.id)])
    }
    return table.bytes
  }

  /// Documents of any kind, with what all kinds may say.
  package func documentTable(of documents: [Catalogue.Index]) -> [UInt8] {
    var table = CSVWriter(
      header: [
        "column.title", "column.kind", "column.tagline", "theme", "column.status", "carrier",
        "column.detail", "fact.file", "column.page",
      ].map { strings[$0] })
    for index in documents {
      let document = catalogue.documents[index]
      let entry = listEntry(of: index)
      table.row([
        document.title, entry.kind, document.head.tagline?.plain ?? "", cell(entry.themes),
        entry.status, cell(entry.carriers), entry.detail, document.file.path,
        pageCell(document.id),
      ])
    }
    return table.bytes
  }

  /// The flows of all canvases by canvas, in their authors' order.
  var flowTable: [UInt8] {
    var table = CSVWriter(
      header: [
        "canvas", "flowFrom", "flowTo", "flowWhat", "flowNature", "optional", "column.page",
      ].map { strings[$0] })
    for index in published(.canvas) {
      let document = catalogue.documents[index]
      for flow in catalogue.flows(of: index) {
        guard let route = flow.flow.route.value else { continue }
        table.row([
          document.title, name(of: flow.from, route.from, in: index),
          name(of: flow.to, route.to, in: index),
          route.label.plain, route.nature.map { strings[$0] } ?? "",
          flow.flow.isOptional ? strings["yes"] : "", pageCell(document.id),
        ])
      }
    }
    return table.bytes
  }

  private func cell(_ values: [String]) -> String { values.joined(separator: " | ") }

  /// The address of a document's page: absolute where it can be, for a table leaves the site.
  private func pageCell(_ id: DocumentID) -> String { url(of: id.address) ?? id.address }
}
