import CanevasEditor
import CanevasSource

extension Translation {
  /// Changes to several files as a `WorkspaceEdit`. `label` says what they are for, to clients that
  /// show it.
  func workspaceEdit(_ edit: CatalogueEdit, label: Bilingual) -> JSONValue {
    workspaceEdit(edit.edits, edit.moves, label: label)
  }

  /// Changes to files by their paths, then renames, as a `WorkspaceEdit`.
  func workspaceEdit(
    _ edits: [String: [TextEdit]], _ moves: [CatalogueEdit.Move] = [], label: Bilingual
  ) -> JSONValue {
    let paths = edits.keys.sorted()
    guard client.versionsEdits else {
      return ["changes": .object(paths.map { changes($0, edits[$0] ?? []) })]
    }
    let annotation: JSONValue? = client.annotatesEdits ? "canevas" : nil
    let texts = paths.map { textEdit($0, edits[$0] ?? [], annotation) }
    let moves = moves.map { move($0, annotation) }
    return [
      "documentChanges": .array(texts + moves),
      "changeAnnotations": annotation.map { _ in
        ["canevas": ["label": .string(label[language]), "needsConfirmation": false]]
      },
    ]
  }

  private func changes(_ path: String, _ edits: [TextEdit]) -> JSONValue.Member {
    let mapping = mapping(of: path)
    return JSONValue.Member(key: uri(of: path), value: .array(edits.map(mapping.edit)))
  }

  private func textEdit(
    _ path: String, _ edits: [TextEdit], _ annotation: JSONValue?
  ) -> JSONValue {
    let mapping = mapping(of: path)
    return [
      "textDocument": [
        "uri": .string(uri(of: path)), "version": version(of: path).map(JSONValue.int) ?? .null,
      ],
      "edits": .array(
        edits.map { edit in
          [
            "range": mapping.range(edit.range), "newText": .string(edit.replacement),
            "annotationId": annotation,
          ]
        }),
    ]
  }

  private func move(_ move: CatalogueEdit.Move, _ annotation: JSONValue?) -> JSONValue {
    [
      "kind": "rename", "oldUri": .string(uri(of: move.from)),
      "newUri": .string(uri(of: move.to)),
      "options": ["overwrite": false, "ignoreIfExists": false], "annotationId": annotation,
    ]
  }
}
