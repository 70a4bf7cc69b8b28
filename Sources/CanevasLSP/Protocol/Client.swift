import CanevasSource

/// What an editor said of itself when it started the server.
struct Client {
  /// The values of its `ClientCapabilities`.
  private let capabilities: JSONValue
  let encoding: PositionEncoding
  /// `nil` for the language of each catalogue.
  let language: MessageLanguage?
  /// The process that ends the server with itself.
  let processID: Int?
  /// The folders that it shows, as URIs.
  let folders: [String]

  /// Reads the parameters of `initialize`.
  init(_ params: JSONValue) {
    capabilities = params["capabilities"] ?? [:]
    let offered = capabilities["general"]?["positionEncodings"]?.array ?? []
    encoding = PositionEncoding(offered: offered.compactMap(\.string))
    let locale = params["locale"]?.string?.prefix(2).lowercased()
    language = locale.flatMap(MessageLanguage.init)
    processID = params["processId"]?.int
    let named = params["workspaceFolders"]?.array?.compactMap { $0["uri"]?.string } ?? []
    let root = params["rootUri"]?.string ?? params["rootPath"]?.string.map(uri(ofPath:))
    folders = named.isEmpty ? [root].compactMap { $0 } : named
  }

  private func capability(_ path: String...) -> JSONValue? {
    path.reduce(Optional(capabilities)) { $0?[$1] }
  }

  private func can(_ path: String...) -> Bool {
    path.reduce(Optional(capabilities)) { $0?[$1] }?.bool ?? false
  }

  /// Whether it asks for diagnostics by itself; then it is told none unasked.
  var pullsDiagnostics: Bool { capability("textDocument", "diagnostic") != nil }
  var refreshesDiagnostics: Bool { can("workspace", "diagnostics", "refreshSupport") }
  var refreshesLenses: Bool { can("workspace", "codeLens", "refreshSupport") }
  var refreshesTokens: Bool { can("workspace", "semanticTokens", "refreshSupport") }
  var registersWatchers: Bool {
    can("workspace", "didChangeWatchedFiles", "dynamicRegistration")
  }
  /// Whether an edit may say which version of a document it is for. Neovim 0.7 does not say that
  /// it takes such edits, but they are the only ones that can rename files, which it says.
  var versionsEdits: Bool {
    can("workspace", "workspaceEdit", "documentChanges") || renamesFiles
  }
  /// Whether an edit may rename files.
  var renamesFiles: Bool {
    let operations = capability("workspace", "workspaceEdit", "resourceOperations")?.array ?? []
    return operations.contains("rename")
  }
  var annotatesEdits: Bool {
    capability("workspace", "workspaceEdit", "changeAnnotationSupport") != nil
  }
  var nestsSymbols: Bool {
    can("textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport")
  }
  var insertsSnippets: Bool {
    can("textDocument", "completion", "completionItem", "snippetSupport")
  }
  var knowsCodeActions: Bool {
    capability("textDocument", "codeAction", "codeActionLiteralSupport") != nil
  }
  var showsDocuments: Bool { can("window", "showDocument", "support") }
  var linksDefinitions: Bool { can("textDocument", "definition", "linkSupport") }
  var foldsLinesOnly: Bool { can("textDocument", "foldingRange", "lineFoldingOnly") }

  /// Whether it shows Markdown in a hover, or beside a completion.
  var hoversInMarkdown: Bool { showsMarkdown(capability("textDocument", "hover", "contentFormat")) }
  var completesInMarkdown: Bool {
    showsMarkdown(
      capability("textDocument", "completion", "completionItem", "documentationFormat"))
  }

  private func showsMarkdown(_ formats: JSONValue?) -> Bool {
    formats?.array?.contains("markdown") ?? false
  }
}
