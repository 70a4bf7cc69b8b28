import CanevasProject
import CanevasSource

// What the client is told of its documents.
extension Server {
  /// Does a part of what is left to do while no message waits; `false` when all is done.
  mutating func workOn() -> Bool {
    guard phase == .running else { return false }
    let isIdle = isIdle
    for root in catalogues.keys.sorted(by: { $0.path < $1.path }) {
      catalogues[root]?.refresh()
      // What the author just wrote comes first.
      if catalogues[root]?.touched.isEmpty == true {
        catalogues[root]?.workspace.settle(while: isIdle)
      }
      if tellChanges(in: root) || catalogues[root]?.workspace.isSettled == false { return true }
    }
    return false
  }

  /// Does all that is left to do for one catalogue.
  mutating func settle(_ root: CatalogueRoot) {
    catalogues[root]?.workspace.settle()
    _ = tellChanges(in: root)
  }

  /// Makes new reports on the documents with new findings, and tells of those that differ from the
  /// last ones, and of every document that was edited. `false` when there was none.
  private mutating func tellChanges(in root: CatalogueRoot) -> Bool {
    let news = work(on: root) { served, server in
      let edited = served.takeTouched()
      let changed = served.workspace.takeChanged().union(served.reworded(for: server.client))
      return edited.union(changed).sorted().compactMap { path -> News? in
        let report = served.report(on: path, for: server)
        let former = served.reports[path] ?? .empty
        served.reports[path] = report == .empty ? nil : report
        let isEdited = edited.contains(path)
        guard isEdited || report != former else { return nil }
        return News(path: path, report: report, isEdited: isEdited)
      }
    }
    guard let news, let served = catalogues[root], !news.isEmpty else { return false }
    if !client.pullsDiagnostics {
      let translation = Translation(of: served, for: self)
      for item in news {
        notify("textDocument/publishDiagnostics", translation.publication(of: item))
      }
    } else if client.refreshesDiagnostics, news.contains(where: { !$0.isEdited }) {
      request("workspace/diagnostic/refresh")
    }
    return true
  }

  /// Takes back what was told of a document that is served no more.
  mutating func clear(_ uri: String) {
    guard !client.pullsDiagnostics else { return }
    notify("textDocument/publishDiagnostics", ["uri": .string(uri), "diagnostics": []])
  }
}

/// What became of one document.
private struct News {
  let path: String
  let report: ServedCatalogue.Report
  /// Whether the client itself changed its text.
  let isEdited: Bool
}

extension Translation {
  fileprivate func publication(of news: News) -> JSONValue {
    [
      "uri": .string(uri(of: news.path)), "version": version(of: news.path).map(JSONValue.int),
      "diagnostics": news.report.items,
    ]
  }
}

extension ServedCatalogue {
  /// The documents that are to be told of anew since what is told of them is worded otherwise now.
  fileprivate mutating func reworded(for client: Client) -> Set<String> {
    let wording = Wording(workspace.catalogue, client)
    defer { self.wording = wording }
    return wording == self.wording ? [] : Set(reports.keys)
  }

  /// What the rules say of a document, as clients read it.
  mutating func report(on path: String, for server: Server) -> Report {
    let findings = workspace.diagnostics(of: path)
    let translation = Translation(of: self, for: server)
    return Report(translation.diagnostics(findings, in: path))
  }
}
