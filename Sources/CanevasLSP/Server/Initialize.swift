import CanevasSource

extension Server {
  /// Takes note of the client and says what the server can do.
  mutating func initialize(_ params: JSONValue) throws(ResponseError) -> JSONValue {
    guard phase == .waiting else {
      throw ResponseError(.invalidRequest, "the server is initialized already")
    }
    phase = .running
    client = Client(params)
    folders = client.folders
    openFolders(folders)
    return [
      "capabilities": Self.capabilities(for: client),
      "serverInfo": ["name": "canevas", "version": .string(version)],
    ]
  }

  static func capabilities(for client: Client) -> JSONValue {
    let documents: JSONValue = [
      ["scheme": "file", "pattern": ["glob": "**/*", "matches": "folder"]],
      ["scheme": "file", "pattern": ["glob": "**/*.md", "matches": "file"]],
    ]
    return [
      "positionEncoding": .string(client.encoding.rawValue),
      "textDocumentSync": [
        "openClose": true, "change": 2, "save": ["includeText": false],
      ],
      "completionProvider": [
        "triggerCharacters": ["#", "-", " ", "(", "[", "/", ":", ";", "→"]
      ],
      "hoverProvider": true,
      "definitionProvider": true,
      "referencesProvider": true,
      "renameProvider": ["prepareProvider": true],
      "codeActionProvider": ["codeActionKinds": ["quickfix", "source.fixAll.canevas"]],
      "codeLensProvider": ["resolveProvider": false],
      "documentSymbolProvider": true,
      "workspaceSymbolProvider": true,
      "foldingRangeProvider": true,
      "documentLinkProvider": ["resolveProvider": false],
      "documentFormattingProvider": true,
      "documentRangeFormattingProvider": true,
      "semanticTokensProvider": ["legend": SemanticTokens.legend, "full": true],
      "diagnosticProvider": [
        "identifier": "canevas", "interFileDependencies": true, "workspaceDiagnostics": true,
      ],
      "executeCommandProvider": [
        "commands": .array(ServerCommand.allCases.map { .string($0.rawValue) })
      ],
      "workspace": [
        "workspaceFolders": ["supported": true, "changeNotifications": true],
        "fileOperations": ["willRename": ["filters": documents]],
      ],
    ]
  }
}
