package import CanevasCommandLine
import CanevasQuery
package import CanevasSource

/// What `canevas graph` is asked.
package struct GraphRequest: Question, Hashable {
  package enum Format: String, CaseIterable, Sendable {
    case dot, json, mermaid
  }

  package var directory: String?
  package var format = Format.dot
  package var showsFlows = false
  /// The document in the middle, `nil` for the whole graph; and how far from it, as typed.
  package var centre: String?
  package var depth: String?
  package var includesDrafts = false
  package var language: MessageLanguage?

  package init() {}

  package static let options: [CommandOption<GraphRequest>] = [
    .choice(
      "--format", of: Format.self,
      help: Bilingual(
        "pour Graphviz (par défaut), pour un programme, pour Mermaid",
        "for Graphviz (default), for a program, for Mermaid")
    ) { $0.format = $1 },
    .flag(
      "--flows",
      help: Bilingual(
        "les acteurs et leurs flux, au lieu des liens entre documents",
        "actors and their flows instead of the links between documents")
    ) { $0.showsFlows = true },
    .text(
      "--around", placeholder: "NAME", kind: .document,
      help: Bilingual("seulement ce qui entoure ce document", "only what is around this document")
    ) { $0.centre = $1 },
    .text(
      "--depth", placeholder: "N",
      help: Bilingual(
        "avec --around : à N pas au plus (par défaut : 1)",
        "with --around: within N steps (default: 1)")
    ) { $0.depth = $1 },
    .drafts, .directory { $0.directory = $1 }, .language { $0.language = $1 },
  ]
}

extension Command {
  static let graph = Command(
    "graph",
    summary: Bilingual("donner le graphe des liens", "give the graph of links"),
    defaults: GraphRequest(), options: GraphRequest.options,
    run: { request, context throws(UsageError) in
      let depth = try request.steps()
      return try answer(request, context) { query, _ throws(UsageError) in
        var query = query
        var centre: (document: Int, depth: Int)?
        if let name = request.centre {
          let index = try query.document(name, for: "--around")
          (query, centre) = (query.including(index), (index, depth))
        }
        let graph = query.graph(of: request.showsFlows ? .flows : .links, around: centre)
        switch request.format {
        case .dot: return Array(query.dot(graph).utf8)
        case .json: return query.data(graph)
        case .mermaid: return Array(query.mermaid(graph).utf8)
        }
      }
    })
}

extension GraphRequest {
  fileprivate func steps() throws(UsageError) -> Int {
    guard let depth else { return 1 }
    guard centre != nil else { throw UsageError(.missingOption("--around", neededBy: "--depth")) }
    if let steps = Int(depth), steps > 0 { return steps }
    throw UsageError(.refusedValue(depth, option: "--depth", words: ["1", "2", "…"]))
  }
}
