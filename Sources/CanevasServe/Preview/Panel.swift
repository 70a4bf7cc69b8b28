import CanevasLink
import CanevasModel
import CanevasProject
import CanevasRender
import CanevasReport
import CanevasSource
import CanevasTemplate

/// The findings as a page shows them: those of its document, and how many there are elsewhere.
struct Panel {
  let findings: [String: [Diagnostic]]
  /// The source of the page's document.
  let document: String?
  let language: MessageLanguage
  /// Whether the page shows a former version of its document.
  let isOutdated: Bool
  let sources: Workspace
  let site: Site

  /// How many other documents are named.
  private static let limit = 8

  /// The panel as HTML; hidden when there is nothing to tell.
  var html: [UInt8] {
    let own = document.map { shownFindings(of: $0) } ?? []
    let others = otherDocuments
    let values = TemplateValue(record: [
      ("language", .text(language.rawValue)),
      ("label", .text(Self.label[language])),
      ("dismiss", .text(Self.dismiss[language])),
      ("isEmpty", .bool(own.isEmpty && others.isEmpty)),
      ("isOpen", .bool(!own.isEmpty)),
      ("gravity", .text(gravity(own, others).rawValue)),
      ("count", .text(summary(own, others))),
      ("outdated", isOutdated ? .html(typeset(Self.outdated[language])) : .absent),
      ("findings", .list(own.map(value))),
      ("hasOthers", .bool(!others.isEmpty)),
      ("elsewhere", .html(typeset(Self.elsewhere[language]))),
      ("others", .list(others.prefix(Self.limit).map(link))),
      ("more", more(others.count - Self.limit)),
    ])
    var bytes: [UInt8] = []
    panelTemplates.render("panel", values, into: &bytes)
    return bytes
  }

  /// The other documents with findings, those with errors first.
  private var otherDocuments: [Counted] {
    findings.compactMap { path, found in
      let errors = found.count { $0.severity == .error }
      let warnings = found.count { $0.severity == .warning }
      guard path != document, errors + warnings > 0 else { return nil }
      return Counted(path: path, errors: errors, warnings: warnings)
    }.sorted()
  }

  /// A document with how much is wrong with it.
  private struct Counted: Comparable {
    let path: String
    let errors: Int
    let warnings: Int

    static func < (a: Counted, b: Counted) -> Bool {
      (a.errors > 0) == (b.errors > 0) ? a.path < b.path : a.errors > 0
    }
  }

  private func shownFindings(of path: String) -> [Diagnostic] {
    findings[path]?.filter { $0.severity > .info } ?? []
  }

  /// The gravest that the one line tells of.
  private func gravity(_ own: [Diagnostic], _ others: [Counted]) -> Severity {
    let isGrave =
      own.isEmpty
      ? others.first.map { $0.errors > 0 } ?? false : own.contains { $0.severity == .error }
    return isGrave ? .error : .warning
  }

  /// One line: what is wrong on this page or, if nothing is, elsewhere.
  private func summary(_ own: [Diagnostic], _ others: [Counted]) -> String {
    let errors =
      own.isEmpty
      ? others.reduce(0) { $0 + $1.errors } : own.count { $0.severity == .error }
    let warnings =
      own.isEmpty
      ? others.reduce(0) { $0 + $1.warnings } : own.count { $0.severity == .warning }
    let words = [(errors, Severity.error), (warnings, .warning)].filter { $0.0 > 0 }
      .map { Words.findings($0, $1)[language] }.joined(separator: ", ")
    return own.isEmpty ? words + " " + Self.elsewhereWords[language] : words
  }

  private func value(_ finding: Diagnostic) -> TemplateValue {
    [
      "severity": .text(finding.severity.rawValue),
      "word": .text(finding.severity.words[language]),
      "message": .html(typeset(finding.message[language])),
      "help": finding.help.map { .html(typeset($0[language])) } ?? .absent,
      "place": .text(place(of: finding.location)),
    ]
  }

  /// File and line, as editors take them.
  private func place(of location: Location) -> String {
    let bytes = sources.file(location.path)?.bytes ?? []
    let offset = min(location.range.lowerBound, bytes.count)
    let (line, column) = LineIndex(bytes).position(at: offset, in: bytes)
    return "\(location.path):\(line):\(column)"
  }

  /// Another document with its count, and the way to its page if it has one.
  private func link(_ other: Counted) -> TemplateValue {
    var document = DocumentID(path: other.path).flatMap(site.catalogue.index(of:))
      .map { site.catalogue.documents[$0] }
    // Of two files of one name, one is no document.
    if document?.file.path != other.path { document = nil }
    let address = document.map { "/" + percentEncoded($0.id.address, isPath: true) }
    return [
      "href": address.map(TemplateValue.text) ?? .absent,
      "title": .html(typeset(document?.title ?? other.path)),
      "count": .text(Words.findings(other.errors + other.warnings)[language]),
    ]
  }

  private func more(_ count: Int) -> TemplateValue {
    guard count > 0 else { return .absent }
    return .text(
      Bilingual(
        count > 1 ? "et \(count) autres documents" : "et un autre document",
        count > 1 ? "and \(count) more documents" : "and one more document")[language])
  }
}

extension Panel {
  private static let label = Bilingual("Constats", "Findings")
  private static let dismiss = Bilingual("Masquer", "Hide")
  private static let elsewhere = Bilingual("Dans d'autres documents", "In other documents")
  private static let elsewhereWords = Bilingual("ailleurs", "elsewhere")
  private static let outdated = Bilingual(
    "Cette page montre la dernière version sans erreur.",
    "This page shows the last version without an error.")
}

private let panelTemplates: TemplateSet = {
  let file = previewFiles()["preview.mustache"]
  return TemplateSet.compile(file.map { ["panel": $0] } ?? [:]).set
}()
