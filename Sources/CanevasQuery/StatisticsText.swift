import CanevasLink
import CanevasModel
import CanevasRender
package import CanevasReport
import CanevasSource

extension Query {
  /// The numbers as tables to read.
  package func report(_ statistics: Statistics, on screen: Screen) -> [UInt8] {
    var report = StatisticsReport(query: self, screen: screen)
    report.write(statistics)
    return report.text.text.bytes
  }
}

private struct StatisticsReport {
  let query: Query
  var text: AnswerText

  /// How many actors are named; the data name them all.
  private static let mostActors = 12

  init(query: Query, screen: Screen) {
    self.query = query
    text = AnswerText(screen)
  }

  private var strings: InterfaceStrings { query.site.strings }
  private func title(_ index: Catalogue.Index) -> String { query.catalogue.documents[index].title }
  private func words(_ french: String, _ english: String) -> String {
    Bilingual(french, english)[query.language]
  }

  mutating func write(_ statistics: Statistics) {
    let documents = statistics.documents.filter { $0.count > 0 }
    let drafts = documents.reduce(0) { $0 + $1.drafts }
    part(
      words("Documents", "Documents"),
      counts: documents.map { (strings["kinds." + $0.kind.rawValue], $0.count) }
        + (drafts > 0 ? [(words("dont brouillons", "drafts among them"), drafts)] : []))
    part(
      words("Fiches par statut", "Canvases by status"),
      counts: statistics.statuses.map { (strings[$0.status], $0.count) })
    let themeless = statistics.canvasesWithoutTheme
    part(
      words("Fiches par thème", "Canvases by theme"),
      counts: statistics.themes.map { (title($0.theme), $0.count) }
        + (themeless > 0 ? [(strings["noTheme"], themeless)] : []))
    for (model, sections) in statistics.sections { write(sections, of: model) }
    write(statistics.actors)
    part(
      words("Mécanismes de revenus, en fiches", "Revenue mechanisms, in canvases"),
      counts: statistics.mechanisms.map { (strings[$0.mechanism], $0.count) })
    part(
      words("Flux par nature", "Flows by nature"),
      counts: statistics.flows.filter { $0.count > 0 || $0.nature != nil }.map {
        ($0.nature.map { strings[$0] } ?? words("sans nature", "without a nature"), $0.count)
      })
    write(chain: statistics)
    write(findings: statistics)
  }

  private mutating func write(_ sections: [Statistics.SectionCount], of model: CanvasModel) {
    part(
      words("Rubriques remplies", "Sections filled") + " (\(model.rawValue))",
      [.init(""), .init("", .number), .init("", .number)],
      sections.map { section in
        let share = section.filled * 100 / section.canvases
        return [section.name.heading, "\(section.filled)/\(section.canvases)", "\(share) %"]
      })
  }

  private mutating func write(_ actors: [Statistics.Actor]) {
    let named = actors.filter { $0.canvases > 0 }
    part(
      words("Acteurs, en fiches", "Actors, in canvases"),
      [.init(strings["column.name"]), .init(strings["column.canvases"], .number)]
        + Statistics.parts.map { .init($0.words[query.language], .number) },
      named.prefix(Self.mostActors).map { actor in
        [title(actor.document), String(actor.canvases)]
          + actor.parts.map { $0 == 0 ? "" : String($0) }
      })
    let rest = actors.count - min(named.count, Self.mostActors)
    if rest > 0 { text.paragraph(strings.count(rest, "others"), indent: 2) }
  }

  private mutating func write(chain statistics: Statistics) {
    part(
      words("La chaîne de la méthode", "The method's chain"),
      [
        .init(words("Étape", "Step")), .init(words("documents", "documents"), .number),
        .init(words("reliés", "linked"), .number),
      ],
      statistics.chain.map {
        [strings["kinds." + $0.kind.rawValue], String($0.count), String($0.linked)]
      })
    let gaps = statistics.gaps.filter { $0.count > 0 }
    guard !gaps.isEmpty else { return }
    part(
      strings["coverageGaps"], [.init("")],
      gaps.map { [strings.count($0.count, "gap." + $0.gap.rawValue)] })
  }

  private mutating func write(findings statistics: Statistics) {
    let totals = statistics.severities.map { Words.findings($0.count, $0.severity)[query.language] }
    part(
      words("Constats : ", "Findings: ") + totals.joined(separator: ", "),
      [.init(""), .init(""), .init("", .number)],
      statistics.findings.map {
        [$0.code, $0.severity.words[query.language], String($0.count)]
      })
  }

  private mutating func part(_ heading: String, counts: [(String, Int)]) {
    part(
      heading, [.init(""), .init("", .number)], counts.map { [$0.0, String($0.1)] })
  }

  /// A heading with a table under it.
  private mutating func part(_ heading: String, _ columns: [Table.Column], _ rows: [[String]]) {
    text.part(heading)
    if !rows.isEmpty { text.table(columns, rows) }
  }
}
