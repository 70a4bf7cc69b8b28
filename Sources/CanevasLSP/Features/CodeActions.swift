import CanevasEditor
import CanevasProject
import CanevasSource

/// The kinds of code actions, as the protocol writes them.
private enum ActionKind: String, CaseIterable {
  case quickFix = "quickfix"
  case fixAll = "source.fixAll.canevas"

  /// Whether a client that wants only some kinds wants this one; `nil` stands for all.
  func isWanted(_ only: [String]?) -> Bool {
    only?.contains { rawValue == $0 || rawValue.hasPrefix($0 + ".") } ?? true
  }
}

extension Server {
  /// What can be done about the findings in a range.
  mutating func codeActions(_ params: JSONValue) throws(ResponseError) -> JSONValue {
    guard client.knowsCodeActions, let request = try documentRequest(params),
      let place = place(ofURI: params["textDocument"]?["uri"]?.string ?? "")
    else { return .null }
    let range = try request.range
    let only = params["context"]?["only"]?.array?.compactMap(\.string)
    let findings = catalogues[place.root]?.workspace.diagnostics(of: place.path) ?? []
    var actions: [JSONValue] = []
    if ActionKind.quickFix.isWanted(only) {
      actions += request.quickFixes(for: findings, in: range)
    }
    if ActionKind.fixAll.isWanted(only) { actions += request.fixAll(findings) }
    return .array(actions)
  }
}

extension DocumentRequest {
  fileprivate func quickFixes(for findings: [Diagnostic], in range: ByteRange) -> [JSONValue] {
    guard let query else { return [] }
    return query.quickFixes(for: findings, in: range).map { fix in
      [
        "title": .string(fix.title),
        "kind": .string(ActionKind.quickFix.rawValue),
        "diagnostics": fix.finding.map { [translation.diagnostic($0, mapping)] },
        "isPreferred": fix.isPreferred ? true : nil,
        "edit": edit(fix),
        "command": command(fix),
      ]
    }
  }

  private func edit(_ fix: QuickFix) -> JSONValue? {
    guard case .edit(let edit) = fix.action else { return nil }
    return translation.workspaceEdit(edit, label: Bilingual(fix.title, fix.title))
  }

  private func command(_ fix: QuickFix) -> JSONValue? {
    guard case .explain(let code) = fix.action else { return nil }
    return ServerCommand.explain.json(
      title: fix.title, [.string(code), .string(translation.language.rawValue)])
  }

  /// One action that makes all safe fixes of the document; none where there is nothing to be made.
  fileprivate func fixAll(_ findings: [Diagnostic]) -> [JSONValue] {
    guard findings.contains(where: { $0.fixes.contains { $0.safety == .safe } }) else { return [] }
    var trial = translation.catalogue.workspace
    let edits = EditorQuery.fixAll(file, findings: findings) { file in
      trial.open(file.path, bytes: file.bytes)
      return trial.diagnostics(of: file.path)
    }
    guard !edits.isEmpty else { return [] }
    return [
      [
        "title": .string(Words.fixAll[translation.language]),
        "kind": .string(ActionKind.fixAll.rawValue),
        "edit": translation.workspaceEdit([file.path: edits], label: Words.fixAll),
      ]
    ]
  }
}
