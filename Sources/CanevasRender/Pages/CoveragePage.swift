import CanevasLink
import CanevasModel
import CanevasSource
import CanevasTemplate

extension Site {
  /// How many documents a cell of the matrix names, and how many a gap.
  private static let namedInCell = 6
  private static let namedInGap = 60

  /// The method's chain as a matrix, one row a theme and one column a step, and what it lacks.
  func coveragePage(at address: String) -> PageContent {
    let coverage = Coverage(self)
    let gaps = coverage.gaps.filter { !$0.documents.isEmpty }
    let missing = gaps.reduce(0) { $0 + $1.documents.count }
    return page(
      "coverage",
      [
        ("title", .html(typeset(strings["overview.couverture"]))),
        ("lead", .html(typeset(strings["coverage.lead"]))),
        (
          "steps",
          .list(Coverage.Step.allCases.map { ["label": .html(typeset(words($0)))] })
        ),
        ("rows", .list(coverage.rows.map { row($0, from: address) })),
        ("missing", .html(typeset(strings.count(missing, "coverage.missing")))),
        (
          "gaps",
          .list(
            gaps.map { gap, documents in
              var fields = named(documents, atMost: Self.namedInGap, from: address)
              fields.append(
                (
                  "heading",
                  .html(typeset(strings.count(documents.count, "gap." + gap.rawValue)))
                ))
              return record(answeringFor: [], fields)
            })
        ),
      ] + reviews(coverage, from: address), at: address)
  }

  /// How many canvases were reviewed, and which have to be again.
  private func reviews(
    _ coverage: Coverage, from address: String
  ) -> [(String, TemplateValue)] {
    let suspects = coverage.suspects.map { canvas, documents in
      let link = link(canvas, from: address)
      return record(
        answeringFor: [],
        [
          ("canvas", link),
          ("documents", .html(typeset(documents.map(title).joined(separator: ", ")))),
        ])
    }
    return [
      ("reviewed", .html(typeset(strings.count(coverage.reviewed.count, "coverage.reviewed")))),
      (
        "suspectCount", .html(typeset(strings.count(coverage.suspects.count, "coverage.suspect")))
      ), ("suspects", .list(suspects)),
    ]
  }

  private func title(_ index: Catalogue.Index) -> String { catalogue.documents[index].title }

  private func words(_ step: Coverage.Step) -> String { strings["coverage." + step.rawValue] }

  private func row(_ row: Coverage.Row, from address: String) -> TemplateValue {
    let cells = Coverage.Step.allCases.map { step -> TemplateValue in
      let documents = row[step]
      var fields = named(documents, atMost: Self.namedInCell, from: address)
      fields += [
        ("step", .html(typeset(words(step)))),
        ("number", .text(documents.isEmpty ? "" : String(documents.count))),
        ("isMissing", .bool(documents.isEmpty && row.theme != nil)),
        ("missing", .html(typeset(strings["coverage.none." + step.rawValue]))),
      ]
      return record(answeringFor: [], fields)
    }
    return [
      "theme": row.theme.map { link($0, from: address) } ?? .absent,
      "colour": .text(row.theme.map(colourClass) ?? ""), "cells": .list(cells),
    ]
  }

  /// Links to documents, and how many more there are.
  private func named(
    _ documents: [Catalogue.Index], atMost limit: Int, from address: String
  ) -> [(String, TemplateValue)] {
    let rest = documents.count - limit
    return [
      ("documents", links(Array(documents.prefix(limit)), from: address)),
      ("rest", .html(typeset(rest > 0 ? strings.count(rest, "others") : ""))),
    ]
  }
}
