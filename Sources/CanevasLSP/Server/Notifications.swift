import CanevasProject
import CanevasSource

extension Server {
  /// Does what a notification calls for. One that makes no sense changes nothing: nobody waits for
  /// an answer to it.
  mutating func heed(_ method: NotificationMethod, _ params: JSONValue) {
    switch method {
    case .initialized: registerWatchers()
    case .exit: exit()
    case .didOpen: didOpen(params)
    case .didChange: didChange(params)
    case .didSave: lookAgain()
    case .didClose: didClose(params)
    case .didChangeWatchedFiles: lookAgain()
    case .didChangeWorkspaceFolders: didChangeFolders(params)
    }
  }

  private mutating func didOpen(_ params: JSONValue) {
    guard let item = params["textDocument"], let uri = item["uri"]?.string,
      let text = item["text"]?.string
    else { return }
    let document = OpenDocument(
      uri: uri, version: item["version"]?.int, bytes: Array(text.utf8),
      place: place(ofURI: uri, opening: true))
    documents[uri] = document
    take(document)
  }

  private mutating func didChange(_ params: JSONValue) {
    guard let item = params["textDocument"], let uri = item["uri"]?.string,
      var document = documents[uri], let changes = params["contentChanges"]?.array
    else { return }
    let version = item["version"]?.int
    // A change to a text that has been changed since was overtaken on its way.
    if let version, let present = document.version, version < present { return }
    document.version = version ?? document.version
    documents[uri] = nil
    document.apply(changes, client.encoding)
    documents[uri] = document
    take(document)
  }

  private mutating func didClose(_ params: JSONValue) {
    guard let uri = params["textDocument"]?["uri"]?.string,
      let place = documents.removeValue(forKey: uri)?.place
    else { return }
    guard !documents.values.contains(where: { $0.place == place }) else { return }
    catalogues[place.root]?.close(place.path)
    dropUnusedCatalogues()
  }

  /// Hands an open text to its catalogue.
  private mutating func take(_ document: OpenDocument) {
    guard let place = document.place else { return }
    catalogues[place.root]?.open(place.path, document.bytes)
  }

  /// Heeds that files changed: those of catalogues, and sheets that make a folder one.
  private mutating func lookAgain() {
    for root in catalogues.keys { catalogues[root]?.isStale = true }
    openFolders(folders)
    for document in documents.values where document.place == nil {
      guard let place = place(ofURI: document.uri, opening: true) else { continue }
      documents[document.uri]?.place = place
      catalogues[place.root]?.open(place.path, document.bytes)
    }
  }

  private mutating func didChangeFolders(_ params: JSONValue) {
    let gone = params["event"]?["removed"]?.array?.compactMap { $0["uri"]?.string } ?? []
    let come = params["event"]?["added"]?.array?.compactMap { $0["uri"]?.string } ?? []
    folders.removeAll { gone.contains($0) }
    folders += come
    openFolders(come)
    dropUnusedCatalogues()
  }

  /// Asks to be told of files that change, besides what the server sees by itself.
  private mutating func registerWatchers() {
    guard client.registersWatchers else { return }
    request(
      "client/registerCapability",
      [
        "registrations": [
          [
            "id": "canevas-files", "method": "workspace/didChangeWatchedFiles",
            "registerOptions": ["watchers": [["globPattern": "**/*"]]],
          ]
        ]
      ])
  }
}
