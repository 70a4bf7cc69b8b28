import CanevasProject
import CanevasSource

extension Server {
  /// The result of a request.
  mutating func answer(
    _ method: RequestMethod, _ params: JSONValue
  ) throws(ResponseError) -> JSONValue {
    switch method {
    case .initialize: return try initialize(params)
    case .shutdown:
      phase = .shutDown
      return .null
    case .completion: return try about(params, DocumentRequest.completion)
    case .hover: return try about(params, DocumentRequest.hover)
    case .definition: return try about(params, DocumentRequest.definition)
    case .references: return try about(params, DocumentRequest.references)
    case .prepareRename: return try about(params, DocumentRequest.prepareRename)
    case .rename: return try about(params, DocumentRequest.rename)
    case .codeAction: return try codeActions(params)
    case .codeLens: return try about(params, DocumentRequest.codeLenses)
    case .documentSymbol: return try about(params, DocumentRequest.documentSymbols)
    case .foldingRange: return try about(params, DocumentRequest.foldingRanges)
    case .documentLink: return try about(params, DocumentRequest.documentLinks)
    case .formatting: return try about(params, DocumentRequest.formatting)
    case .rangeFormatting: return try about(params, DocumentRequest.rangeFormatting)
    case .semanticTokens: return try about(params, DocumentRequest.semanticTokens)
    case .diagnostic: return try diagnosticReport(params)
    case .workspaceDiagnostic: return workspaceDiagnosticReport(params)
    case .workspaceSymbol: return workspaceSymbols(params)
    case .willRenameFiles: return willRenameFiles(params)
    case .executeCommand: return try execute(params)
    }
  }

  /// The answer about the document that a request names; `null` about a text that is none of a
  /// catalogue's.
  private mutating func about(
    _ params: JSONValue, _ answer: (DocumentRequest) -> () throws(ResponseError) -> JSONValue
  ) throws(ResponseError) -> JSONValue {
    guard let request = try documentRequest(params) else { return .null }
    return try answer(request)()
  }

  /// A request about a document with all that it is answered from; `nil` for a text that is none
  /// of a catalogue's.
  mutating func documentRequest(
    _ params: JSONValue
  ) throws(ResponseError) -> DocumentRequest? {
    guard let uri = params["textDocument"]?["uri"]?.string else {
      throw ResponseError(.invalidParams, "a text document has a uri")
    }
    guard let place = place(ofURI: uri), let served = catalogues[place.root],
      let file = served.workspace.file(place.path)
    else { return nil }
    return DocumentRequest(params, file: file, Translation(of: served, for: self))
  }
}
