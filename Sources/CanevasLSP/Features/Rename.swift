import CanevasEditor
import CanevasSource

extension DocumentRequest {
  /// The name under the cursor that can be changed.
  func prepareRename() throws(ResponseError) -> JSONValue {
    guard let target = query?.prepareRename(at: try offset) else { return .null }
    return [
      "range": mapping.range(target.range), "placeholder": .string(target.placeholder),
    ]
  }

  /// The changes that give the thing under the cursor another name.
  func rename() throws(ResponseError) -> JSONValue {
    guard let name = params["newName"]?.string else {
      throw ResponseError(.invalidParams, "a rename has a new name")
    }
    guard let query else { return .null }
    switch query.rename(at: try offset, to: name) {
    case .success(let edit):
      if !edit.moves.isEmpty, !translation.client.renamesFiles {
        throw ResponseError(.requestFailed, Words.cannotRenameFiles[translation.language])
      }
      return translation.workspaceEdit(edit, label: Words.rename(to: name))
    case .failure(let refusal):
      throw ResponseError(.requestFailed, refusal.reason[translation.language])
    }
  }
}
