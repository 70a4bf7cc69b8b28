import CanevasProject
import CanevasSource

extension Translation {
  /// Findings in a document as `Diagnostic`s.
  func diagnostics(_ findings: [Diagnostic], in path: String) -> [JSONValue] {
    let mapping = mapping(of: path)
    return findings.map { diagnostic($0, mapping) }
  }

  /// One finding; `mapping` is its document's.
  func diagnostic(_ finding: Diagnostic, _ mapping: PositionMapping) -> JSONValue {
    let texts = [finding.message, finding.label, finding.help].compactMap { $0?[language] }
    return [
      "range": mapping.range(finding.location.range),
      "severity": .int(severity(finding.severity)),
      "code": .string(finding.code),
      "codeDescription": wording.rulesPage.map { ["href": .string("\($0)#\(finding.code)")] },
      "source": "canevas",
      "message": .string(texts.joined(separator: "\n")),
      "tags": finding.isAboutNeedlessText ? [1] : nil,
      "relatedInformation": related(finding.related),
      "data": fixes(finding.fixes),
    ]
  }

  private func severity(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }

  private func related(_ labels: [Diagnostic.Label]) -> JSONValue? {
    guard !labels.isEmpty else { return nil }
    let places = locations(labels.map(\.location))
    return .array(
      zip(labels, places).map { label, place in
        ["location": place, "message": .string(label.text[language])]
      })
  }

  /// How the finding can be mended, for editors that tell so beside it.
  private func fixes(_ fixes: [Fix]) -> JSONValue? {
    guard !fixes.isEmpty else { return nil }
    return [
      "fixes": .array(
        fixes.map { fix in
          ["title": .string(fix.title[language]), "safety": .string(fix.safety.rawValue)]
        })
    ]
  }
}

extension Diagnostic {
  /// Whether a fix does nothing but take the text away: editors fade it.
  fileprivate var isAboutNeedlessText: Bool {
    fixes.contains { fix in
      fix.edits.allSatisfy { $0.replacement.isEmpty }
        && fix.edits.contains { $0.range.contains(location.range) }
    }
  }
}

extension Server {
  /// The report on one document, for a client that asks.
  mutating func diagnosticReport(_ params: JSONValue) throws(ResponseError) -> JSONValue {
    guard let request = try documentRequest(params),
      let place = place(ofURI: params["textDocument"]?["uri"]?.string ?? ""),
      let report = work(on: place.root, { $0.report(on: request.file.path, for: $1) })
    else { return ["kind": "full", "items": []] }
    return report.answer(to: params["previousResultId"]?.string)
  }

  /// The reports on all documents with findings, and on those that the client believes to have
  /// some.
  mutating func workspaceDiagnosticReport(_ params: JSONValue) -> JSONValue {
    var former: [String: String] = [:]
    for report in params["previousResultIds"]?.array ?? [] {
      if let uri = report["uri"]?.string { former[uri] = report["value"]?.string }
    }
    var items: [JSONValue] = []
    for root in catalogues.keys.sorted(by: { $0.path < $1.path }) {
      settle(root)
      guard let served = catalogues[root] else { continue }
      let translation = Translation(of: served, for: self)
      let expected = served.workspace.paths.filter { former[translation.uri(of: $0)] != nil }
      for path in Set(served.reports.keys).union(expected).sorted() {
        let report = served.reports[path] ?? .empty
        let uri = translation.uri(of: path)
        items.append(
          report.answer(
            to: former.removeValue(forKey: uri), uri: uri, version: translation.version(of: path)))
      }
    }
    // What is left is gone from the catalogues.
    for uri in former.keys.sorted() {
      items.append(ServedCatalogue.Report.empty.answer(to: former[uri], uri: uri))
    }
    return ["items": .array(items)]
  }
}

extension ServedCatalogue.Report {
  /// The report as an answer to a client that has one already.
  fileprivate func answer(
    to former: String?, uri: String? = nil, version: Int? = nil
  ) -> JSONValue {
    let isKnown = former == id
    return [
      "uri": uri.map(JSONValue.string),
      "version": uri.map { _ in version.map(JSONValue.int) ?? .null },
      "kind": isKnown ? "unchanged" : "full", "resultId": .string(id),
      "items": isKnown ? nil : items,
    ]
  }
}
